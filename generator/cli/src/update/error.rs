use std::io::{self, ErrorKind};
use std::path::PathBuf;

use clientsmith::api_files::InputError;
use clientsmith::package::PackageError;

/// Why a client is not updated.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum UpdateError {
    /// A document or the settings cannot be read, or no client can be made of them.
    #[error(transparent)]
    Input(#[from] InputError),
    /// The client cannot be compared or written.
    #[error(transparent)]
    Package(#[from] PackageError),
    /// A folder without the manifest of a generated client.
    #[error("`{}` contains no generated client; correct the folder, or generate the client first", .0.display())]
    NoClient(PathBuf),
    /// A file that cannot be read.
    #[error("cannot read `{}`", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// The reason the operating system gave.
        source: io::Error,
    },
    /// A file that cannot be written.
    #[error("cannot write `{}`; {}", path.display(), advice(source))]
    Write {
        /// The file.
        path: PathBuf,
        /// The reason the operating system gave.
        source: io::Error,
    },
    /// References to files that are not copied.
    #[error(
        "`{}` refers to files outside its folder, which are not copied: `{}`; move them into it",
        document.display(),
        paths.join("`, `")
    )]
    Outside {
        /// The document.
        document: PathBuf,
        /// The paths of the files, relative to its folder.
        paths: Vec<String>,
    },
    /// A file beside the new document, where the old one has another that it does not refer to.
    #[error("`{}` is in the way of a file that the new document refers to; move it", .0.display())]
    InTheWay(PathBuf),
    /// A document that refers to itself, or is referred to, by its name.
    #[error(
        "other files refer to `{}` by its name, but it would be saved as `{}`; rename it, and correct these references",
        from.display(),
        to.display()
    )]
    Renamed {
        /// The document.
        from: PathBuf,
        /// The document that it replaces.
        to: PathBuf,
    },
    /// A version that there is no next one of.
    #[error("`{version}` in `{}` is not a version such as `0.1.0`", settings.display())]
    Version {
        /// The version.
        version: String,
        /// The settings.
        settings: PathBuf,
    },
    /// Settings that cannot be edited.
    #[error("cannot edit `{}`: it is not valid TOML", path.display())]
    Settings {
        /// The settings.
        path: PathBuf,
        /// What is wrong with them.
        source: Box<toml_edit::TomlError>,
    },
    /// Another run that updates the same client.
    #[error("another update of `{0}` is running; run this one again when it is done")]
    Locked(String),
    /// A client that cannot be locked.
    #[error("cannot lock `{name}` for the update; make the folder for temporary files writable")]
    Lock {
        /// The name of the client.
        name: String,
        /// The reason the operating system gave.
        source: io::Error,
    },
    /// A source that would not be fit for the changelog.
    #[error("the source of the document {0}")]
    Source(&'static str),
    /// The journal of another update of the same client.
    #[error("`{}` exists: another update was interrupted; run the update again to finish it", .0.display())]
    UnderWay(PathBuf),
    /// A file that was changed since the update of it was cut short.
    #[error(
        "an update was interrupted, and `{}` was changed since; undo that change, or remove `{}` to abandon that update",
        file.display(),
        journal.display()
    )]
    Moved {
        /// The file.
        file: PathBuf,
        /// The journal of the update.
        journal: PathBuf,
    },
    /// The journal of an update that cannot be read or written.
    #[error("`{}`, the journal of an interrupted update, is damaged; remove it to abandon that update", path.display())]
    Journal {
        /// The journal.
        path: PathBuf,
        /// What is wrong with it.
        source: serde_json::Error,
    },
}

/// Returns what to do about a file that cannot be written.
fn advice(source: &io::Error) -> &'static str {
    match source.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            "make it and its folder writable, then run the update again"
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            "free some space, then run the update again"
        }
        _ => "see the reason below, then run the update again",
    }
}
