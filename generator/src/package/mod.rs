//! The files of one generated crate, and the only way they reach a disk.
//!
//! A [`Package`] is plain text in memory. [`Package::write_to`] makes a folder equal to it and
//! [`Package::stale_in`] tells where a folder differs. Both start from the same survey of the folder,
//! so a check that finds nothing and a write that changes nothing are the same statement.
//!
//! What is ours in a folder is what its manifest, `.clientsmith`, lists. Nothing else is ever
//! overwritten or removed, except that a file which carries [`MARKER`] may be overwritten.

mod collision;
mod diff;
mod disk;
mod error;
mod judge;
mod lock;
mod manifest;
mod path;
mod plan;
mod staging;
mod stale;
mod state;
mod survey;
mod visible;
mod write;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::path::Path;

pub use diff::{unified, unified_colored};
pub use error::PackageError;
pub use lock::{Lock, try_exclusive};
pub use manifest::MANIFEST;
pub use staging::parent;
pub use stale::Stale;
pub(crate) use state::HEADER;
pub use state::MARKER;
pub use state::State;
pub use write::Written;

use crate::diagnostics::Diagnostics;
use path::RelativePath;

/// The complete content of a generated crate: what is in it is in the folder after a write, and
/// what an earlier package left there and this one does not make is gone.
#[derive(Debug, Clone)]
pub struct Package {
    files: BTreeMap<RelativePath, String>,
    document_hash: String,
    warnings: Diagnostics,
}

impl Package {
    /// Collects `files`, given as relative paths with `/` separators and their content.
    ///
    /// `document_hash` identifies the API document the files were made from; the manifest shows it.
    ///
    /// # Errors
    ///
    /// [`PackageError::Path`] for a path that could leave the folder or cannot exist on every platform, and
    /// [`PackageError::Collision`] for two paths that are one file where case does not count.
    pub fn new(
        files: impl IntoIterator<Item = (String, String)>,
        document_hash: String,
    ) -> Result<Self, PackageError> {
        let files = files
            .into_iter()
            .map(|(path, content)| Ok((RelativePath::parse(&path)?, content)))
            .collect::<Result<Vec<_>, PackageError>>()?;
        collision::refuse(files.iter().map(|(path, _)| path))?;
        let files = files.into_iter().collect();
        Ok(Self {
            files,
            document_hash,
            warnings: Diagnostics::default(),
        })
    }

    /// Returns the package with `warnings` about the document it was made from.
    #[must_use]
    pub fn with_warnings(self, warnings: Diagnostics) -> Self {
        Self { warnings, ..self }
    }

    /// Returns what could not be expressed as the document has it.
    #[must_use]
    pub fn warnings(&self) -> &Diagnostics {
        &self.warnings
    }

    /// Returns the files as (path, content), sorted by path; the manifest is not among them.
    pub fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files
            .iter()
            .map(|(path, content)| (path.as_str(), content.as_str()))
    }

    /// Returns the hash of the API document, as given to [`Package::new`].
    #[must_use]
    pub fn document_hash(&self) -> &str {
        &self.document_hash
    }

    /// Makes the folder `dir` equal to this package and tells what that changed.
    ///
    /// Files that are already right are not touched. A kill or a full disk at any moment leaves every
    /// file whole, either old or new; [`Package::stale_in`] then says so and the next write repairs it.
    /// A write waits for others of the same folder on this machine.
    ///
    /// # Errors
    ///
    /// [`PackageError::InTheWay`], before anything is written, if a file that is not ours is where a generated
    /// one belongs; [`PackageError::Io`] if the operating system refuses a step.
    pub fn write_to(&self, dir: &Path) -> Result<Written, PackageError> {
        write::write(self, dir)
    }

    /// Tells where the folder `dir` differs from this package, sorted by path. Writes nothing.
    ///
    /// An empty list means that [`Package::write_to`] would change nothing. Bytes are compared, so a checkout must
    /// not convert line endings: mark the folder `-text` or `text eol=lf` in `.gitattributes`.
    ///
    /// # Errors
    ///
    /// [`PackageError::Io`] if something in `dir` cannot be read.
    pub fn stale_in(&self, dir: &Path) -> Result<Vec<Stale>, PackageError> {
        stale::stale(self, dir)
    }
}
