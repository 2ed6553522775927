//! How one file of a folder differs from what the package makes.

use std::fmt;

/// How a file on disk differs from the generated one.
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
    /// Generated earlier, edited by hand, and no longer generated: a write leaves it and forgets it.
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
            Self::Missing => ("missing", "generated from the document, but not on disk"),
            Self::Stale => (
                "out of date",
                "the document, the settings or the generator changed",
            ),
            Self::HandEdited => (
                "hand-edited",
                "edited after it was generated; `generate` replaces it",
            ),
            Self::InTheWay => (
                "in the way",
                "not generated, but has the path of a generated file; move it",
            ),
            Self::Orphan => (
                "no longer generated",
                "no longer generated from the document; `generate` removes it",
            ),
            Self::Disowned => (
                "no longer generated",
                "rewritten by hand, and no longer generated from the document; `generate` keeps it",
            ),
            Self::Damaged => (
                "damaged",
                "has unreadable lines, such as those of a merge conflict",
            ),
            Self::Interrupted => (
                "interrupted",
                "left behind by an interrupted `generate`; the next one removes it",
            ),
        }
    }
}

impl fmt::Display for State {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.label())
    }
}
