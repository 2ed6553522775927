use std::io;
use std::path::PathBuf;

use crate::api_files::InputError;
use crate::package::PackageError;

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
    #[error("cannot write `{}`; correct that, then run the update again", path.display())]
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
        /// The document that it takes the place of.
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
    #[error("cannot write the version into `{}`", path.display())]
    Settings {
        /// The settings.
        path: PathBuf,
        /// What is wrong with them.
        source: Box<toml_edit::TomlError>,
    },
    /// Another update of the same client.
    #[error("`{}` is there: another update is under way, or was cut short; run the update again when no other runs", .0.display())]
    UnderWay(PathBuf),
    /// A file that was changed since the update of it was cut short.
    #[error(
        "an update was cut short, and `{}` is neither what it found nor what it was to write; bring back one of the two, or remove `{}` to give up that update",
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
    #[error("`{}`, the journal of an update, is damaged; remove it to give up that update", path.display())]
    Journal {
        /// The journal.
        path: PathBuf,
        /// What is wrong with it.
        source: serde_json::Error,
    },
}
