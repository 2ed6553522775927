//! What is on the disk where a file belongs, without following links out of the folder.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::error::{PackageError, failed};
use super::path::RelativePath;

/// What was found at a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Found {
    /// Nothing.
    Absent,
    /// A regular file with this content.
    File(Vec<u8>),
    /// Something that cannot be read or replaced as a file: a link, a folder, a device, or one of
    /// the first two where a folder on the way belongs. The path is what blocks, relative to `dir`.
    Blocked(String),
}

/// Looks at `path` below `dir`. Only `dir` itself may be a link.
pub(super) fn look(dir: &Path, path: &RelativePath) -> Result<Found, PackageError> {
    let mut prefixes = path.prefixes();
    let Some(file) = prefixes.next_back() else {
        return Ok(Found::Absent);
    };
    for folder in prefixes {
        match kind(&dir.join(folder))? {
            Kind::Folder => {}
            Kind::Absent => return Ok(Found::Absent),
            Kind::File | Kind::Other => return Ok(Found::Blocked(folder.to_owned())),
        }
    }
    look_at_file(&dir.join(file), file)
}

/// Looks at the entry `name` of `dir`, as [`look`] does.
pub(super) fn look_at_entry(dir: &Path, name: &str) -> Result<Found, PackageError> {
    look_at_file(&dir.join(name), name)
}

/// Returns the names in the folder `dir` that are folders themselves, sorted; none if there is no `dir`.
pub(super) fn folders_in(dir: &Path) -> Result<Vec<String>, PackageError> {
    let entries = match fs::read_dir(dir) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(failed("list", dir))?,
    };
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry.map_err(failed("list", dir))?;
        if entry
            .file_type()
            .map_err(failed("look at", &entry.path()))?
            .is_dir()
        {
            names.extend(entry.file_name().into_string());
        }
    }
    names.sort_unstable();
    Ok(names)
}

/// Returns whether there is anything at all at `path`.
pub(super) fn exists(path: &Path) -> Result<bool, PackageError> {
    Ok(!matches!(kind(path)?, Kind::Absent))
}

/// Removes the file at `path` below `dir`, then the folders on the way that this leaves empty.
pub(super) fn remove(dir: &Path, path: &RelativePath) -> Result<(), PackageError> {
    let full = path.under(dir);
    unless_absent(fs::remove_file(&full)).map_err(failed("remove", &full))?;
    for folder in path.prefixes().rev().skip(1) {
        let folder = dir.join(folder);
        match unless_absent(fs::remove_dir(&folder)) {
            Err(error) if error.kind() == ErrorKind::DirectoryNotEmpty => break,
            result => result.map_err(failed("remove", &folder))?,
        }
    }
    Ok(())
}

/// Moves the staged file `from` to `to`, making the folders it needs.
pub(super) fn install(from: &Path, to: &Path) -> Result<(), PackageError> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).map_err(failed("make the folder", folder))?;
    }
    fs::rename(from, to).map_err(failed("replace", to))
}

enum Kind {
    Absent,
    File,
    Folder,
    Other,
}

fn kind(path: &Path) -> Result<Kind, PackageError> {
    match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.is_file() => Ok(Kind::File),
        Ok(metadata) if metadata.is_dir() => Ok(Kind::Folder),
        Ok(_) => Ok(Kind::Other),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Kind::Absent),
        Err(error) => Err(failed("look at", path)(error)),
    }
}

fn look_at_file(path: &PathBuf, name: &str) -> Result<Found, PackageError> {
    match kind(path)? {
        Kind::Absent => Ok(Found::Absent),
        Kind::File => Ok(Found::File(fs::read(path).map_err(failed("read", path))?)),
        Kind::Folder | Kind::Other => Ok(Found::Blocked(name.to_owned())),
    }
}

fn unless_absent(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        result => result,
    }
}
