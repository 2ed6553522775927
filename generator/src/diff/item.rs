//! Changes of the generated crate's public API.

use crate::diagnostics::Pointer;

/// What happened to one item of a crate's public API.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemChange {
    /// The item's path after `use the_client::*`: `models::Service::paused`.
    pub path: String,
    /// What happened.
    pub change: Change,
    /// What that means for programs.
    pub level: Level,
    /// Where the old document describes it.
    pub old_origin: Option<Pointer>,
    /// Where the new document describes it.
    pub new_origin: Option<Pointer>,
}

/// What happened to an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It is declared in another way.
    Changed {
        /// The line that declared it.
        old: String,
        /// The line that declares it.
        new: String,
    },
    /// The document discourages its use, and nothing else changed.
    Deprecated,
}

/// What a change means for programs ([Semantic Versioning](https://semver.org), items 6 to 8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Programs stay as they are.
    Patch,
    /// There is more that programs can use.
    Minor,
    /// Programs that use the item do not compile any more, or would do something else.
    Major,
}

impl Level {
    /// The word for it, in small letters.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}

impl std::fmt::Display for Level {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.pad(self.as_str())
    }
}
