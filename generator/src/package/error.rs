//! Why a package cannot be made, read or written, and what to do about it.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// A failure of a [`Package`](super::Package): each names the path, what failed, and what to do.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PackageError {
    /// A path that could leave the folder, or that some platform cannot store.
    #[error("`{}` cannot be the path of a generated file: {reason}; use a relative path with `/` separators", path.escape_debug())]
    Path {
        /// The path as given.
        path: String,
        /// The rule it breaks.
        reason: &'static str,
    },
    /// Two paths that are one where case does not count, or a file where another path needs a folder.
    #[error("`{first}` and `{second}` cannot both exist on every file system; rename one of them")]
    Collision {
        /// The path that came first.
        first: String,
        /// The path that collides with it.
        second: String,
    },
    /// Files, links or folders that were not generated are where generated files belong.
    #[error(
        "files that were not generated are in the way: {}; move or delete them and try again (nothing was written)",
        list(paths)
    )]
    InTheWay {
        /// Every path in the way, sorted.
        paths: Vec<PathBuf>,
    },
    /// The operating system refused a step; the source of this error is its reason.
    #[error("cannot {action} `{}`; {}", path.display(), advice(source))]
    Io {
        /// What was tried, as a verb.
        action: &'static str,
        /// The path it was tried on.
        path: PathBuf,
        /// The reason the operating system gave.
        source: io::Error,
    },
}

/// Completes an [`io::Error`] with the `action` that failed and the `path` it failed on, for `map_err`.
pub(super) fn failed(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> PackageError {
    let path = path.to_owned();
    move |source| PackageError::Io {
        action,
        path,
        source,
    }
}

fn list(paths: &[PathBuf]) -> String {
    let quoted: Vec<String> = paths
        .iter()
        .map(|path| format!("`{}`", path.display()))
        .collect();
    quoted.join(", ")
}

fn advice(source: &io::Error) -> &'static str {
    match source.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            "make it and its folder writable, then run the command again"
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            "free some space, then run the command again"
        }
        ErrorKind::NotADirectory => {
            "a file is where a folder belongs: move it, then run the command again"
        }
        _ => "see the reason below, then run the command again",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_io_failure_names_the_path_and_the_remedy() {
        let full = failed("write", Path::new("src/lib.rs"))(ErrorKind::StorageFull.into());
        assert_eq!(
            full.to_string(),
            "cannot write `src/lib.rs`; free some space, then run the command again"
        );
    }

    #[test]
    fn control_characters_of_a_refused_path_are_escaped() {
        let refused = PackageError::Path {
            path: "a\u{1b}[2J".into(),
            reason: "it has a control character",
        };
        assert!(refused.to_string().starts_with("`a\\u{1b}[2J` cannot be"));
    }
}
