//! Setting the members of models that requests use: constructors and setters, and [`Patch`] for members for which "absent"
//! and "null" differ.

use super::super::credential::Secret;

/// Gives a struct its `new` and its setters.
///
/// `new` takes the members that must be there, each with what becomes of it, gives those behind the semicolon the only
/// value that they can have, and leaves the listed fields empty. A struct without members that must be there is made by
/// its `Default`, and one whose `new` knows them all has its `Default` from that. Setters are listed by what they take: what can become the type of the
/// field, that type itself, what can become the union that the field holds in a box, what can become a
/// [`Patch`](super::Patch) of it, or what can become the type of a field that `new` knows the value of.
///
/// The module that calls it has the runtime's `model` in scope.
// region: macros
#[macro_export]
#[doc(hidden)]
// endregion: macros
#[allow(unused_macros, reason = "not every API has one of these")]
macro_rules! setters {
    ($name:ident default $($setters:tt)*) => {
        impl $name {
            /// A new value with nothing in it.
            #[must_use]
            pub fn new() -> Self {
                Self::default()
            }
        }
        model::setters!(@ $name $($setters)*);
    };
    ($name:ident defaulted $($setters:tt)*) => {
        impl ::std::default::Default for $name {
            fn default() -> Self {
                Self::new()
            }
        }
        model::setters!($name $($setters)*);
    };
    (
        $name:ident
        $(#[$attribute:meta])?
        new(
            $($argument:ident: $argument_type:ty = $value:expr),*
            $(; $($constant:ident = $only:expr),*)?
        )
        [$($empty:ident),*]
        $($setters:tt)*
    ) => {
        impl $name {
            /// A new value with what is required.
            $(#[$attribute])?
            #[allow(deprecated, reason = "deprecated members have to be left empty")]
            #[must_use]
            pub fn new($($argument: $argument_type),*) -> Self {
                Self {
                    $($argument: $value,)*
                    $($($constant: $only,)*)?
                    $($empty: ::std::default::Default::default(),)*
                }
            }
        }
        model::setters!(@ $name $($setters)*);
    };
    (@ $name:ident) => {};
    (
        @ $name:ident
        $(into [$($into:ident($into_type:ty)),*])?
        $(plain [$($plain:ident($plain_type:ty)),*])?
        $(boxed [$($boxed:ident($boxed_type:ty)),*])?
        $(patch [$($patch:ident($patch_type:ty)),*])?
        $(constant [$($constant:ident($constant_type:ty)),*])?
    ) => {
        impl $name {
            $($(
                #[doc = concat!("Sets `", stringify!($into), "`.")]
                #[must_use]
                pub fn $into(mut self, $into: impl ::std::convert::Into<$into_type>) -> Self {
                    self.$into = ::std::option::Option::Some($into.into());
                    self
                }
            )*)?
            $($(
                #[doc = concat!("Sets `", stringify!($plain), "`.")]
                #[must_use]
                pub fn $plain(mut self, $plain: $plain_type) -> Self {
                    self.$plain = ::std::option::Option::Some($plain);
                    self
                }
            )*)?
            $($(
                #[doc = concat!("Sets `", stringify!($boxed), "`.")]
                #[must_use]
                pub fn $boxed(mut self, $boxed: impl ::std::convert::Into<$boxed_type>) -> Self {
                    self.$boxed = ::std::option::Option::Some(::std::boxed::Box::new($boxed.into()));
                    self
                }
            )*)?
            $($(
                #[doc = concat!("Sets `", stringify!($patch), "` or resets it.")]
                ///
                /// Without a call it is left out, and usually stays as it is; `None` sends `null`, which usually resets it.
                #[must_use]
                pub fn $patch(mut self, $patch: impl model::IntoPatch<$patch_type>) -> Self {
                    self.$patch = $patch.into_patch();
                    self
                }
            )*)?
            $($(
                #[doc = concat!("Sets `", stringify!($constant), "` to another value than the documented one.")]
                #[must_use]
                pub fn $constant(mut self, $constant: impl ::std::convert::Into<$constant_type>) -> Self {
                    self.$constant = $constant.into();
                    self
                }
            )*)?
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
