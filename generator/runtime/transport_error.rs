//! No answer, or not a whole one.

use super::attempts::Attempts;
use super::call::Call;
use std::error::Error;
use std::fmt;

/// A connection that did not come about or broke. Holds no URL, since a query may carry a key.
///
/// `Display` includes the root cause; there is no `source`.
#[derive(Debug)]
pub struct TransportError {
    operation: &'static str,
    attempts: Attempts,
    cause: reqwest::Error,
}

impl TransportError {
    /// The failure `cause` of an attempt at `call`.
    #[must_use]
    pub fn new(call: &Call, cause: reqwest::Error) -> Self {
        Self {
            operation: call.operation.id,
            attempts: call.attempts,
            cause: cause.without_url(),
        }
    }

    /// Returns the ID of the operation.
    #[must_use]
    pub fn operation(&self) -> &'static str {
        self.operation
    }

    /// Returns the error of the HTTP client.
    #[must_use]
    pub fn cause(&self) -> &reqwest::Error {
        &self.cause
    }

    /// Whether no connection came about, so that the server cannot have seen the request.
    #[must_use]
    pub fn is_connect(&self) -> bool {
        self.cause.is_connect()
    }

    /// Whether a connection came about and broke, so that the server may have acted on the request.
    #[must_use]
    pub fn is_dropped(&self) -> bool {
        !self.is_connect() && !self.cause.is_builder() && !self.cause.is_redirect()
    }

    /// Whether a limit of time was reached that the HTTP client itself has.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.cause.is_timeout()
    }

    fn root_cause(&self) -> &dyn Error {
        let mut cause: &dyn Error = &self.cause;
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
        let (operation, attempts) = (self.operation, self.attempts);
        write!(
            formatter,
            "{operation}: {what}: {}{attempts}",
            self.root_cause()
        )
    }
}

impl Error for TransportError {}
