use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs;
use std::io::{Error, ErrorKind, Result};
use std::path::Path;

use crate::diagnostics::Diagnostics;
use crate::{Document, Files};

/// Returns the document in `bytes`, called `name`, which stands in `folder`, and the files there that it refers to.
pub(super) fn read(
    folder: &Path,
    name: &str,
    bytes: &[u8],
    outside: bool,
) -> (std::result::Result<Document, Diagnostics>, BTreeSet<String>) {
    let asked = RefCell::new(BTreeSet::new());
    let read = |path: &str| {
        asked.borrow_mut().insert(path.to_owned());
        file(folder, path, outside)
    };
    let files = Files {
        read: &read,
        outside,
    };
    let document = Document::read_with(name, bytes, files);
    (document, asked.take())
}

/// Returns the file at `path`, which is relative to `folder`, unless it is a link that leads out of that.
fn file(folder: &Path, path: &str, outside: bool) -> Result<Vec<u8>> {
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let target = fs::canonicalize(folder.join(path))?;
    if !outside && !target.starts_with(fs::canonicalize(folder)?) {
        let message = "it is a link that leads out of the folder of the document";
        return Err(Error::new(ErrorKind::PermissionDenied, message));
    }
    fs::read(target)
}
