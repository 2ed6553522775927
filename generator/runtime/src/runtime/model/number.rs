//! Reading numbers, which JSON and APIs write in several ways.

use serde::de::value::MapAccessDeserializer;
use serde::de::{
    Deserialize, DeserializeOwned, Deserializer, Error, MapAccess, Unexpected, Visitor,
};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;
// region: unions
use super::unions::are_read;
// endregion: unions

/// A number as it may be written.
///
/// JSON has one type of numbers, so that `5.0` is the integer 5 (RFC 8259, section 6), and some APIs write numbers as
/// strings.
pub struct Written<T>(T);

/// A number type of the language.
pub trait Number: Sized {
    /// Returns the number that `found` is, if it is in range and loses no fraction.
    fn from_found(found: Found<'_>) -> Option<Self>;
}

/// A number as it is found.
pub enum Found<'a> {
    /// An integer that may be negative.
    Signed(i64),
    /// An integer that is not negative.
    Unsigned(u64),
    /// Any number.
    Double(f64),
    /// A string.
    Text(&'a str),
}

macro_rules! integers {
    ($($integer:ty),*) => {$(
        impl Number for $integer {
            #[inline]
            fn from_found(found: Found<'_>) -> Option<Self> {
                integer(&found)
            }
        }
    )*};
}

integers!(i8, i16, i32, i64, u8, u16, u32, u64);

#[inline]
fn integer<T: Integer>(found: &Found<'_>) -> Option<T> {
    match *found {
        Found::Signed(number) => T::try_from(number).ok(),
        Found::Unsigned(number) => T::try_from(number).ok(),
        Found::Double(number) => whole(number),
        Found::Text(text) => text.parse().ok(),
    }
}

#[allow(
    clippy::cast_precision_loss,
    reason = "the nearest double is what is wanted"
)]
impl Number for f64 {
    fn from_found(found: Found<'_>) -> Option<Self> {
        match found {
            Found::Signed(number) => Some(number as Self),
            Found::Unsigned(number) => Some(number as Self),
            Found::Double(number) => Some(number),
            Found::Text(text) => text.parse().ok().filter(|number: &Self| number.is_finite()),
        }
    }
}

impl<'de, T: Number> Deserialize<'de> for Written<T> {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer
            .deserialize_any(NumberVisitor(PhantomData))
            .map(Self)
    }
}

/// A number, or a list or map of some, that is read from numbers as they may be written.
pub trait Numbers: Sized {
    /// What is read.
    type Read: DeserializeOwned;

    /// Returns what was read.
    fn from_read(read: Self::Read) -> Self;
}

macro_rules! numbers {
    ($($number:ty),*) => {$(
        impl Numbers for $number {
            type Read = Written<Self>;

            #[inline]
            fn from_read(read: Written<Self>) -> Self {
                read.0
            }
        }
    )*};
}

numbers!(i8, i16, i32, i64, u8, u16, u32, u64, f64);

impl<T: Numbers> Numbers for Option<T> {
    type Read = Option<T::Read>;

    fn from_read(read: Self::Read) -> Self {
        read.map(T::from_read)
    }
}

impl<T: Numbers> Numbers for Box<T> {
    type Read = T::Read;

    fn from_read(read: Self::Read) -> Self {
        Self::new(T::from_read(read))
    }
}

impl<T: Numbers> Numbers for Vec<T> {
    type Read = Vec<T::Read>;

    fn from_read(read: Self::Read) -> Self {
        read.into_iter().map(T::from_read).collect()
    }
}

impl<T: Numbers> Numbers for BTreeMap<String, T> {
    type Read = BTreeMap<String, T::Read>;

    fn from_read(read: Self::Read) -> Self {
        let members = read.into_iter();
        members
            .map(|(key, value)| (key, T::from_read(value)))
            .collect()
    }
}

/// Reads numbers from a JSON value.
///
/// # Errors
/// When it holds something else, or a number that is out of range.
pub fn read_numbers<T: Numbers>(value: &Value) -> Result<T, serde_json::Error> {
    T::Read::deserialize(value).map(T::from_read)
}

struct NumberVisitor<T>(PhantomData<T>);

impl<'de, T: Number> Visitor<'de> for NumberVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", std::any::type_name::<T>())
    }

    #[inline]
    fn visit_i64<E: Error>(self, number: i64) -> Result<T, E> {
        T::from_found(Found::Signed(number))
            .ok_or_else(|| E::invalid_value(Unexpected::Signed(number), &self))
    }

    #[inline]
    fn visit_u64<E: Error>(self, number: u64) -> Result<T, E> {
        T::from_found(Found::Unsigned(number))
            .ok_or_else(|| E::invalid_value(Unexpected::Unsigned(number), &self))
    }

    #[inline]
    fn visit_f64<E: Error>(self, number: f64) -> Result<T, E> {
        T::from_found(Found::Double(number))
            .ok_or_else(|| E::invalid_value(Unexpected::Float(number), &self))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        let number = T::from_found(Found::Text(text));
        // region: unions
        let number = number.filter(|_| are_read());
        // endregion: unions
        number.ok_or_else(|| E::invalid_type(Unexpected::Str(text), &self))
    }

    /// Returns what `serde_json` gives in place of a number where another crate turns on its `arbitrary_precision`.
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        let number = serde_json::Number::deserialize(MapAccessDeserializer::new(map))
            .map_err(|_| A::Error::invalid_type(Unexpected::Map, &self))?;
        match (number.as_i64(), number.as_u64(), number.as_f64()) {
            (Some(signed), _, _) => self.visit_i64(signed),
            (_, Some(unsigned), _) => self.visit_u64(unsigned),
            (_, _, Some(double)) => self.visit_f64(double),
            _ => Err(A::Error::invalid_type(Unexpected::Map, &self)),
        }
    }
}

/// An integer type of the language.
pub trait Integer: TryFrom<i64> + TryFrom<u64> + TryFrom<i128> + FromStr {}

impl<T: TryFrom<i64> + TryFrom<u64> + TryFrom<i128> + FromStr> Integer for T {}

/// Returns the integer that `number` is, if it has no fraction and is in range.
pub(super) fn whole<T: Integer>(number: f64) -> Option<T> {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "beyond 128 bits this is the greatest or least integer, which is out of range for other types"
    )]
    let integer = number as i128;
    (number.fract() == 0.0).then(|| T::try_from(integer).ok())?
}
