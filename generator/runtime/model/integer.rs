//! Reading integers.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use serde::de::{Deserialize, Deserializer, Error, Unexpected, Visitor};

/// An integer as JSON may write it: JSON has one type of numbers, so that `5.0` is the integer 5 (RFC 8259, section 6).
pub struct Whole<T>(T);

/// An integer type of the language.
pub trait Integer: TryFrom<i64> + TryFrom<u64> + FromStr {}

impl<T: TryFrom<i64> + TryFrom<u64> + FromStr> Integer for T {}

/// The integer that `number` is, if it has no fraction and is in range.
pub(super) fn whole<T: Integer>(number: f64) -> Option<T> {
    let is_whole = number.fract() == 0.0;
    is_whole.then(|| format!("{number:.0}").parse().ok())?
}

impl<'de, T: Integer> Deserialize<'de> for Whole<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer
            .deserialize_i64(WholeVisitor(PhantomData))
            .map(Self)
    }
}

/// An integer, or a list or map of some, that is read from numbers as JSON may write them.
pub trait Integers<'de>: Sized {
    /// What is read.
    type Read: Deserialize<'de>;

    /// What was read.
    fn of(read: Self::Read) -> Self;
}

macro_rules! integers {
    ($($integer:ty),*) => {$(
        impl<'de> Integers<'de> for $integer {
            type Read = Whole<Self>;

            fn of(read: Whole<Self>) -> Self {
                read.0
            }
        }
    )*};
}

integers!(i32, i64, u32, u64);

impl<'de, T: Integers<'de>> Integers<'de> for Option<T> {
    type Read = Option<T::Read>;

    fn of(read: Self::Read) -> Self {
        read.map(T::of)
    }
}

impl<'de, T: Integers<'de>> Integers<'de> for Vec<T> {
    type Read = Vec<T::Read>;

    fn of(read: Self::Read) -> Self {
        read.into_iter().map(T::of).collect()
    }
}

impl<'de, T: Integers<'de>> Integers<'de> for BTreeMap<String, T> {
    type Read = BTreeMap<String, T::Read>;

    fn of(read: Self::Read) -> Self {
        let members = read.into_iter();
        members.map(|(key, value)| (key, T::of(value))).collect()
    }
}

struct WholeVisitor<T>(PhantomData<T>);

impl<T: Integer> Visitor<'_> for WholeVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", std::any::type_name::<T>())
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<T, E> {
        T::try_from(number).map_err(|_| E::invalid_value(Unexpected::Signed(number), &self))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<T, E> {
        T::try_from(number).map_err(|_| E::invalid_value(Unexpected::Unsigned(number), &self))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<T, E> {
        whole(number).ok_or_else(|| E::invalid_value(Unexpected::Float(number), &self))
    }
}
