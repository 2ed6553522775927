//! Reading the members of JSON objects.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor,
};

use super::Patch;

/// The members of an object that is being read, one after the other.
pub trait Access<'de>: MapAccess<'de> {
    /// The key of the next member, borrowed where the input allows it.
    ///
    /// # Errors
    /// When the input is malformed.
    #[inline]
    fn key(&mut self) -> Result<Option<Cow<'de, str>>, Self::Error> {
        self.next_key_seed(KeySeed)
    }

    /// Reads the value of a required member.
    ///
    /// # Errors
    /// When it has another type.
    #[inline]
    fn required<T: Deserialize<'de>>(&mut self, place: &mut Option<T>) -> Result<(), Self::Error> {
        *place = Some(self.next_value()?);
        Ok(())
    }

    /// Reads the value of an optional member; `null` counts as absent.
    ///
    /// # Errors
    /// When it has another type.
    #[inline]
    fn optional<T: Deserialize<'de>>(&mut self, place: &mut Option<T>) -> Result<(), Self::Error> {
        *place = self.next_value()?;
        Ok(())
    }

    /// Reads the value of a member that tells `null` from absent.
    ///
    /// # Errors
    /// When it has another type.
    #[inline]
    fn patch<T: Deserialize<'de>>(&mut self, place: &mut Patch<T>) -> Result<(), Self::Error> {
        *place = self
            .next_value::<Option<T>>()?
            .map_or(Patch::Null, Patch::Value);
        Ok(())
    }

    /// Keeps a member that the document does not list by name but gives a type for.
    ///
    /// # Errors
    /// When its value has another type.
    #[inline]
    fn extra<T: Deserialize<'de>>(
        &mut self,
        key: Cow<'de, str>,
        members: &mut BTreeMap<String, T>,
    ) -> Result<(), Self::Error> {
        members.insert(key.into_owned(), self.next_value()?);
        Ok(())
    }

    /// Passes over a member that the document does not know.
    ///
    /// # Errors
    /// When the input is malformed.
    #[inline]
    fn skip(&mut self) -> Result<(), Self::Error> {
        self.next_value::<IgnoredAny>()?;
        Ok(())
    }
}

impl<'de, A: MapAccess<'de>> Access<'de> for A {}

/// The value of a required member.
///
/// # Errors
/// When the object did not have it.
#[inline]
pub fn need<T, E: Error>(place: Option<T>, key: &'static str) -> Result<T, E> {
    place.ok_or_else(|| E::missing_field(key))
}

/// Reads a key without copying it where the input allows that, which `Cow`'s own way of reading never does.
struct KeySeed;

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<'de> Visitor<'de> for KeySeed {
    type Value = Cow<'de, str>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a member name")
    }

    fn visit_borrowed_str<E: Error>(self, key: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(key))
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(key.to_owned()))
    }

    fn visit_string<E: Error>(self, key: String) -> Result<Self::Value, E> {
        Ok(Cow::Owned(key))
    }
}
