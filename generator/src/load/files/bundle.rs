//! The files that a document refers to.

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

use serde_json::{Map, Value};

use super::{FILES, Files, path};
use crate::diagnostics::{Diagnostic, Diagnostics, Pointer, Source};
use crate::load::text;

/// How many files a document may refer to.
const MAX_FILES: usize = 4096;

/// The files that a document refers to.
pub(in crate::load) struct Bundle<'a> {
    files: Files<'a>,
    /// The file name of the document itself.
    main: String,
    /// Where the files are that parts of the tree come from.
    bases: BTreeMap<Pointer, String>,
    /// Files that were read, and those that could not be.
    read: BTreeMap<String, Result<Arc<Source>, String>>,
    /// Trees that are not part of the document's yet.
    pending: Vec<(String, Value)>,
    problems: Vec<Diagnostic>,
    /// Why references could not be followed.
    failures: BTreeMap<String, String>,
    /// What all further files may have in them.
    left: text::Limits,
}

/// What is known of the files once all have been read.
#[derive(Debug, Default)]
pub(in crate::load) struct Bundled {
    /// Their texts by their paths.
    pub(in crate::load) sources: BTreeMap<String, Arc<Source>>,
    /// What is odd about them.
    pub(in crate::load) problems: Vec<Diagnostic>,
    /// Why references could not be followed.
    pub(in crate::load) failures: BTreeMap<String, String>,
}

impl<'a> Bundle<'a> {
    /// Returns the files beside the document called `name`.
    pub(in crate::load) fn new(name: &str, files: Files<'a>) -> Self {
        Self {
            files,
            main: name.rsplit(['/', '\\']).next().unwrap_or(name).to_owned(),
            bases: BTreeMap::new(),
            read: BTreeMap::new(),
            pending: Vec::new(),
            problems: Vec::new(),
            failures: BTreeMap::new(),
            left: text::Limits::default(),
        }
    }

    /// Returns whether a file was read.
    pub(in crate::load) fn has_files(&self) -> bool {
        !self.bases.is_empty()
    }

    /// Returns whether a reference can mean anything but the document itself.
    pub(in crate::load) fn concerns(&self, reference: &str) -> bool {
        !self.bases.is_empty() || !reference.starts_with('#')
    }

    /// Returns the reference within the tree that means the same as `reference`, made at `at`, unless that is the same.
    pub(in crate::load) fn localise(&mut self, reference: &str, at: &Pointer) -> Option<String> {
        let (file, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        let base = self.base(at);
        if file.is_empty() && base.is_empty() {
            return None;
        }
        if !fragment.is_empty() && !fragment.starts_with('/') {
            return None;
        }
        let path = if file.is_empty() {
            base
        } else {
            match path::join(&base, file, self.files.outside).and_then(|path| self.want(path)) {
                Ok(path) => path,
                Err(reason) => {
                    self.failures.insert(reference.to_owned(), reason);
                    return None;
                }
            }
        };
        Some(format!(
            "#{}{fragment}",
            self.place(&path).as_str().replace('%', "%25")
        ))
    }

    /// Notes that what is at `at` comes from the file at `path`.
    pub(super) fn came_from(&mut self, at: Pointer, path: String) {
        self.bases.insert(at, path);
    }

    /// Returns whether what was at `at`, in another file, is a component now.
    pub(super) fn is_adopted(&self, at: &Pointer) -> bool {
        self.bases.get(at).is_some_and(String::is_empty)
    }

    /// Puts the files that were read meanwhile into the tree.
    pub(in crate::load) fn attach(&mut self, root: &mut Value) {
        let Some(root) = root.as_object_mut().filter(|_| !self.pending.is_empty()) else {
            return;
        };
        let files = root
            .entry(FILES)
            .or_insert_with(|| Value::Object(Map::new()));
        for (path, tree) in self.pending.drain(..) {
            if let Some(files) = files.as_object_mut() {
                files.insert(path, tree);
            }
        }
    }

    /// Returns the path of the file that the node at `at` comes from; empty for the document itself.
    pub(super) fn base(&self, at: &Pointer) -> String {
        if self.bases.is_empty() {
            return String::new();
        }
        let path = at.upward().find_map(|place| self.bases.get(place));
        path.cloned().unwrap_or_default()
    }

    /// Returns where the tree of the file at `path` is, or will be.
    pub(super) fn place(&self, path: &str) -> Pointer {
        if path == self.main {
            Pointer::root()
        } else {
            Pointer::root().child(FILES).child(path)
        }
    }

    /// Reads the file at `path`, unless that has been done.
    fn want(&mut self, path: String) -> Result<String, String> {
        if path == self.main {
            return Ok(path);
        }
        if !self.read.contains_key(&path) {
            let outcome = self.read_file(&path);
            self.read.insert(path.clone(), outcome);
        }
        match self.read.get(&path) {
            Some(Err(reason)) => Err(reason.clone()),
            _ => Ok(path),
        }
    }

    fn read_file(&mut self, path: &str) -> Result<Arc<Source>, String> {
        if self.read.len() >= MAX_FILES {
            return Err(format!(
                "refers to another file than the {MAX_FILES} that are read"
            ));
        }
        let bytes = (self.files.read)(path).map_err(|error| unreadable(&error))?;
        let source = text::decode(path, &bytes)
            .map_err(|problems: Diagnostics| unread(&problems.into_iter().collect::<Vec<_>>()))?;
        let source = Arc::new(source);
        let tree = text::read(&source, &self.left).map_err(|problems| unread(&problems))?;
        self.left = tree.left;
        let problems = tree.problems.into_iter();
        self.problems
            .extend(problems.map(|problem| problem.in_source(Arc::clone(&source))));
        self.bases.insert(self.place(path), path.to_owned());
        self.pending.push((path.to_owned(), tree.value));
        Ok(source)
    }

    /// Returns why a reference could not be followed.
    pub(super) fn failure(&self, reference: &str) -> Option<&str> {
        self.failures.get(reference).map(String::as_str)
    }

    /// Notes a problem with a reference to a file.
    pub(super) fn report(&mut self, problem: Diagnostic) {
        self.problems.push(problem);
    }

    /// Returns what is known of the files.
    pub(in crate::load) fn finish(self) -> Bundled {
        let sources = self.read.into_iter();
        Bundled {
            sources: sources
                .filter_map(|(path, source)| Some((path, source.ok()?)))
                .collect(),
            problems: self.problems,
            failures: self.failures,
        }
    }
}

/// Returns why what is in a file cannot be read.
fn unread(problems: &[Diagnostic]) -> String {
    if problems.iter().any(text::is_limit) {
        let most = text::Limits::default();
        return format!(
            "refers to a file that is too large, as all files together may have {} bytes and {} values",
            most.bytes, most.nodes
        );
    }
    let reason = problems
        .first()
        .map_or("", |problem| problem.message.as_str());
    format!("refers to a file that cannot be read: {reason}")
}

/// Returns why a file cannot be read, in the same words on every platform.
fn unreadable(error: &io::Error) -> String {
    match error.get_ref() {
        Some(reason) => format!("cannot be read: {reason}"),
        None if error.kind() == io::ErrorKind::NotFound => {
            "refers to a file that does not exist".to_owned()
        }
        None => format!("cannot be read: {}", error.kind()),
    }
}
