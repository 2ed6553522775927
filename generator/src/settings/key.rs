//! One key of the settings.

use super::keys::KEYS;

/// A key of the settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// The tables it stands in and its name, with dots between them. A part in capitals stands for any name.
    pub path: &'static str,
    /// What its value is.
    pub value: &'static str,
    /// What holds where it is absent. `NAME` stands for the name of the crate.
    pub absent: &'static str,
    /// A value, in TOML.
    pub example: &'static str,
}

impl Key {
    /// Returns whether the name of a table that it stands in is a placeholder.
    pub(crate) fn is_in_placeholder(&self) -> bool {
        let (table, _) = self.table_and_name();
        table
            .split('.')
            .any(|name| !name.is_empty() && is_any(name))
    }

    /// Returns the table that it stands in, empty for the file itself, and its name there.
    #[must_use]
    pub fn table_and_name(&self) -> (&'static str, &'static str) {
        self.path.rsplit_once('.').unwrap_or(("", self.path))
    }
}

/// Returns the names that may stand in `table`, in their order; one in capitals stands for any name.
pub(super) fn names_in(table: &str) -> Vec<&'static str> {
    let mut names = Vec::new();
    for key in KEYS {
        let rest = match table {
            "" => Some(key.path),
            table => key
                .path
                .strip_prefix(table)
                .and_then(|rest| rest.strip_prefix('.')),
        };
        let name = rest.and_then(|rest| rest.split('.').next());
        names.extend(name.filter(|name| !names.contains(name)));
    }
    names
}

/// Returns whether a part of a path stands for any name.
pub(super) fn is_any(name: &str) -> bool {
    name.bytes().all(|byte| byte.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_a_table() {
        assert_eq!(
            names_in(""),
            [
                "unwrap",
                "runtime",
                "package",
                "environment",
                "encode",
                "decode",
                "names",
                "diff",
                "lints",
                "references"
            ]
        );
        assert_eq!(names_in("environment"), ["base_url", "schemes"]);
        assert_eq!(names_in("environment.schemes"), ["SCHEME"]);
        assert_eq!(
            names_in("environment.schemes.SCHEME"),
            ["username", "password", "token"]
        );
        assert!(names_in("pack").is_empty());
    }
}
