//! A change of one item.

use std::fmt;

use super::super::item::{Detail, Item, ItemKind};
use super::difference::difference;
use crate::diagnostics::Pointer;

/// What happened to one item of a crate's public API.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemChange {
    /// The item's path after `use the_client::*`: `models::Service::paused`.
    pub path: String,
    /// What it is; what it was, if it went.
    pub kind: ItemKind,
    /// The line that declares it; that declared it, if it went.
    pub declaration: String,
    /// What happened.
    pub change: Change,
    /// What is different about an item that is there before and after: clauses whose subject is the item, such as
    /// ``returns `Request<Pet>` instead of `Request<()>` ``.
    pub difference: Vec<String>,
    /// What that means for programs.
    pub level: Level,
    /// Where the old document describes it.
    pub old_origin: Option<Pointer>,
    /// Where the new document describes it.
    pub new_origin: Option<Pointer>,
    /// Whether all members of the item share its fate.
    pub(super) is_whole: bool,
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
    /// Returns the word for it, in small letters.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.as_str())
    }
}

impl ItemChange {
    pub(super) fn added(item: &Item<'_>) -> Self {
        Self {
            path: item.path.clone(),
            kind: item.kind,
            declaration: item.signature.clone(),
            change: Change::Added,
            difference: Vec::new(),
            level: match item.detail {
                Detail::Argument(_) => Level::Major,
                _ => Level::Minor,
            },
            old_origin: None,
            new_origin: Some(item.origin.pointer()),
            is_whole: true,
        }
    }

    pub(super) fn removed(item: &Item<'_>) -> Self {
        Self {
            path: item.path.clone(),
            kind: item.kind,
            declaration: item.signature.clone(),
            change: Change::Removed,
            difference: Vec::new(),
            level: Level::Major,
            old_origin: Some(item.origin.pointer()),
            new_origin: None,
            is_whole: true,
        }
    }

    /// Returns a change of an item that is there before and after.
    pub(super) fn new(old: &Item<'_>, new: &Item<'_>, change: Change, level: Level) -> Self {
        Self {
            path: old.path.clone(),
            kind: new.kind,
            declaration: new.signature.clone(),
            difference: match change {
                Change::Changed { .. } => difference(old, new),
                _ => Vec::new(),
            },
            change,
            level,
            old_origin: Some(old.origin.pointer()),
            new_origin: Some(new.origin.pointer()),
            is_whole: old.kind != new.kind,
        }
    }
}
