//! Setting the members of models that requests use: constructors and setters, and [`Patch`] for members for which "absent"
//! and "null" differ.

use super::super::credential::Secret;

/// Declares setters, from the fields that they set and what they take:
///
/// ```text
/// model::setters! {
///     ServiceCreate {
///         /// Name of the service.
///         name(impl Into<String>),
///         cpu_millis(i64),
///         volume(impl Into<Volume>, boxed),
///         replicas(impl IntoPatch<i64>),
///         kind(impl Into<Kind>, required),
///     }
/// }
/// ```
///
/// A field is optional unless it is a [`Patch`](super::Patch), or `required` and has a value from `new`. One that holds a
/// union in a box is `boxed`.
///
/// The module that calls it has the runtime's `model` in scope.
// region: macros
#[macro_export]
#[doc(hidden)]
// endregion: macros
#[allow(unused_macros, reason = "not every API has one of these")]
macro_rules! setters {
    ($name:ident { $($(#[doc = $doc:literal])? $field:ident $taken:tt,)* }) => {
        impl $name {
            $(model::setters! { @ $field [$($doc)?] $taken })*
        }
    };
    (@ $field:ident [$($doc:literal)?] (impl Into<$ty:ty>)) => {
        #[doc = concat!("Sets [`", stringify!($field), "`](field@Self::", stringify!($field), ").", $($doc)?)]
        #[must_use]
        pub fn $field(mut self, $field: impl ::std::convert::Into<$ty>) -> Self {
            self.$field = ::std::option::Option::Some($field.into());
            self
        }
    };
    (@ $field:ident [$($doc:literal)?] (impl Into<$ty:ty>, boxed)) => {
        #[doc = concat!("Sets [`", stringify!($field), "`](field@Self::", stringify!($field), ").", $($doc)?)]
        #[must_use]
        pub fn $field(mut self, $field: impl ::std::convert::Into<$ty>) -> Self {
            self.$field = ::std::option::Option::Some(::std::boxed::Box::new($field.into()));
            self
        }
    };
    (@ $field:ident [$($doc:literal)?] (impl Into<$ty:ty>, required)) => {
        #[doc = concat!("Sets [`", stringify!($field), "`](field@Self::", stringify!($field), ") to another value than the documented one.", $($doc)?)]
        #[must_use]
        pub fn $field(mut self, $field: impl ::std::convert::Into<$ty>) -> Self {
            self.$field = $field.into();
            self
        }
    };
    (@ $field:ident [$($doc:literal)?] (impl IntoPatch<$ty:ty>)) => {
        #[doc = concat!("Sets [`", stringify!($field), "`](field@Self::", stringify!($field), ") or resets it.", $($doc)?)]
        ///
        /// Without a call it is left out, and usually stays as it is; `None` sends `null`, which usually resets it.
        #[must_use]
        pub fn $field(mut self, $field: impl model::IntoPatch<$ty>) -> Self {
            self.$field = $field.into_patch();
            self
        }
    };
    (@ $field:ident [$($doc:literal)?] ($ty:ty)) => {
        #[doc = concat!("Sets [`", stringify!($field), "`](field@Self::", stringify!($field), ").", $($doc)?)]
        #[must_use]
        pub fn $field(mut self, $field: $ty) -> Self {
            self.$field = ::std::option::Option::Some($field);
            self
        }
    };
}

// region: macros
#[allow(unused_imports, reason = "not every API has one of these")]
pub use setters;
// endregion: macros

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
    /// Returns the value, if there is one.
    pub fn as_ref(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// Returns the value, if there is one.
    pub fn into_option(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// Returns whether the member is sent as `null`.
    pub const fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// Returns whether the member is not sent at all.
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

/// What the setter of a [`Patch`] takes: a value or what it can be made from, `None` for `null`, or a `Patch`.
///
/// A trait of its own, since a crate cannot implement `From` for the `Patch` of another one.
pub trait IntoPatch<T> {
    /// Returns the state of the member.
    fn into_patch(self) -> Patch<T>;
}

impl<T> IntoPatch<T> for Patch<T> {
    fn into_patch(self) -> Self {
        self
    }
}

impl<T> IntoPatch<T> for T {
    fn into_patch(self) -> Patch<T> {
        Patch::Value(self)
    }
}

impl<T> IntoPatch<T> for Option<T> {
    fn into_patch(self) -> Patch<T> {
        self.into()
    }
}

impl<T> IntoPatch<Box<T>> for T {
    fn into_patch(self) -> Patch<Box<T>> {
        Patch::Value(Box::new(self))
    }
}

impl<T, const N: usize> IntoPatch<Vec<T>> for [T; N] {
    fn into_patch(self) -> Patch<Vec<T>> {
        Patch::Value(self.into())
    }
}

impl IntoPatch<String> for &str {
    fn into_patch(self) -> Patch<String> {
        Patch::Value(self.to_owned())
    }
}

impl IntoPatch<String> for &String {
    fn into_patch(self) -> Patch<String> {
        Patch::Value(self.clone())
    }
}

impl IntoPatch<Secret> for &str {
    fn into_patch(self) -> Patch<Secret> {
        Patch::Value(self.into())
    }
}

impl IntoPatch<Secret> for String {
    fn into_patch(self) -> Patch<Secret> {
        Patch::Value(self.into())
    }
}
