//! Writing JSON objects.

use std::cell::Cell;
use std::collections::BTreeMap;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::Patch;

thread_local! {
    static IN_REQUEST: Cell<bool> = const { Cell::new(false) };
}

/// Runs `encode` so that members the document marks `readOnly` are left out: they
/// "SHOULD NOT be sent as part of the request" (OpenAPI 3.0.3, Schema Object, `readOnly`).
/// Written in any other way, for a log or a file, a model keeps them.
pub fn encode_request<R>(encode: impl FnOnce() -> R) -> R {
    struct Restore(bool);
    impl Drop for Restore {
        fn drop(&mut self) {
            IN_REQUEST.set(self.0);
        }
    }
    let _restore = Restore(IN_REQUEST.replace(true));
    encode()
}

/// An object that is being written. The first error is kept and reported by [`Fields::end`].
pub struct Fields<S: Serializer>(Result<S::SerializeMap, S::Error>);

impl<S: Serializer> Fields<S> {
    /// Begins an object.
    #[inline]
    pub fn new(serializer: S) -> Self {
        Self(serializer.serialize_map(None))
    }

    /// Writes a member.
    #[inline]
    pub fn put<T: Serialize + ?Sized>(&mut self, key: &str, value: &T) {
        if let Ok(map) = &mut self.0
            && let Err(error) = map.serialize_entry(key, value)
        {
            self.0 = Err(error);
        }
    }

    /// Writes an optional member if it is there.
    #[inline]
    pub fn put_some<T: Serialize>(&mut self, key: &str, value: &Option<T>) {
        if let Some(value) = value {
            self.put(key, value);
        }
    }

    /// Writes a member that tells `null` from absent.
    #[inline]
    pub fn put_patch<T: Serialize>(&mut self, key: &str, value: &Patch<T>) {
        match value {
            Patch::Absent => {}
            Patch::Null => self.put(key, &()),
            Patch::Value(value) => self.put(key, value),
        }
    }

    /// Writes a member that the document marks `readOnly`, unless this is the body of a request.
    #[inline]
    pub fn put_read_only<T: Serialize>(&mut self, key: &str, value: &Option<T>) {
        if !IN_REQUEST.get() {
            self.put_some(key, value);
        }
    }

    /// Writes the members that the document does not list by name.
    #[inline]
    pub fn put_extra<T: Serialize>(&mut self, members: &BTreeMap<String, T>) {
        for (key, value) in members {
            self.put(key, value);
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
