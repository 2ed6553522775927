//! Everything that can go wrong with a call.

use super::api_error::ApiError;
use super::configuration_error::ConfigurationError;
use super::decode_error::DecodeError;
use super::transport_error::TransportError;
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
    /// The server answered with a status other than 2xx.
    Api(ApiError),
    /// The server's answer is not what the API's document says.
    Decode(DecodeError),
    /// A parameter or header cannot be sent as given; nothing was sent.
    Parameter {
        /// The operation's id.
        operation: &'static str,
        /// The parameter or header.
        name: String,
        /// What is wrong with it.
        problem: &'static str,
    },
    /// A value or body could not be serialized; nothing was sent.
    Encode {
        /// The operation's id.
        operation: &'static str,
        /// What serializing it said.
        source: serde_json::Error,
    },
    /// No connection came about, or it broke.
    Transport(TransportError),
    /// Time ran out.
    Timeout {
        /// The operation's id.
        operation: &'static str,
        /// Which limit was reached.
        kind: TimeoutKind,
        /// That limit.
        after: Duration,
    },
    /// The answer's body is larger than the client takes.
    BodyLimit {
        /// The operation's id.
        operation: &'static str,
        /// The most bytes the client takes.
        limit: u64,
    },
    /// The client's settings are wrong.
    Configuration(ConfigurationError),
}

/// A limit of time.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum TimeoutKind {
    /// For connecting.
    Connect,
    /// For one attempt.
    Attempt,
    /// For the whole operation.
    Operation,
}

impl Error {
    /// Whether no connection came about, so that the server cannot have seen the request.
    #[must_use]
    pub fn is_connect(&self) -> bool {
        match self {
            Self::Transport(error) => error.is_connect(),
            Self::Timeout { kind, .. } => *kind == TimeoutKind::Connect,
            _ => false,
        }
    }

    /// Whether a limit of time was reached.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        match self {
            Self::Timeout { .. } => true,
            Self::Transport(error) => error.is_timeout(),
            _ => false,
        }
    }

    /// The server's answer, if it answered with a status other than 2xx.
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
                    "{operation}: a value of the request cannot be encoded: {source}"
                )
            }
            Self::Timeout {
                operation,
                kind,
                after,
            } => write!(formatter, "{operation}: {kind} within {after:?}"),
            Self::BodyLimit { operation, limit } => {
                write!(
                    formatter,
                    "{operation}: the answer is larger than the client's limit of {limit} bytes"
                )
            }
        }
    }
}

impl fmt::Display for TimeoutKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Connect => "no connection to the server",
            Self::Attempt => "no whole answer",
            Self::Operation => "no success",
        })
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Decode(error) => error.source(),
            Self::Encode { source, .. } => Some(source),
            Self::Transport(error) => error.source(),
            _ => None,
        }
    }
}
