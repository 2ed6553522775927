//! Writing the members of JSON objects.

use std::collections::BTreeMap;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::Patch;
use super::request_scope::is_in_request;

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
