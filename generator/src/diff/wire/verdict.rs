use std::fmt;

use serde::Serialize;

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
