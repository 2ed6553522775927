//! Reads the files that a document refers to.

use std::fs;
use std::io::{Error, ErrorKind, Result};
use std::path::Path;

use clientsmith::{Diagnostics, Document, Files, Settings};

/// The document in `bytes`, called `name`, which stands in `folder` with the files that it refers to.
///
/// # Errors
///
/// What [`Document::read_with`] fails with.
pub fn document(
    folder: &Path,
    name: &str,
    bytes: &[u8],
    settings: &Settings,
) -> std::result::Result<Document, Diagnostics> {
    let outside = settings.references.outside;
    let files = Files {
        read: &|path| read(folder, path, outside),
        outside,
    };
    Document::read_with(name, bytes, files)
}

/// The file at `path`, which is relative to `folder`.
///
/// # Errors
///
/// What reading fails with; and a symbolic link that leads out of `folder`, unless `outside` allows that.
fn read(folder: &Path, path: &str, outside: bool) -> Result<Vec<u8>> {
    let target = fs::canonicalize(folder.join(path))?;
    if !outside && !target.starts_with(fs::canonicalize(folder)?) {
        let message = "it is a link that leads out of the folder of the document";
        return Err(Error::new(ErrorKind::PermissionDenied, message));
    }
    fs::read(target)
}
