//! Reading JSON objects.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor,
};

use super::Patch;

/// A model that travels as a JSON object.
pub trait Object: Sized {
    /// The name that decode errors give.
    const NAME: &'static str;
    /// The members that the document lists, in its order; [`Members::next_key`] answers with a place in this list.
    const KEYS: &'static [&'static str];
    /// Whether the text of other keys is kept for [`Members::extra`].
    const KEEPS_EXTRA: bool = false;

    /// Reads the object from its members.
    ///
    /// # Errors
    /// When a member has another type than documented, or a required one is missing.
    fn read<'de, A: MapAccess<'de>>(members: &mut Members<A>) -> Result<Self, A::Error>;
}

/// Reads a model that is an object.
///
/// # Errors
/// When the input is no object, or as [`Object::read`] says.
pub fn deserialize_object<'de, T: Object, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserializer.deserialize_map(ObjectVisitor(PhantomData))
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Object> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "an object ({})", T::NAME)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::read(&mut Members {
            map,
            keys: KeySeed {
                keys: T::KEYS,
                expected: 0,
                keep: T::KEEPS_EXTRA,
                extra: None,
            },
        })
    }
}

/// The members of an object that is being read.
pub struct Members<A> {
    map: A,
    keys: KeySeed,
}

impl<'de, A: MapAccess<'de>> Members<A> {
    /// The place of the next member's key in [`Object::KEYS`], or its length for a key that is not listed.
    ///
    /// # Errors
    /// When the input is malformed.
    #[inline]
    pub fn next_key(&mut self) -> Result<Option<usize>, A::Error> {
        let place = self.map.next_key_seed(&mut self.keys)?;
        if let Some(place) = place {
            self.keys.expected = place + 1;
        }
        Ok(place)
    }

    /// Reads a required member.
    ///
    /// # Errors
    /// When its value has another type.
    #[inline]
    pub fn put<T: Deserialize<'de>>(&mut self, slot: &mut Option<T>) -> Result<(), A::Error> {
        *slot = Some(self.map.next_value()?);
        Ok(())
    }

    /// Reads an optional member; `null` counts as absent.
    ///
    /// # Errors
    /// When its value has another type.
    #[inline]
    pub fn put_some<T: Deserialize<'de>>(&mut self, slot: &mut Option<T>) -> Result<(), A::Error> {
        *slot = self.map.next_value()?;
        Ok(())
    }

    /// Reads a member that tells `null` from absent.
    ///
    /// # Errors
    /// When its value has another type.
    #[inline]
    pub fn put_patch<T: Deserialize<'de>>(&mut self, slot: &mut Patch<T>) -> Result<(), A::Error> {
        *slot = self
            .map
            .next_value::<Option<T>>()?
            .map_or(Patch::Null, Patch::Value);
        Ok(())
    }

    /// Keeps a member that the document does not list by name but gives a type for.
    ///
    /// # Errors
    /// When its value has another type.
    #[inline]
    pub fn extra<T: Deserialize<'de>>(
        &mut self,
        members: &mut BTreeMap<String, T>,
    ) -> Result<(), A::Error> {
        let key = self.keys.extra.take().unwrap_or_default();
        members.insert(key, self.map.next_value()?);
        Ok(())
    }

    /// Passes over a member that the document does not know.
    ///
    /// # Errors
    /// When the input is malformed.
    #[inline]
    pub fn skip(&mut self) -> Result<(), A::Error> {
        self.map.next_value::<IgnoredAny>()?;
        Ok(())
    }
}

/// The value of a required member.
///
/// # Errors
/// When the object did not have it.
#[inline]
pub fn need<T, E: Error>(slot: Option<T>, key: &'static str) -> Result<T, E> {
    slot.ok_or_else(|| E::missing_field(key))
}

/// Maps a key to its place without allocating; keys mostly come in the document's order, so the search
/// begins behind the last one found.
struct KeySeed {
    keys: &'static [&'static str],
    expected: usize,
    keep: bool,
    extra: Option<String>,
}

impl KeySeed {
    fn place(&mut self, key: &str) -> usize {
        let (before, after) = self
            .keys
            .split_at_checked(self.expected)
            .unwrap_or((self.keys, &[]));
        let ahead = after
            .iter()
            .position(|known| *known == key)
            .map(|place| place + before.len());
        let place = ahead.or_else(|| before.iter().position(|known| *known == key));
        if place.is_none() && self.keep {
            self.extra = Some(key.to_owned());
        }
        place.unwrap_or(self.keys.len())
    }
}

impl<'de> DeserializeSeed<'de> for &mut KeySeed {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for &mut KeySeed {
    type Value = usize;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a member name")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<usize, E> {
        Ok(self.place(key))
    }
}

/// Implements `Deserialize` for models that are objects.
///
/// The module that calls it has the runtime's `model` in scope.
#[allow(unused_macros, reason = "not every API has one of these")]
macro_rules! object {
    ($name:ident) => {
        impl<'de> model::Deserialize<'de> for $name {
            fn deserialize<D: model::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                model::deserialize_object(deserializer)
            }
        }
    };
}

#[allow(unused_imports, reason = "not every API has one of these")]
pub(crate) use object;
