//! Enums: listed strings or integers, and values that the document does not list.

// region: integer_enum
use super::number::whole;
// endregion: integer_enum
use serde::de::{Deserializer, Error, Unexpected, Visitor};
use std::fmt;
use std::marker::PhantomData;
// region: unions
use super::unions::count_catch_all;
// endregion: unions

/// An enum whose values are strings, open to values the document does not list.
pub trait StringEnum: AsRef<str> + Clone + 'static {
    /// Every value the document lists.
    const LISTED: &'static [Self];

    /// Returns the variant for values that are not listed.
    fn unknown(value: UnknownValue) -> Self;

    /// Returns the variant for `text`: the listed one, or else the one that keeps it.
    #[must_use]
    fn from_text(text: &str) -> Self {
        let listed = Self::LISTED.iter().find(|value| value.as_ref() == text);
        listed.cloned().unwrap_or_else(|| {
            // region: unions
            count_catch_all();
            // endregion: unions
            Self::unknown(UnknownValue::new(text))
        })
    }
}

/// Reads any string into the enum, and a number or boolean that spells a listed value without quotes.
///
/// # Errors
/// When the input is neither.
pub fn deserialize_string_enum<'de, T: StringEnum, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserializer.deserialize_any(TextVisitor(PhantomData))
}

struct TextVisitor<T>(PhantomData<T>);

impl<T: StringEnum> TextVisitor<T> {
    /// Returns the listed value that `scalar` spells.
    fn listed<E: Error>(
        self,
        scalar: &impl fmt::Debug,
        unexpected: Unexpected<'_>,
    ) -> Result<T, E> {
        let text = format!("{scalar:?}");
        let listed = T::LISTED.iter().find(|value| value.as_ref() == text);
        listed
            .cloned()
            .ok_or_else(|| E::invalid_type(unexpected, &self))
    }
}

impl<T: StringEnum> Visitor<'_> for TextVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        Ok(T::from_text(text))
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<T, E> {
        self.listed(&value, Unexpected::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<T, E> {
        self.listed(&value, Unexpected::Signed(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<T, E> {
        self.listed(&value, Unexpected::Unsigned(value))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<T, E> {
        self.listed(&value, Unexpected::Float(value))
    }
}

/// Implements what an open enum of strings offers beside its own `ALL` and `as_str`.
///
/// The module that calls it has the runtime's `model` in scope.
// region: macros
#[macro_export]
#[doc(hidden)]
// endregion: macros
#[allow(unused_macros, reason = "not every API has one of these")]
macro_rules! string_enum {
    ($name:ident { $($value:ident = $text:literal,)* }) => {
        impl $name {
            /// Every value that the document lists.
            pub const ALL: &'static [Self] = {
                // A static: a constant is copied to where it is used, which a long list is too large for.
                static LISTED: &[$name] = &[$($name::$value),*];
                LISTED
            };

            /// Returns the value as it travels.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$value => $text,)*
                    Self::Unknown(value) => value.as_str(),
                }
            }
        }

        impl model::StringEnum for $name {
            const LISTED: &'static [Self] = Self::ALL;

            fn unknown(value: model::UnknownValue) -> Self {
                Self::Unknown(value)
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                formatter.pad(self.as_str())
            }
        }

        impl ::std::convert::AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl ::std::convert::From<&str> for $name {
            fn from(text: &str) -> Self {
                model::StringEnum::from_text(text)
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = ::std::convert::Infallible;

            // Not `Self::Err`, which may be one of the enum's values.
            fn from_str(text: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
                Ok(model::StringEnum::from_text(text))
            }
        }

        impl model::Serialize for $name {
            fn serialize<S: model::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                match self {
                    Self::Unknown(value) => {
                        serializer.serialize_newtype_struct("UnknownValue", value.as_str())
                    }
                    #[allow(unreachable_patterns, reason = "an enum can be without values")]
                    listed => serializer.serialize_str(listed.as_str()),
                }
            }
        }

        impl<'de> model::Deserialize<'de> for $name {
            fn deserialize<D: model::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                model::deserialize_string_enum(deserializer)
            }
        }
    };
}

// region: macros
#[allow(unused_imports, reason = "not every API has one of these")]
pub use string_enum;
// endregion: macros

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

    /// Returns the value as received.
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

// region: integer_enum
/// A number that the API sent where the document lists other numbers; kept and sent back unchanged.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UnknownInteger(i64);

impl UnknownInteger {
    fn new(value: i64) -> Self {
        Self(value)
    }

    /// Returns the number as received.
    #[must_use]
    pub fn get(self) -> i64 {
        self.0
    }
}

impl fmt::Debug for UnknownInteger {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, formatter)
    }
}

/// An enum whose values are integers, open to values the document does not list.
pub trait IntegerEnum: Clone + 'static {
    /// Every value the document lists.
    const LISTED: &'static [Self];

    /// Returns the value as it travels.
    fn number(&self) -> i64;

    /// Returns the variant for values that are not listed.
    fn unknown(value: UnknownInteger) -> Self;

    /// Returns the variant for `number`: the listed one, or else the one that keeps it.
    #[must_use]
    fn from_integer(number: i64) -> Self {
        let listed = Self::LISTED.iter().find(|value| value.number() == number);
        listed.cloned().unwrap_or_else(|| {
            // region: unions
            count_catch_all();
            // endregion: unions
            Self::unknown(UnknownInteger::new(number))
        })
    }
}

/// Reads any integer into the enum, and a string that holds a listed one.
///
/// # Errors
/// When the input is neither, or does not fit 64 bits.
pub fn deserialize_integer_enum<'de, T: IntegerEnum, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserializer.deserialize_any(NumberVisitor(PhantomData))
}

struct NumberVisitor<T>(PhantomData<T>);

impl<T: IntegerEnum> Visitor<'_> for NumberVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("i64")
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<T, E> {
        Ok(T::from_integer(number))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<T, E> {
        let signed = i64::try_from(number);
        signed
            .map(T::from_integer)
            .map_err(|_| E::invalid_value(Unexpected::Unsigned(number), &self))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<T, E> {
        let integer = whole(number).map(T::from_integer);
        integer.ok_or_else(|| E::invalid_value(Unexpected::Float(number), &self))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        let number = text.parse().ok();
        let listed = T::LISTED
            .iter()
            .find(|value| number == Some(value.number()));
        listed
            .cloned()
            .ok_or_else(|| E::invalid_type(Unexpected::Str(text), &self))
    }
}

/// Implements what an open enum of integers offers beside its own `ALL` and `get`.
///
/// The module that calls it has the runtime's `model` in scope.
// region: macros
#[macro_export]
#[doc(hidden)]
// endregion: macros
#[allow(unused_macros, reason = "not every API has one of these")]
macro_rules! integer_enum {
    ($name:ident { $($value:ident = $number:literal,)* }) => {
        impl $name {
            /// Every value that the document lists.
            pub const ALL: &'static [Self] = {
                // A static: a constant is copied to where it is used, which a long list is too large for.
                static LISTED: &[$name] = &[$($name::$value),*];
                LISTED
            };

            /// Returns the value as it travels.
            #[must_use]
            pub fn get(&self) -> i64 {
                match self {
                    $(Self::$value => $number,)*
                    Self::Unknown(value) => value.get(),
                }
            }
        }

        impl model::IntegerEnum for $name {
            const LISTED: &'static [Self] = Self::ALL;

            fn number(&self) -> i64 {
                self.get()
            }

            fn unknown(value: model::UnknownInteger) -> Self {
                Self::Unknown(value)
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(&self.get(), formatter)
            }
        }

        impl ::std::convert::From<i64> for $name {
            fn from(number: i64) -> Self {
                model::IntegerEnum::from_integer(number)
            }
        }

        impl model::Serialize for $name {
            fn serialize<S: model::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                match self {
                    Self::Unknown(value) => {
                        serializer.serialize_newtype_struct("UnknownInteger", &value.get())
                    }
                    #[allow(unreachable_patterns, reason = "an enum can be without values")]
                    listed => serializer.serialize_i64(listed.get()),
                }
            }
        }

        impl<'de> model::Deserialize<'de> for $name {
            fn deserialize<D: model::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                model::deserialize_integer_enum(deserializer)
            }
        }
    };
}

// region: macros
#[allow(unused_imports, reason = "not every API has one of these")]
pub use integer_enum;
// endregion: macros
// endregion: integer_enum
