//! What is wrong with a client's settings.

use std::fmt;

/// A client that cannot be built, or a call its settings rule out.
#[derive(Debug)]
pub struct ConfigurationError(String);

impl ConfigurationError {
    /// An error that says `problem`, a text without secrets that tells what to change.
    #[must_use]
    pub fn new(problem: impl Into<String>) -> Self {
        Self(problem.into())
    }
}

impl fmt::Display for ConfigurationError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for ConfigurationError {}
