//! No answer, or not a whole one.

use std::error::Error;
use std::fmt;

/// A connection that did not come about or broke. Holds no URL, since a query may carry a key.
#[derive(Debug)]
pub struct TransportError {
    operation: &'static str,
    source: reqwest::Error,
}

impl TransportError {
    /// The failure `source` of a call to `operation`.
    #[must_use]
    pub fn new(operation: &'static str, source: reqwest::Error) -> Self {
        Self {
            operation,
            source: source.without_url(),
        }
    }

    /// Whether no connection came about, so that the server cannot have seen the request.
    #[must_use]
    pub fn is_connect(&self) -> bool {
        self.source.is_connect()
    }

    /// Whether a connection came about and broke, so that the server may have acted on the request.
    #[must_use]
    pub fn is_dropped(&self) -> bool {
        !self.is_connect() && !self.source.is_builder() && !self.source.is_redirect()
    }

    /// Whether a limit of time was reached that the HTTP client itself has.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.source.is_timeout()
    }

    fn root_cause(&self) -> &dyn Error {
        let mut cause: &dyn Error = &self.source;
        while let Some(source) = cause.source() {
            cause = source;
        }
        cause
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match (self.is_connect(), self.is_dropped()) {
            (true, _) => "no connection to the server",
            (_, true) => "the connection broke before the whole answer arrived",
            _ => "the request cannot be sent",
        };
        write!(
            formatter,
            "{}: {what}: {}",
            self.operation,
            self.root_cause()
        )
    }
}

impl Error for TransportError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.source)
    }
}
