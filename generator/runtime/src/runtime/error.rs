//! Errors: what can go wrong, in building a client and in sending a request.

use super::api_error::ApiError;
use super::call::Call;
use super::decode_error::DecodeError;
use super::retry::Attempts;
use reqwest::StatusCode;
use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

/// Why a call failed. One type for all operations, so that `?` works across them.
///
/// Neither `Display` nor `Debug` shows credentials, request or response headers, or values of a JSON body other than
/// the server's own error code, message and request id.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The server returned an error response.
    Api(ApiError),
    /// The response does not match the document.
    Decode(DecodeError),
    /// A parameter or header cannot be sent as given; nothing was sent.
    #[non_exhaustive]
    Parameter {
        /// The operation's id.
        operation: &'static str,
        /// The parameter or header.
        name: String,
        /// What is wrong with it.
        problem: &'static str,
    },
    /// A body could not be serialized; nothing was sent.
    #[non_exhaustive]
    Encode {
        /// The operation's id.
        operation: &'static str,
        /// The serialization error.
        source: serde_json::Error,
    },
    /// No connection was established, or it broke.
    Transport(TransportError),
    /// A timeout elapsed.
    #[non_exhaustive]
    Timeout {
        /// The operation's id.
        operation: &'static str,
        /// What timed out.
        kind: TimeoutKind,
        /// The timeout.
        after: Duration,
        /// How many attempts were started.
        attempts: u32,
    },
    /// The body of a successful response exceeds the limit, which
    /// [`body_limit`](super::ClientBuilder::body_limit) sets for the client or a single call.
    #[non_exhaustive]
    BodyLimit {
        /// The operation's id.
        operation: &'static str,
        /// The status.
        status: StatusCode,
        /// The most bytes the client takes.
        limit: u64,
    },
    /// The client's settings are wrong.
    Configuration(ConfigurationError),
}

/// What timed out.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum TimeoutKind {
    /// Establishing a connection.
    Connect,
    /// One attempt.
    Attempt,
    /// The operation with all its attempts.
    Operation,
}

impl Error {
    /// Returns whether no connection was established, so that the server cannot have seen the request.
    #[must_use]
    pub fn is_connect(&self) -> bool {
        match self {
            Self::Transport(error) => error.is_connect(),
            Self::Timeout { kind, .. } => *kind == TimeoutKind::Connect,
            _ => false,
        }
    }

    /// Returns whether a timeout elapsed.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        match self {
            Self::Timeout { .. } => true,
            Self::Transport(error) => error.is_timeout(),
            _ => false,
        }
    }

    /// Returns the ID of the operation; `None` if the client cannot be built.
    #[must_use]
    pub fn operation(&self) -> Option<&'static str> {
        match self {
            Self::Api(error) => Some(error.operation()),
            Self::Decode(error) => Some(error.operation()),
            Self::Transport(error) => Some(error.operation()),
            Self::Parameter { operation, .. }
            | Self::Encode { operation, .. }
            | Self::Timeout { operation, .. }
            | Self::BodyLimit { operation, .. } => Some(operation),
            Self::Configuration(_) => None,
        }
    }

    /// Returns the status of the response, if there was one.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        match self {
            Self::Api(error) => Some(error.status()),
            Self::Decode(error) => Some(error.status()),
            Self::BodyLimit { status, .. } => Some(*status),
            _ => None,
        }
    }

    /// Returns the request ID, if the response has one.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        match self {
            Self::Api(error) => error.request_id(),
            Self::Decode(error) => error.request_id(),
            _ => None,
        }
    }

    /// Returns whether the response has status 404.
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        matches!(self, Self::Api(error) if error.status() == StatusCode::NOT_FOUND)
    }

    /// Returns whether a retry may succeed: after a connection error, a timeout, or status 408, 425, 429, 500, 502, 503
    /// or 504.
    ///
    /// The server may have processed the request, so a retry is only safe for idempotent methods.
    /// [`RetryPolicy`](super::RetryPolicy) considers both.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Api(error) => {
                let status = error.status().as_u16();
                matches!(status, 408 | 425 | 429 | 500 | 502 | 503 | 504)
            }
            Self::Transport(error) => error.is_connect() || error.is_dropped(),
            Self::Timeout { .. } => true,
            _ => false,
        }
    }

    /// Returns the error response, if there was one.
    #[must_use]
    pub fn as_api(&self) -> Option<&ApiError> {
        if let Self::Api(error) = self {
            Some(error)
        } else {
            None
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Api(error) => error.fmt(formatter),
            Self::Decode(error) => error.fmt(formatter),
            Self::Transport(error) => error.fmt(formatter),
            Self::Configuration(error) => error.fmt(formatter),
            Self::Parameter {
                operation,
                name,
                problem,
            } => {
                write!(
                    formatter,
                    "{operation}: parameter `{}` {problem}",
                    name.escape_debug()
                )
            }
            Self::Encode { operation, source } => {
                write!(
                    formatter,
                    "{operation}: the body of the request cannot be encoded: {source}"
                )
            }
            Self::Timeout {
                operation,
                kind,
                after,
                attempts,
            } => {
                let attempts = Attempts(*attempts);
                write!(
                    formatter,
                    "{operation}: {kind} timed out after {after:?}{attempts}"
                )
            }
            Self::BodyLimit {
                operation,
                status,
                limit,
            } => {
                write!(
                    formatter,
                    "{operation}: the response body ({status}) exceeds `body_limit` ({limit} bytes)"
                )
            }
        }
    }
}

impl fmt::Display for TimeoutKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Connect => "connection",
            Self::Attempt => "attempt",
            Self::Operation => "operation",
        })
    }
}

/// Has no `source`: `Display` includes the cause, so that reports of the error chain print it once.
impl StdError for Error {}

/// A client that cannot be built, or a call its settings rule out.
#[derive(Debug)]
pub struct ConfigurationError(String);

impl ConfigurationError {
    /// Returns an error that says `problem`, a text without secrets that tells what to change.
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

impl StdError for ConfigurationError {}

/// A connection that could not be established, or broke. Holds no URL, since a query may carry a key.
///
/// `Display` includes the root cause; there is no `source`.
#[derive(Debug)]
pub struct TransportError {
    operation: &'static str,
    attempts: Attempts,
    cause: reqwest::Error,
}

impl TransportError {
    /// Returns the failure `cause` of an attempt at `call`.
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

    /// Returns whether no connection was established, so that the server cannot have seen the request.
    #[must_use]
    pub fn is_connect(&self) -> bool {
        self.cause.is_connect()
    }

    /// Returns whether a connection was established and broke, so that the server may have acted on the request.
    #[must_use]
    pub fn is_dropped(&self) -> bool {
        !self.is_connect() && !self.cause.is_builder() && !self.cause.is_redirect()
    }

    /// Returns whether a timeout of the HTTP client itself elapsed.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.cause.is_timeout()
    }

    fn root_cause(&self) -> &dyn StdError {
        let mut cause: &dyn StdError = &self.cause;
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
            (_, true) => "the connection broke before the complete response arrived",
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

impl StdError for TransportError {}
