use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Error, ErrorKind, Result};
use std::path::Path;

use clientsmith::api_files::InputError;
use clientsmith::{Document, Files, Settings, starter_settings};

use super::Refusal;
use crate::Failure;

/// A document and the files that it refers to.
#[derive(Debug)]
pub(super) struct Gathered {
    /// The bytes of the document.
    pub(super) document: Vec<u8>,
    /// The bytes of the files, by their paths relative to the folder of the document, with `/` between their parts.
    pub(super) beside: BTreeMap<String, Vec<u8>>,
    /// What was read.
    read: Document,
}

/// Reads the document at `path` and the files that it refers to.
pub(super) fn gather(path: &Path) -> std::result::Result<Gathered, Failure> {
    let document = fs::read(path).map_err(|source| Failure::Read {
        path: path.to_owned(),
        source,
    })?;
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let found = Found {
        folder: folder.unwrap_or(Path::new(".")),
        beside: RefCell::default(),
        outside: RefCell::default(),
    };
    let files = Files {
        read: &|path| found.read(path),
        outside: true,
    };
    let read = Document::read_with(&path.to_string_lossy(), &document, files);
    let outside = found.outside.take();
    if !outside.is_empty() {
        return Err(Refusal::Outside {
            document: path.to_owned(),
            paths: outside.into_iter().collect(),
        }
        .into());
    }
    let read = read.map_err(|diagnostics| InputError::Diagnostics {
        document: path.to_owned(),
        diagnostics,
    })?;
    Ok(Gathered {
        document,
        beside: found.beside.take(),
        read,
    })
}

impl Gathered {
    /// Settings to begin with, for the client called `name`.
    pub(super) fn settings(&self, name: &str) -> String {
        starter_settings(&self.read, &Settings::for_package(name), &[])
    }
}

/// The files in a folder that references led to.
struct Found<'a> {
    folder: &'a Path,
    beside: RefCell<BTreeMap<String, Vec<u8>>>,
    outside: RefCell<BTreeSet<String>>,
}

impl Found<'_> {
    fn read(&self, path: &str) -> Result<Vec<u8>> {
        let is_outside = path.starts_with("..") || self.leads_out(path)?;
        if is_outside {
            self.outside.borrow_mut().insert(path.to_owned());
            let message = "it is outside the folder of the document";
            return Err(Error::new(ErrorKind::PermissionDenied, message));
        }
        let bytes = fs::read(self.folder.join(path))?;
        self.beside
            .borrow_mut()
            .insert(path.to_owned(), bytes.clone());
        Ok(bytes)
    }

    /// Returns whether the file at `path` is a link that leads out of the folder.
    fn leads_out(&self, path: &str) -> Result<bool> {
        let target = fs::canonicalize(self.folder.join(path))?;
        Ok(!target.starts_with(fs::canonicalize(self.folder)?))
    }
}
