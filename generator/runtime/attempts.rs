//! The number of attempts of a call.

use std::fmt;

/// A number of attempts. `Display` writes the end of an error message, which is empty for a single attempt.
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
