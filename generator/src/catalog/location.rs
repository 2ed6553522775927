//! Where parameters are in requests.

use std::fmt;

/// The location of a parameter (OpenAPI 3.0.3, Parameter Object, `in`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Location {
    /// `cookie`.
    Cookie,
    /// `header`.
    Header,
    /// `path`.
    Path,
    /// `query`.
    Query,
}

impl Location {
    /// Returns the location that a value of `in` means, in whatever letters it is written.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        match text.trim().to_ascii_lowercase().as_str() {
            "cookie" => Some(Self::Cookie),
            "header" => Some(Self::Header),
            "path" => Some(Self::Path),
            "query" => Some(Self::Query),
            _ => None,
        }
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Cookie => "cookie",
            Self::Header => "header",
            Self::Path => "path",
            Self::Query => "query",
        })
    }
}
