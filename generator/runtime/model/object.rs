//! Models that travel as JSON objects.

use std::any::type_name;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, MapAccess, Visitor};
use serde::ser::Serializer;

use super::access::{Access, Members};
use super::fields::Fields;

/// A model that travels as a JSON object.
pub trait Object: Sized {
    /// Reads the object from its members.
    ///
    /// # Errors
    /// When a member has another type than documented, or a required one is missing.
    fn read<'de, A: Access<'de>>(access: &mut A) -> Result<Self, A::Error>;

    /// Writes the members of the object.
    fn write<S: Serializer>(&self, fields: &mut Fields<S>);
}

/// A model that travels as a JSON object of which every member can be absent.
pub trait SparseObject: Default {
    /// Reads the member that `at` stands at.
    ///
    /// # Errors
    /// When it has another type than documented.
    fn read<'de, A: Access<'de>>(&mut self, at: &mut A) -> Result<(), A::Error>;

    /// Writes the members of the object.
    fn write<S: Serializer>(&self, fields: &mut Fields<S>);
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

/// Writes a model that is an object.
///
/// # Errors
/// When a member cannot be written.
pub fn serialize_object<T: Object, S: Serializer>(
    object: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut fields = Fields::new(serializer);
    object.write(&mut fields);
    fields.end()
}

/// Reads a model that is an object of which every member can be absent.
///
/// # Errors
/// When the input is no object, or as [`SparseObject::read`] says.
pub fn deserialize_sparse_object<'de, T: SparseObject, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserializer.deserialize_map(SparseObjectVisitor(PhantomData))
}

/// Writes a model that is an object of which every member can be absent.
///
/// # Errors
/// When a member cannot be written.
pub fn serialize_sparse_object<T: SparseObject, S: Serializer>(
    object: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut fields = Fields::new(serializer);
    object.write(&mut fields);
    fields.end()
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Object> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        expecting::<T>(formatter)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::read(&mut Members::new(map))
    }
}

struct SparseObjectVisitor<T>(PhantomData<T>);

impl<'de, T: SparseObject> Visitor<'de> for SparseObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        expecting::<T>(formatter)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        let mut access = Members::new(map);
        let mut object = T::default();
        while access.next()? {
            object.read(&mut access)?;
        }
        Ok(object)
    }
}

fn expecting<T>(formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
    let name = type_name::<T>();
    write!(
        formatter,
        "an object ({})",
        name.rsplit("::").next().unwrap_or(name)
    )
}

/// Implements reading and writing for models that are objects.
///
/// The module that calls it has the runtime's `model` in scope.
#[allow(unused_macros, reason = "not every API has one of these")]
macro_rules! object {
    ($name:ident) => {
        $crate::runtime::model::object!($name, serialize_object, deserialize_object);
    };
    (sparse $name:ident) => {
        $crate::runtime::model::object!($name, serialize_sparse_object, deserialize_sparse_object);
    };
    ($name:ident, $serialize:ident, $deserialize:ident) => {
        impl model::Serialize for $name {
            fn serialize<S: model::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                model::$serialize(self, serializer)
            }
        }

        impl<'de> model::Deserialize<'de> for $name {
            fn deserialize<D: model::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                model::$deserialize(deserializer)
            }
        }
    };
}

#[allow(unused_imports, reason = "not every API has one of these")]
pub(crate) use object;
