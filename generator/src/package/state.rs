//! How one file of a folder differs from what the package makes.

use std::fmt;

/// How a file differs from what the package makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum State {
    /// The package makes it, and it is not there.
    Missing,
    /// As it was once generated, but the document, the settings or the generator moved on.
    Stale,
    /// Not what the manifest says was written.
    HandEdited,
    /// Not generated, and where a generated file belongs: a write refuses to replace it.
    InTheWay,
    /// Generated earlier, and the package makes it no more: a write removes it.
    Orphan,
    /// Listed as generated, made no more, and not recognizable as ours: a write leaves it and forgets it.
    Disowned,
    /// The manifest has lines that cannot be read, such as those of a merge conflict.
    Damaged,
    /// A staging folder that a write left behind when it was cut short.
    Interrupted,
}

impl State {
    /// One or two words for the state, for the start of a line.
    #[must_use]
    pub fn label(self) -> &'static str {
        self.row().0
    }

    /// Why the file is in this state and what the next write does about it, in one clause.
    #[must_use]
    pub fn why(self) -> &'static str {
        self.row().1
    }

    fn row(self) -> (&'static str, &'static str) {
        match self {
            Self::Missing => (
                "missing",
                "it is generated from the document, but not there",
            ),
            Self::Stale => (
                "stale",
                "the document, the settings or the generator changed since it was written",
            ),
            Self::HandEdited => (
                "hand-edited",
                "it was changed after it was generated; a write replaces it",
            ),
            Self::InTheWay => (
                "in the way",
                "it was not generated and takes the place of a generated file; move it",
            ),
            Self::Orphan => (
                "orphan",
                "it was generated earlier, but the document no longer makes it",
            ),
            Self::Disowned => (
                "disowned",
                "the document no longer makes it, and it was rewritten by hand; a write leaves it",
            ),
            Self::Damaged => (
                "damaged",
                "it has lines that cannot be read, as a merge conflict leaves them",
            ),
            Self::Interrupted => ("interrupted", "a write was cut short and left it behind"),
        }
    }
}

impl fmt::Display for State {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.label())
    }
}
