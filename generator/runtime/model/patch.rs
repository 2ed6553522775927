//! Members for which "absent" and "null" are two different orders.

/// A member of a request that can be left out, sent as `null`, or sent with a value.
///
/// In an update "absent" usually means leave it as it is and `null` means reset it to its default;
/// the API's own documentation says what it makes of them.
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
