//! Why a command could not do its work.

use std::io;
use std::path::PathBuf;

use clientsmith::api_files::InputError;
use clientsmith::package::PackageError;
use clientsmith_cli::ClientError;

use crate::new::Refusal;

/// A failure that ends the work on one API, or on all of them.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Failure {
    /// There is no repository around the current folder.
    #[error(
        "no folder with `spec/` and `Cargo.toml` here or above; run this inside the repository"
    )]
    Root,
    /// There is no document in the folder of documents.
    #[error("no document in `{}`; add NAME.yaml, NAME.yml or NAME.json", .0.display())]
    NoApi(PathBuf),
    /// A name that no document has.
    #[error("no API is called `{name}`{}; there is {}", suggestion(nearest.as_deref()), known.join(", "))]
    Unknown {
        /// The name as given.
        name: String,
        /// The known name that is most like it.
        nearest: Option<String>,
        /// Every known name, sorted.
        known: Vec<String>,
    },
    /// Two documents with one name.
    #[error("`{}` and `{}` are documents of one name; remove or rename one", first.display(), second.display())]
    TwoDocuments {
        /// The document that came first.
        first: PathBuf,
        /// The document that has the same name.
        second: PathBuf,
    },
    /// Settings whose name no document has.
    #[error("`{}` are settings without a document of the same name beside them; rename or remove them", .0.display())]
    NoDocument(PathBuf),
    /// A file or folder that cannot be read.
    #[error("cannot read `{}`", path.display())]
    Read {
        /// The file or folder.
        path: PathBuf,
        /// The reason the operating system gave.
        source: io::Error,
    },
    /// A file or folder that cannot be written.
    #[error("cannot write `{}`", path.display())]
    Write {
        /// The file or folder.
        path: PathBuf,
        /// The reason the operating system gave.
        source: io::Error,
    },
    /// Cargo cannot be started.
    #[error("cannot run cargo")]
    Run(#[source] io::Error),
    /// Something that cannot be measured.
    #[error("cannot measure `{}`: {problem}", path.display())]
    Bench {
        /// The file or folder.
        path: PathBuf,
        /// What is wrong with it.
        problem: String,
    },
    /// A revision that git does not know, or that lacks a file.
    #[error("`{name}` is neither a file nor a revision that has the document: {reason}")]
    Revision {
        /// The name as given.
        name: String,
        /// What git says.
        reason: String,
    },
    /// A document that refers to files, and takes the place of one that has no folder of its own.
    #[error(
        "the new document refers to other files, which cannot be among the documents of other APIs; move `{}` to `{}` and update again",
        document.display(),
        to.display()
    )]
    Beside {
        /// The document in the repository.
        document: PathBuf,
        /// Where it can have files beside it.
        to: PathBuf,
    },
    /// An API that is not added.
    #[error(transparent)]
    New(#[from] Refusal),
    /// A client that cannot be made, written or compared.
    #[error(transparent)]
    Client(#[from] ClientError),
}

impl From<InputError> for Failure {
    fn from(error: InputError) -> Self {
        Self::Client(error.into())
    }
}

impl From<PackageError> for Failure {
    fn from(error: PackageError) -> Self {
        Self::Client(error.into())
    }
}

fn suggestion(nearest: Option<&str>) -> String {
    nearest
        .map(|name| format!(" (did you mean `{name}`?)"))
        .unwrap_or_default()
}
