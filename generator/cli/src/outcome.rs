//! How a command ended.

use std::process::ExitCode;

/// How a command ended, the worse the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// All is fresh or written.
    Done,
    /// Something is stale.
    Stale,
    /// Something fell short of what was asked of it.
    FellShort,
    /// Something could not be done.
    Failed,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Done => 0,
            Outcome::Stale | Outcome::FellShort => 1,
            Outcome::Failed => 2,
        })
    }
}
