use std::io;
use std::path::PathBuf;
use std::time::Instant;

use super::{Outcome, Strictness, report, summary, terminal};
use crate::update::UpdateError;
use clientsmith::api_files::{ApiFiles, InputError};
use clientsmith::package::PackageError;

/// A client: what it is made from, and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Client {
    /// What it is made from.
    pub files: ApiFiles,
    /// Its folder, relative to the root of the files.
    pub output: PathBuf,
}

/// Why a client cannot be written or checked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ClientError {
    /// It cannot be made.
    #[error(transparent)]
    Input(#[from] InputError),
    /// Its folder cannot be read or written.
    #[error(transparent)]
    Package(#[from] PackageError),
    /// Its document cannot be replaced.
    #[error(transparent)]
    Update(#[from] UpdateError),
    /// A folder that has to be empty is not.
    #[error("`{}` is not empty; name a new folder, or write to it with `generate`", .0.display())]
    NotEmpty(PathBuf),
    /// A file or folder that cannot be read.
    #[error("cannot read `{}`", path.display())]
    Read {
        /// The file or folder.
        path: PathBuf,
        /// The reason the operating system gave.
        source: io::Error,
    },
    /// A file that cannot be written.
    #[error("cannot write `{}`", path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// The reason the operating system gave.
        source: io::Error,
    },
}

impl Client {
    /// Writes the client and prints what changed; prints nothing if nothing changed and stdout is not a terminal.
    ///
    /// # Errors
    ///
    /// [`ClientError`], and nothing is written, if it cannot be made.
    pub fn generate(&self, strictness: &Strictness) -> Result<Outcome, ClientError> {
        let start = Instant::now();
        let package = self.files.package(strictness.warnings())?;
        let written = package.write_to(&self.files.root.join(&self.output))?;
        let warnings = terminal::warn(&package, strictness.verbosity());
        if !written.is_unchanged() || terminal::is_interactive() {
            let name = &self.files.name;
            terminal::say(&summary::written(name, &written, warnings, start.elapsed()));
        }
        Ok(Outcome::Done)
    }

    /// Checks that the client is up to date, without writing anything.
    ///
    /// # Errors
    ///
    /// [`ClientError`] if it cannot be made or compared.
    pub fn check(&self, strictness: &Strictness) -> Result<Outcome, ClientError> {
        let start = Instant::now();
        let package = self.files.package(strictness.warnings())?;
        let stale = package.stale_in(&self.files.root.join(&self.output))?;
        let warnings = terminal::warn(&package, strictness.verbosity());
        terminal::print(&report(&self.output, &stale));
        if !stale.is_empty() || terminal::is_interactive() {
            let (name, files) = (&self.files.name, package.files().count() + 1);
            let took = start.elapsed();
            terminal::say(&summary::checked(name, files, &stale, warnings, took));
        }
        Ok(if stale.is_empty() {
            Outcome::Done
        } else {
            Outcome::Stale
        })
    }
}
