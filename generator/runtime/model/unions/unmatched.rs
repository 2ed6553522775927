//! Values that match no variant of a union.

use std::fmt;

use serde::ser::{Serialize, Serializer};
use serde_json::Value;

/// A value that the API sent where none of the documented alternatives fits.
///
/// It is kept as received and sent back unchanged. `Debug` shows the value and why it fits none.
#[derive(Clone)]
pub struct UnmatchedValue(Box<Unmatched>);

#[derive(Clone)]
struct Unmatched {
    value: Value,
    reason: Option<Box<str>>,
}

impl UnmatchedValue {
    pub(super) fn new(value: Value, reason: String) -> Self {
        let reason = Some(reason.into());
        Self(Box::new(Unmatched { value, reason }))
    }

    /// Returns the value as received.
    #[must_use]
    pub fn value(&self) -> &Value {
        &self.0.value
    }

    /// Returns the value as received.
    #[must_use]
    pub fn into_value(self) -> Value {
        self.0.value
    }

    /// Returns why no alternative fits: the error of the one that the discriminator names or that fits best, or what
    /// rules all of them out.
    ///
    /// `None` for a value that was not decoded.
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        self.0.reason.as_deref()
    }
}

impl From<Value> for UnmatchedValue {
    fn from(value: Value) -> Self {
        let reason = None;
        Self(Box::new(Unmatched { value, reason }))
    }
}

/// Two are equal if their values are.
impl PartialEq for UnmatchedValue {
    fn eq(&self, other: &Self) -> bool {
        self.0.value == other.0.value
    }
}

impl fmt::Debug for UnmatchedValue {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Unmatched { value, reason } = &*self.0;
        match reason {
            Some(reason) => write!(formatter, "{value:?} ({reason})"),
            None => value.fmt(formatter),
        }
    }
}

impl Serialize for UnmatchedValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_newtype_struct("Other", &self.0.value)
    }
}
