//! Members for which "absent" and "null" are two different orders.

use super::super::secret::Secret;

/// A member of a request that can be left out, sent as `null`, or sent with a value.
///
/// What an update usually makes of them (RFC 7396); the API's own documentation has the last word:
///
/// | | | in a chain of setters |
/// |---|---|---|
/// | leave it as it is | [`Patch::Absent`] | no call |
/// | reset or remove it | [`Patch::Null`] | `.member(None)` |
/// | set it | [`Patch::Value`] | `.member(value)` |
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Patch<T> {
    /// The member is not sent.
    #[default]
    Absent,
    /// The member is sent as `null`.
    Null,
    /// The member is sent with this value.
    Value(T),
}

impl<T> Patch<T> {
    /// The value, if there is one.
    pub fn as_ref(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// The value, if there is one.
    pub fn into_option(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// Whether the member is sent as `null`.
    pub const fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// Whether the member is not sent at all.
    pub const fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }
}

impl<T> From<T> for Patch<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

/// `None` is [`Patch::Null`]: what is not to be sent is not set.
impl<T> From<Option<T>> for Patch<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Self::Value)
    }
}

impl<T> From<T> for Patch<Box<T>> {
    fn from(value: T) -> Self {
        Self::Value(Box::new(value))
    }
}

impl<T, const N: usize> From<[T; N]> for Patch<Vec<T>> {
    fn from(items: [T; N]) -> Self {
        Self::Value(items.into())
    }
}

impl From<&str> for Patch<String> {
    fn from(text: &str) -> Self {
        Self::Value(text.to_owned())
    }
}

impl From<&String> for Patch<String> {
    fn from(text: &String) -> Self {
        Self::Value(text.clone())
    }
}

impl From<&str> for Patch<Secret> {
    fn from(text: &str) -> Self {
        Self::Value(text.into())
    }
}

impl From<String> for Patch<Secret> {
    fn from(text: String) -> Self {
        Self::Value(text.into())
    }
}
