//! The outcome of a command.

use std::process::ExitCode;

/// The outcome of a command, from the best to the worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Everything is up to date or was written.
    Done,
    /// Something is out of date.
    Stale,
    /// A change matched `--fail-on`, or a measurement missed its limit.
    FellShort,
    /// An error occurred.
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
