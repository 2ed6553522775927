//! Finds the repository, also after it was moved.

use std::env;
use std::path::{Path, PathBuf};

use crate::Failure;

/// Returns the root of the repository: the nearest folder with `spec/` and `Cargo.toml` at or above the package
/// that Cargo runs, or else at or above the current folder.
///
/// # Errors
///
/// [`Failure::Root`] if there is none.
pub fn find() -> Result<PathBuf, Failure> {
    let package = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let mut starts = package.into_iter().chain(env::current_dir());
    starts.find_map(|start| above(&start)).ok_or(Failure::Root)
}

fn above(start: &Path) -> Option<PathBuf> {
    start
        .ancestors()
        .find(|folder| is_root(folder))
        .map(Path::to_owned)
}

fn is_root(folder: &Path) -> bool {
    folder.join("spec").is_dir() && folder.join("Cargo.toml").is_file()
}

#[cfg(test)]
mod tests {

    use std::fs;

    use super::*;

    #[test]
    fn the_root_is_found_from_below() {
        let root = tempfile::tempdir().unwrap();
        let below = root.path().join("xtask/src");
        fs::create_dir_all(&below).unwrap();
        fs::write(root.path().join("xtask/Cargo.toml"), "").unwrap();
        assert_eq!(above(&below), None);
        fs::create_dir(root.path().join("spec")).unwrap();
        fs::write(root.path().join("Cargo.toml"), "").unwrap();
        assert_eq!(above(&below).as_deref(), Some(root.path()));
    }
}
