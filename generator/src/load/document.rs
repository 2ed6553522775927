//! A document as a value tree.

use std::sync::Arc;

use serde_json::Value;

use super::files::{Bundle, Bundled, FILES, Files};
use super::origins::Origins;
use super::schema_names::SchemaNames;
use super::{dialect, plain, text};
use crate::diagnostics::{Diagnostic, Diagnostics, Place, Pointer, Source};

/// An OpenAPI document that could be read.
#[derive(Debug)]
pub struct Document {
    source: Arc<Source>,
    root: Value,
    origins: Origins,
    names: SchemaNames,
    bundled: Bundled,
    warnings: Vec<Diagnostic>,
}

impl Document {
    /// Reads a document.
    ///
    /// `name` is what diagnostics call it, usually its path; `bytes` is YAML or JSON in UTF-8 or UTF-16.
    ///
    /// # Errors
    /// Everything that keeps it from being read as an OpenAPI document, each with its place.
    pub fn read(name: &str, bytes: &[u8]) -> Result<Self, Diagnostics> {
        Self::read_with(name, bytes, Files::NONE)
    }

    /// Reads a document and those of `files` that it refers to.
    ///
    /// # Errors
    /// As [`read`](Self::read). A file that cannot be read is none: the reference to it leads nowhere.
    pub fn read_with(name: &str, bytes: &[u8], files: Files<'_>) -> Result<Self, Diagnostics> {
        let (source, tree) = read_text(text::decode(name, bytes)?)?;
        let source = Arc::new(source);
        let mut problems = Diagnostics::new(Arc::clone(&source));
        problems.extend(tree.problems);
        let upgraded = match dialect::upgrade(tree.value, Bundle::new(name, files)) {
            Ok(upgraded) => upgraded,
            Err(error) => {
                problems.push(error);
                return Err(problems);
            }
        };
        problems.extend(upgraded.problems);
        problems.extend(upgraded.bundled.problems.iter().cloned());
        if problems.has_errors() {
            return Err(problems);
        }
        Ok(Self {
            source,
            root: upgraded.root,
            origins: upgraded.origins,
            names: upgraded.names,
            bundled: upgraded.bundled,
            warnings: Vec::new(),
        }
        .with_warnings(problems))
    }

    /// Returns the same finding at the place in the text that its node comes from.
    pub(crate) fn placed(&self, mut problem: Diagnostic) -> Diagnostic {
        if let Place::Pointer(at) | Place::Key(at) = &mut problem.place {
            *at = self.origin(at);
        }
        self.in_its_file(problem)
    }

    /// Returns a finding about another file, in terms of that file.
    fn in_its_file(&self, mut problem: Diagnostic) -> Diagnostic {
        let (Place::Pointer(at) | Place::Key(at)) = &mut problem.place else {
            return problem;
        };
        let Some((source, inner)) = self.file_of(at) else {
            return problem;
        };
        *at = inner;
        problem.in_source(source)
    }

    /// Returns the file that holds the node at `at`, unless that is the document itself, and the node's place in it.
    fn file_of(&self, at: &Pointer) -> Option<(Arc<Source>, Pointer)> {
        let mut tokens = at.tokens();
        tokens.next().filter(|member| member == FILES)?;
        let source = self.bundled.sources.get(tokens.next()?.as_ref())?;
        let inner = tokens.fold(Pointer::root(), |at, token| at.child(&token));
        Some((Arc::clone(source), inner))
    }

    fn with_warnings(mut self, problems: Diagnostics) -> Self {
        self.warnings = problems
            .into_iter()
            .map(|problem| self.in_its_file(problem))
            .collect();
        self
    }

    /// Returns the texts of the files that it refers to, by their paths.
    pub(crate) fn sources(&self) -> impl Iterator<Item = &Source> {
        self.shared_sources().map(AsRef::as_ref)
    }

    /// Returns the same, to be kept.
    pub(crate) fn shared_sources(&self) -> impl Iterator<Item = &Arc<Source>> {
        self.bundled.sources.values()
    }

    /// Returns why `reference` could not be followed, if it leads to another file.
    pub(super) fn failure(&self, reference: &str) -> Option<&str> {
        self.bundled.failures.get(reference).map(String::as_str)
    }

    /// Returns whether the node that stands at `at` in the text stands in another file.
    pub(crate) fn is_elsewhere(&self, at: &Pointer) -> bool {
        self.file_of(at).is_some()
    }

    /// Returns the place in the text of the node at `at`.
    pub(crate) fn origin(&self, at: &Pointer) -> Pointer {
        self.origins.original(at)
    }

    /// Returns the text that the node at `at` comes from, and its place there.
    pub(crate) fn written(&self, at: &Pointer) -> (Arc<Source>, Pointer) {
        let at = self.origin(at);
        self.file_of(&at)
            .unwrap_or_else(|| (Arc::clone(&self.source), at))
    }

    /// Returns the text it was read from.
    #[must_use]
    pub fn source(&self) -> &Arc<Source> {
        &self.source
    }

    /// Returns what was odd about the text, though it could be read.
    pub(crate) fn warnings(&self) -> &[Diagnostic] {
        &self.warnings
    }

    /// Returns the names that its schemas give themselves.
    pub(super) fn names(&self) -> &SchemaNames {
        &self.names
    }

    /// Returns where the node is that a reference to `at` means.
    pub(super) fn now(&self, at: &Pointer) -> Pointer {
        self.origins.now(at)
    }

    /// Returns the version of the API; empty, if there is none (OpenAPI 3.0.3, Info Object).
    #[must_use]
    pub fn api_version(&self) -> String {
        let version = self.root.get("info").and_then(|info| info.get("version"));
        version.map(plain).unwrap_or_default()
    }

    /// Returns the whole tree.
    pub(super) fn root(&self) -> &Value {
        &self.root
    }
}

/// Returns the text in `bytes`, whatever its encoding, without a byte order mark.
#[must_use]
pub fn decoded(bytes: &[u8]) -> Option<String> {
    let source = text::decode("", bytes).ok()?;
    Some(source.text().to_owned())
}

/// Returns the tree of a text as it is written, if there is one.
#[must_use]
pub fn raw_value(bytes: &[u8]) -> Option<Value> {
    let source = text::decode("", bytes).ok()?;
    let (_, tree) = read_text(source).ok()?;
    Some(tree.value)
}

/// Reads a text, and once more with its tabs repaired if that helps.
fn read_text(source: Source) -> Result<(Source, text::Tree), Diagnostics> {
    let limits = text::Limits::default();
    let errors = match text::read(&source, &limits) {
        Ok(tree) => return Ok((source, tree)),
        Err(errors) => errors,
    };
    text::tabs::read(&source, &limits).ok_or_else(|| {
        let mut problems = Diagnostics::new(Arc::new(source));
        problems.extend(errors);
        problems
    })
}
