//! Reading and writing the members of JSON objects.
//!
//! [`Access`] and [`Fields`] have a function of the same name for each way in which a member is there: required, optional,
//! `null` apart from absent.

use super::super::body::is_in_request;
use super::Patch;
use super::number::Numbers;
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor,
};
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::collections::BTreeMap;
use std::fmt;

/// An object that is being read, standing at one of its members.
pub trait Access<'de> {
    /// What can go wrong.
    type Error: Error;

    /// Goes to the next member; false behind the last one.
    ///
    /// # Errors
    /// When the input is malformed.
    fn next(&mut self) -> Result<bool, Self::Error>;

    /// Returns the key of the member.
    fn key(&self) -> &str;

    /// Reads the value of the member.
    ///
    /// # Errors
    /// When it has another type.
    fn value<T: Deserialize<'de>>(&mut self) -> Result<T, Self::Error>;

    /// Reads the value of a required member.
    ///
    /// # Errors
    /// When it has another type.
    #[inline]
    fn required<T: Deserialize<'de>>(&mut self, place: &mut Option<T>) -> Result<(), Self::Error> {
        *place = Some(self.value()?);
        Ok(())
    }

    /// Reads the value of an optional member; `null` counts as absent.
    ///
    /// # Errors
    /// When it has another type.
    #[inline]
    fn optional<T: Deserialize<'de>>(&mut self, place: &mut Option<T>) -> Result<(), Self::Error> {
        *place = self.value()?;
        Ok(())
    }

    /// As [`Access::optional`]; the name tells how it is written.
    ///
    /// # Errors
    /// When it has another type.
    #[inline]
    fn nullable<T: Deserialize<'de>>(&mut self, place: &mut Option<T>) -> Result<(), Self::Error> {
        self.optional(place)
    }

    /// As [`Access::optional`]; the name tells how it is written.
    ///
    /// # Errors
    /// When it has another type.
    #[inline]
    fn read_only<T: Deserialize<'de>>(&mut self, place: &mut Option<T>) -> Result<(), Self::Error> {
        self.optional(place)
    }

    /// Reads the value of a member that tells `null` from absent.
    ///
    /// # Errors
    /// When it has another type.
    #[inline]
    fn patch<T: Deserialize<'de>>(&mut self, place: &mut Patch<T>) -> Result<(), Self::Error> {
        *place = self.value::<Option<T>>()?.map_or(Patch::Null, Patch::Value);
        Ok(())
    }

    /// Reads the value of a required member that is a number, or a list or map of some.
    ///
    /// # Errors
    /// When it is out of range, has a fraction where it must not, or has another type.
    #[inline]
    fn required_number<T: Numbers>(&mut self, place: &mut Option<T>) -> Result<(), Self::Error> {
        *place = Some(T::from_read(self.value()?));
        Ok(())
    }

    /// Reads the value of an optional member that is a number, or a list or map of some; `null` counts as absent.
    ///
    /// # Errors
    /// As [`Access::required_number`] says.
    #[inline]
    fn optional_number<T: Numbers>(&mut self, place: &mut Option<T>) -> Result<(), Self::Error> {
        *place = self.value::<Option<T::Read>>()?.map(T::from_read);
        Ok(())
    }

    /// As [`Access::optional_number`]; the name tells how it is written.
    ///
    /// # Errors
    /// As [`Access::required_number`] says.
    #[inline]
    fn nullable_number<T: Numbers>(&mut self, place: &mut Option<T>) -> Result<(), Self::Error> {
        self.optional_number(place)
    }

    /// As [`Access::optional_number`]; the name tells how it is written.
    ///
    /// # Errors
    /// As [`Access::required_number`] says.
    #[inline]
    fn read_only_number<T: Numbers>(&mut self, place: &mut Option<T>) -> Result<(), Self::Error> {
        self.optional_number(place)
    }

    /// Reads the value of a member that is a number, or a list or map of some, and tells `null` from absent.
    ///
    /// # Errors
    /// As [`Access::required_number`] says.
    #[inline]
    fn patch_number<T: Numbers>(&mut self, place: &mut Patch<T>) -> Result<(), Self::Error> {
        let read = self.value::<Option<T::Read>>()?;
        *place = read.map_or(Patch::Null, |read| Patch::Value(T::from_read(read)));
        Ok(())
    }

    /// Reads the value of a required member; `null` decodes as the default of its type.
    ///
    /// # Errors
    /// When it has another type.
    #[inline]
    fn defaulted<T: Deserialize<'de> + Default>(
        &mut self,
        place: &mut T,
    ) -> Result<(), Self::Error> {
        *place = self.value::<Option<T>>()?.unwrap_or_default();
        Ok(())
    }

    /// As [`Access::defaulted`], for a member that is a number, or a list or map of some.
    ///
    /// # Errors
    /// As [`Access::required_number`] says.
    #[inline]
    fn defaulted_number<T: Numbers + Default>(&mut self, place: &mut T) -> Result<(), Self::Error> {
        let read = self.value::<Option<T::Read>>()?;
        *place = read.map(T::from_read).unwrap_or_default();
        Ok(())
    }

    /// Keeps a member that the document does not list by name but gives a type for.
    ///
    /// # Errors
    /// When its value has another type.
    #[inline]
    fn extra<T: Deserialize<'de>>(
        &mut self,
        members: &mut BTreeMap<String, T>,
    ) -> Result<(), Self::Error> {
        let key = self.key().to_owned();
        members.insert(key, self.value()?);
        Ok(())
    }

    /// As [`Access::extra`], for members that are numbers, or lists or maps of some.
    ///
    /// # Errors
    /// As [`Access::required_number`] says.
    #[inline]
    fn extra_number<T: Numbers>(
        &mut self,
        members: &mut BTreeMap<String, T>,
    ) -> Result<(), Self::Error> {
        let key = self.key().to_owned();
        members.insert(key, T::from_read(self.value()?));
        Ok(())
    }

    /// Passes over a member that the document does not know.
    ///
    /// # Errors
    /// When the input is malformed.
    #[inline]
    fn skip(&mut self) -> Result<(), Self::Error> {
        self.value::<IgnoredAny>()?;
        Ok(())
    }
}

/// The members of an object as serde gives them.
pub struct Members<'de, M> {
    map: M,
    key: Key<'de>,
}

impl<M> Members<'_, M> {
    /// Stands before the first member of `map`.
    pub const fn new(map: M) -> Self {
        Self {
            map,
            key: Key {
                borrowed: "",
                copied: String::new(),
                is_copied: false,
            },
        }
    }
}

impl<'de, M: MapAccess<'de>> Access<'de> for Members<'de, M> {
    type Error = M::Error;

    #[inline]
    fn next(&mut self) -> Result<bool, M::Error> {
        let key = self.map.next_key_seed(&mut self.key)?;
        Ok(key.is_some())
    }

    #[inline]
    fn key(&self) -> &str {
        if self.key.is_copied {
            &self.key.copied
        } else {
            self.key.borrowed
        }
    }

    #[inline]
    fn value<T: Deserialize<'de>>(&mut self) -> Result<T, M::Error> {
        self.map.next_value()
    }
}

/// Returns the error of an object without a required member.
#[inline]
#[must_use]
pub fn missing<E: Error>(key: &'static str) -> E {
    E::missing_field(key)
}

/// The key of a member, borrowed from the input where that allows it. It is read in place, as there is one for each
/// member.
struct Key<'de> {
    borrowed: &'de str,
    /// The key if the input has it with escapes.
    copied: String,
    is_copied: bool,
}

impl<'de> DeserializeSeed<'de> for &mut Key<'de> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<'de> Visitor<'de> for &mut Key<'de> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a member name")
    }

    #[inline]
    fn visit_borrowed_str<E: Error>(self, key: &'de str) -> Result<(), E> {
        self.borrowed = key;
        self.is_copied = false;
        Ok(())
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<(), E> {
        self.copied.clear();
        self.copied.push_str(key);
        self.is_copied = true;
        Ok(())
    }

    fn visit_string<E: Error>(self, key: String) -> Result<(), E> {
        self.copied = key;
        self.is_copied = true;
        Ok(())
    }
}

/// An object that is being written. The first error is kept and reported at the end.
pub struct Fields<S: Serializer>(Result<S::SerializeMap, S::Error>);

#[allow(clippy::ref_option, reason = "generated calls pass fields as they are")]
impl<S: Serializer> Fields<S> {
    /// Begins an object.
    #[inline]
    pub fn new(serializer: S) -> Self {
        Self(serializer.serialize_map(None))
    }

    /// Writes a required member.
    #[inline]
    pub fn required<T: Serialize + ?Sized>(&mut self, key: &str, value: &T) {
        if let Ok(map) = &mut self.0
            && let Err(error) = map.serialize_entry(key, value)
        {
            self.0 = Err(error);
        }
    }

    /// As [`Fields::required`]; the name tells how it is read.
    #[inline]
    pub fn required_number<T: Serialize>(&mut self, key: &str, value: &T) {
        self.required(key, value);
    }

    /// As [`Fields::required`]; the name tells how it is read.
    #[inline]
    pub fn defaulted<T: Serialize>(&mut self, key: &str, value: &T) {
        self.required(key, value);
    }

    /// As [`Fields::required`]; the name tells how it is read.
    #[inline]
    pub fn defaulted_number<T: Serialize>(&mut self, key: &str, value: &T) {
        self.required(key, value);
    }

    /// Writes a required member that can be `null`.
    #[inline]
    pub fn nullable<T: Serialize>(&mut self, key: &str, value: &Option<T>) {
        self.required(key, value);
    }

    /// As [`Fields::nullable`]; the name tells how it is read.
    #[inline]
    pub fn nullable_number<T: Serialize>(&mut self, key: &str, value: &Option<T>) {
        self.required(key, value);
    }

    /// Writes an optional member if it is there.
    #[inline]
    pub fn optional<T: Serialize>(&mut self, key: &str, value: &Option<T>) {
        if let Some(value) = value {
            self.required(key, value);
        }
    }

    /// As [`Fields::optional`]; the name tells how it is read.
    #[inline]
    pub fn optional_number<T: Serialize>(&mut self, key: &str, value: &Option<T>) {
        self.optional(key, value);
    }

    /// Writes an optional member that the document marks `readOnly`, unless this is the body of a request.
    #[inline]
    pub fn read_only<T: Serialize>(&mut self, key: &str, value: &Option<T>) {
        if !is_in_request() {
            self.optional(key, value);
        }
    }

    /// As [`Fields::read_only`]; the name tells how it is read.
    #[inline]
    pub fn read_only_number<T: Serialize>(&mut self, key: &str, value: &Option<T>) {
        self.read_only(key, value);
    }

    /// Writes a member that tells `null` from absent.
    #[inline]
    pub fn patch<T: Serialize>(&mut self, key: &str, value: &Patch<T>) {
        match value {
            Patch::Absent => {}
            Patch::Null => self.required(key, &()),
            Patch::Value(value) => self.required(key, value),
        }
    }

    /// As [`Fields::patch`]; the name tells how it is read.
    #[inline]
    pub fn patch_number<T: Serialize>(&mut self, key: &str, value: &Patch<T>) {
        self.patch(key, value);
    }

    /// Writes the members that the document does not list by name.
    #[inline]
    pub fn extra<T: Serialize>(&mut self, members: &BTreeMap<String, T>) {
        for (key, value) in members {
            self.required(key, value);
        }
    }

    /// Ends the object.
    ///
    /// # Errors
    /// The first error that a member had.
    #[inline]
    pub fn end(self) -> Result<S::Ok, S::Error> {
        self.0?.end()
    }
}
