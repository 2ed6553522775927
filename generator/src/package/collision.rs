//! Finds paths that cannot exist together on a file system that ignores case.

use std::collections::BTreeMap;

use super::error::PackageError;
use super::path::RelativePath;

/// Refuses a set of paths in which one occurs twice, two differ only in case (whole, or in a folder
/// they share), or one is a file where another needs a folder.
pub(super) fn refuse<'a>(
    paths: impl Iterator<Item = &'a RelativePath>,
) -> Result<(), PackageError> {
    let mut taken = BTreeMap::new();
    // The folder of the file before: neighbours mostly share theirs, which is taken then.
    let mut folder = "";
    for path in paths {
        let is_neighbour = path.folder() == folder;
        folder = path.folder();
        let is_open = |prefix: &&str| !is_neighbour || prefix.len() > folder.len();
        for prefix in path.prefixes().filter(is_open) {
            let claim = Claim {
                prefix,
                path: path.as_str(),
            };
            if let Some(first) = taken.insert(prefix.to_lowercase(), claim)
                && !first.is_same_folder_as(claim)
            {
                return Err(collision(first, claim));
            }
        }
    }
    Ok(())
}

/// A file or folder `prefix`, needed by `path`.
#[derive(Clone, Copy)]
struct Claim<'a> {
    prefix: &'a str,
    path: &'a str,
}

impl Claim<'_> {
    fn is_file(self) -> bool {
        self.prefix.len() == self.path.len()
    }

    fn is_same_folder_as(self, other: Self) -> bool {
        self.prefix == other.prefix && !self.is_file() && !other.is_file()
    }
}

fn collision(first: Claim<'_>, second: Claim<'_>) -> PackageError {
    PackageError::Collision {
        first: first.path.to_owned(),
        second: second.path.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_refused(paths: &[&str]) -> bool {
        let parsed: Vec<_> = paths
            .iter()
            .filter_map(|path| RelativePath::parse(path).ok())
            .collect();
        assert_eq!(parsed.len(), paths.len());
        refuse(parsed.iter()).is_err()
    }

    #[test]
    fn case_alone_does_not_tell_two_files_apart() {
        assert!(is_refused(&["src/Pet.rs", "src/pet.rs"]));
        assert!(is_refused(&["Src/a.rs", "src/b.rs"]));
        assert!(is_refused(&["a", "a"]));
    }

    #[test]
    fn a_file_is_not_also_a_folder() {
        assert!(is_refused(&["src", "src/lib.rs"]));
        assert!(is_refused(&["src/lib.rs", "SRC"]));
    }

    #[test]
    fn neighbours_share_their_folders() {
        assert!(!is_refused(&[
            "src/a/x.rs",
            "src/a/y.rs",
            "src/b.rs",
            "src.rs"
        ]));
    }
}
