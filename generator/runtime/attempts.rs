//! How often a call was tried.

use std::fmt;

/// A number of attempts; written as the end of a message, which says nothing of a single one.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Attempts(pub u32);

impl fmt::Display for Attempts {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            0 | 1 => Ok(()),
            count => write!(formatter, " (after {count} attempts)"),
        }
    }
}
