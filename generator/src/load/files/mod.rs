//! References to other files: what they mean becomes part of the document's own tree.
//!
//! A file is put below [`FILES`] as a whole, and references to it are rewritten to lead there. What a component only
//! refers to is put in the component's own place, so that it gets the component's name.

mod adopt;
mod bundle;
mod maps;
mod path;

use std::{fmt, io};

pub(super) use bundle::{Bundle, Bundled};

/// The member of the root below which other files are put.
pub(crate) const FILES: &str = "x-clientsmith-files";

/// Reads the files beside a document.
///
/// Paths are relative to the folder of the document, with `/` between their parts and without `.`; they begin with
/// `..` only if [`outside`](Self::outside) allows it. Nothing is ever fetched from a network.
#[derive(Clone, Copy)]
pub struct Files<'a> {
    /// Gives the content of the file at a path.
    pub read: &'a dyn Fn(&str) -> io::Result<Vec<u8>>,
    /// Whether files outside the folder of the document are read as well.
    pub outside: bool,
}

impl Files<'_> {
    /// No files: a reference to one leads nowhere.
    pub(super) const NONE: Files<'static> = Files {
        read: &|_| {
            Err(io::Error::new(
                io::ErrorKind::Unsupported,
                "files are not read here",
            ))
        },
        outside: false,
    };
}

impl fmt::Debug for Files<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Files")
            .field("outside", &self.outside)
            .finish_non_exhaustive()
    }
}

/// Returns a reference as the document has it: one into another file, if that is where it leads.
pub(crate) fn as_written(reference: &str) -> String {
    let path = reference.strip_prefix(&format!("#/{FILES}/"));
    let Some((file, rest)) = path.map(|path| path.split_once('/').unwrap_or((path, ""))) else {
        return reference.to_owned();
    };
    let file = file
        .replace("~1", "/")
        .replace("~0", "~")
        .replace("%25", "%");
    if rest.is_empty() {
        file
    } else {
        format!("{file}#/{rest}")
    }
}

/// Returns the name of a file without its folder and extension.
pub(crate) fn file_stem(file: &str) -> &str {
    let name = file.rsplit('/').next().unwrap_or(file);
    name.split_once('.').map_or(name, |(stem, _)| stem)
}
