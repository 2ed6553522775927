use std::io;
use std::path::PathBuf;

use crate::diagnostics::Diagnostics;

/// Why no client can be made from files.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum InputError {
    /// A file that cannot be read.
    #[error("cannot read `{}`", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// The reason the operating system gave.
        source: io::Error,
    },
    /// Faults of the document or of its settings.
    #[error("no client can be made from `{}`", document.display())]
    Diagnostics {
        /// The document.
        document: PathBuf,
        /// The faults.
        #[source]
        diagnostics: Diagnostics,
    },
}
