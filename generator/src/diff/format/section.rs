//! The sections of reports that people read.

use crate::codes::changes::Verdict;
use crate::diff::Entry;
use crate::surface::{Change, ItemChange, Level};

/// The titles of all sections in their order.
pub const TITLES: &[&str] = &[
    Section::Breaking.title(),
    Section::Behavior.title(),
    Section::Added.title(),
    Section::Deprecated.title(),
    Section::Other.title(),
];

/// A section of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    /// What programs do not compile with.
    Breaking,
    /// What behaves in another way, though programs compile.
    Behavior,
    Added,
    Deprecated,
    /// What nobody has to do anything about.
    Other,
}

impl Section {
    /// All sections in their order.
    pub const ALL: [Self; 5] = [
        Self::Breaking,
        Self::Behavior,
        Self::Added,
        Self::Deprecated,
        Self::Other,
    ];

    /// Returns the section of a change in the changelog of the crate: `Breaking` is what leads to a new major version.
    pub fn in_changelog(entry: &Entry) -> Self {
        let is_new = |item: &ItemChange| item.change == Change::Added;
        match entry.level {
            Level::Major => Self::Breaking,
            _ if entry.verdict != Verdict::Compatible => Self::Behavior,
            _ if entry.code.id == "deprecated" => Self::Deprecated,
            Level::Minor if entry.code.id.ends_with("-added") => Self::Added,
            Level::Minor if entry.items.iter().all(is_new) => Self::Added,
            Level::Minor | Level::Patch => Self::Other,
        }
    }

    /// Returns the section of a change in a review of the document: `Breaking` is what breaks clients in any language
    /// as well.
    pub fn in_review(entry: &Entry) -> Self {
        match entry.verdict {
            Verdict::Breaking => Self::Breaking,
            _ => Self::in_changelog(entry),
        }
    }

    pub const fn title(self) -> &'static str {
        match self {
            Self::Breaking => "Breaking",
            Self::Behavior => "Behavior",
            Self::Added => "Added",
            Self::Deprecated => "Deprecated",
            Self::Other => "Other changes",
        }
    }
}
