//! Which way values go, and what a change of them means for clients.

use std::fmt;

use serde::Serialize;

/// Which way the values go that a change concerns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// No operation uses what changed.
    #[default]
    Neither,
    /// From the client to the server.
    Request,
    /// From the server to the client.
    Response,
    /// Both ways.
    Both,
}

impl Direction {
    /// Returns whether values go from the client to the server.
    #[must_use]
    pub fn is_request(self) -> bool {
        matches!(self, Self::Request | Self::Both)
    }

    /// Returns whether values go from the server to the client.
    #[must_use]
    pub fn is_response(self) -> bool {
        matches!(self, Self::Response | Self::Both)
    }

    pub(crate) fn new(request: bool, response: bool) -> Self {
        match (request, response) {
            (false, false) => Self::Neither,
            (true, false) => Self::Request,
            (false, true) => Self::Response,
            (true, true) => Self::Both,
        }
    }

    /// Returns the ways of either.
    pub(crate) fn or(self, other: Self) -> Self {
        Self::new(
            self.is_request() || other.is_request(),
            self.is_response() || other.is_response(),
        )
    }

    /// Returns the ways that both have.
    pub(crate) fn and(self, other: Self) -> Self {
        Self::new(
            self.is_request() && other.is_request(),
            self.is_response() && other.is_response(),
        )
    }

    /// Returns the other way round: what a server sends to a client that listens (OpenAPI 3.0.3, Callback Object).
    pub(crate) fn reversed(self) -> Self {
        Self::new(self.is_response(), self.is_request())
    }
}

impl fmt::Display for Direction {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(match self {
            Self::Neither => "unused",
            Self::Request => "request",
            Self::Response => "response",
            Self::Both => "request and response",
        })
    }
}

/// What a change means for a client that was written for the old document and talks to a server of the new one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Every client that kept to the old document goes on working.
    #[default]
    Compatible,
    /// Some clients may fail, though they kept to the old document.
    Risky,
    /// Clients that use what changed fail.
    Breaking,
}

impl fmt::Display for Verdict {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(match self {
            Self::Compatible => "compatible",
            Self::Risky => "risky",
            Self::Breaking => "breaking",
        })
    }
}
