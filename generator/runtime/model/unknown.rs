//! Enum values that the document does not list.

use std::fmt;

/// A string that the API sent where the document lists other values.
///
/// It is kept as received and sent back unchanged. Only decoding makes one, so a listed value is never
/// hidden in here: turn text into the enum with `parse` or `from`.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UnknownValue(Box<str>);

impl UnknownValue {
    pub(super) fn new(text: &str) -> Self {
        Self(text.into())
    }

    /// The value as received.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for UnknownValue {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, formatter)
    }
}
