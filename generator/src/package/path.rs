//! Paths that stay inside the folder they are joined to, on every platform.

use std::fmt;
use std::path::{Path, PathBuf};

use super::error::PackageError;

/// A relative path with `/` separators that names something below any folder it is joined to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct RelativePath(String);

/// What breaks a rule, and the rule in words.
type Rule = (fn(&str) -> bool, &'static str);

/// What a path must not be. The rules are those of the strictest platform, so that a package which
/// is valid here is valid everywhere.
const RULES: &[Rule] = &[
    (str::is_empty, "it is empty"),
    (|path| path.starts_with('/'), "it is absolute"),
    (
        |path| path.contains('\\'),
        "it has a backslash, which is a separator on Windows",
    ),
    (
        |path| path.contains(':'),
        "it has a colon, which names a drive or a stream on Windows",
    ),
    (
        |path| path.contains(char::is_control),
        "it has a control character",
    ),
    (
        |path| path.split('/').any(str::is_empty),
        "it has an empty segment",
    ),
    (
        |path| path.split('/').any(is_dots),
        "it has a `.` or `..` segment",
    ),
    (
        |path| path.split('/').any(ends_in_dot_or_space),
        "a segment ends in a dot or space, which Windows drops",
    ),
    (
        is_reserved,
        "names that begin with `.clientsmith` are reserved for the manifest and for staging",
    ),
];

impl RelativePath {
    /// Takes `text` if it breaks none of the rules.
    pub(super) fn parse(text: &str) -> Result<Self, PackageError> {
        match RULES.iter().find(|(breaks, _)| breaks(text)) {
            Some((_, reason)) => Err(PackageError::Path {
                path: text.to_owned(),
                reason,
            }),
            None => Ok(Self(text.to_owned())),
        }
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the path below `dir`, with the separators of this platform.
    pub(super) fn under(&self, dir: &Path) -> PathBuf {
        self.0
            .split('/')
            .fold(dir.to_owned(), |path, segment| path.join(segment))
    }

    /// Returns the folder that it is in: `a/b` for `a/b/c`, and nothing for `c`.
    pub(super) fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// Returns every leading part, shortest first: `a`, `a/b` and `a/b/c` for `a/b/c`.
    pub(super) fn prefixes(&self) -> impl DoubleEndedIterator<Item = &str> {
        let ends = self
            .0
            .match_indices('/')
            .map(|(end, _)| end)
            .chain([self.0.len()]);
        let prefixes: Vec<&str> = ends.filter_map(|end| self.0.get(..end)).collect();
        prefixes.into_iter()
    }

    /// Returns the path as a file system that ignores case compares it.
    pub(super) fn folded(&self) -> String {
        self.0.to_lowercase()
    }
}

impl fmt::Display for RelativePath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

fn is_dots(segment: &str) -> bool {
    matches!(segment, "." | "..")
}

fn ends_in_dot_or_space(segment: &str) -> bool {
    segment.ends_with(['.', ' '])
}

fn is_reserved(path: &str) -> bool {
    path.to_lowercase().starts_with(".clientsmith")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_that_could_leave_the_folder_are_refused() {
        let hostile = [
            "",
            "/etc/passwd",
            "..",
            "../x",
            "a/../../x",
            "a/./b",
            "a//b",
            "a/",
            "a\\b",
            "C:x",
            "c:/x",
            "a\nb",
            "a\0",
            "src. /x",
            "a./b",
            ".clientsmith",
            ".ClientSmith-staging-x/y",
        ];
        for path in hostile {
            assert!(RelativePath::parse(path).is_err(), "{path:?} was taken");
        }
    }

    #[test]
    fn ordinary_paths_are_taken() {
        for path in [
            "Cargo.toml",
            "src/models/a b.rs",
            ".gitignore",
            "...a",
            "src/größe.rs",
        ] {
            assert!(RelativePath::parse(path).is_ok(), "{path:?} was refused");
        }
    }

    #[test]
    fn prefixes_grow_to_the_path_itself() -> Result<(), PackageError> {
        let path = RelativePath::parse("src/models/pet.rs")?;
        assert!(
            path.prefixes()
                .eq(["src", "src/models", "src/models/pet.rs"])
        );
        Ok(())
    }
}
