//! Models that are JSON objects, and newtypes of models.

use super::members::{Access, Members};
use serde::de::{Deserializer, MapAccess, Visitor};
use std::any::type_name;
use std::fmt;
use std::marker::PhantomData;

/// A model that travels as a JSON object.
pub trait Object: Sized {
    /// Reads the object from its members.
    ///
    /// # Errors
    /// When a member has another type than documented, or a required one is missing.
    fn read<'de, A: Access<'de>>(access: &mut A) -> Result<Self, A::Error>;
}

/// A model that travels as a JSON object of which every member can be absent.
pub trait SparseObject: Default {
    /// Reads the member that `at` stands at.
    ///
    /// # Errors
    /// When it has another type than documented.
    fn read<'de, A: Access<'de>>(&mut self, at: &mut A) -> Result<(), A::Error>;
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

/// Reads a model that is an object of which every member can be absent.
///
/// # Errors
/// When the input is no object, or as [`SparseObject::read`] says.
pub fn deserialize_sparse_object<'de, T: SparseObject, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserializer.deserialize_map(SparseObjectVisitor(PhantomData))
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

/// Implements reading and writing for a model that is an object, from its fields, each with how its member is there and
/// the member's name in JSON:
///
/// ```text
/// model::object! {
///     Service {
///         name: required "name",
///         cpu_millis: optional_number "cpuMillis",
///         ..additional_properties: numbers
///     }
/// }
/// ```
///
/// The words between are the functions of [`Access`] and [`Fields`](super::Fields) that read and write the member. The
/// field behind `..` takes the members that are not listed, and `numbers` says that their values are read as such. An
/// object without members that must be there is read into its `Default`: `Service from Default { ... }`.
///
/// The module that calls it has the runtime's `model` in scope.
// region: macros
#[macro_export]
#[doc(hidden)]
// endregion: macros
#[allow(unused_macros, reason = "not every API has one of these")]
macro_rules! object {
    (
        $name:ident from Default {
            $($field:ident: $kind:ident $key:literal,)*
            $(..$extra:ident $(: $number:ident)?)?
        }
    ) => {
        #[allow(deprecated, reason = "deprecated members still travel")]
        impl model::SparseObject for $name {
            fn read<'de, A: model::Access<'de>>(
                &mut self,
                access: &mut A,
            ) -> ::std::result::Result<(), A::Error> {
                match access.key() {
                    $($key => access.$kind(&mut self.$field),)*
                    _ => model::object!(@rest access $([$($number)?] self.$extra)?),
                }
            }
        }
        model::object!(@serde $name deserialize_sparse_object [$($field $kind $key)*] $($extra)?);
    };
    (
        $name:ident {
            $($field:ident: $kind:ident $key:literal,)*
            $(..$extra:ident $(: $number:ident)?)?
        }
    ) => {
        #[allow(deprecated, reason = "deprecated members still travel")]
        impl model::Object for $name {
            fn read<'de, A: model::Access<'de>>(
                access: &mut A,
            ) -> ::std::result::Result<Self, A::Error> {
                $(let mut $field = ::std::default::Default::default();)*
                $(let mut $extra = ::std::collections::BTreeMap::new();)?
                while access.next()? {
                    match access.key() {
                        $($key => access.$kind(&mut $field),)*
                        _ => model::object!(@rest access $([$($number)?] $extra)?),
                    }?;
                }
                ::std::result::Result::Ok(Self {
                    $($field: model::object!(@$kind $field $key),)*
                    $($extra,)?
                })
            }
        }
        model::object!(@serde $name deserialize_object [$($field $kind $key)*] $($extra)?);
    };
    (@rest $access:ident) => {
        $access.skip()
    };
    (@rest $access:ident [] $($extra:tt)+) => {
        $access.extra(&mut $($extra)+)
    };
    (@rest $access:ident [numbers] $($extra:tt)+) => {
        $access.extra_number(&mut $($extra)+)
    };
    (@required $field:ident $key:literal) => {
        // Not `?`, whose conversions the compiler takes long to see through.
        match $field {
            ::std::option::Option::Some(value) => value,
            ::std::option::Option::None => {
                return ::std::result::Result::Err(model::missing($key));
            }
        }
    };
    (@required_number $field:ident $key:literal) => {
        model::object!(@required $field $key)
    };
    (
        @serde $name:ident $deserialize:ident
        [$($field:ident $kind:ident $key:literal)*]
        $($extra:ident)?
    ) => {
        #[allow(deprecated, reason = "deprecated members still travel")]
        impl model::Serialize for $name {
            fn serialize<S: model::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                #[allow(unused_mut, reason = "an object can be without members")]
                let mut fields = model::Fields::new(serializer);
                $(fields.$kind($key, &self.$field);)*
                $(fields.extra(&self.$extra);)?
                fields.end()
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
    (@$kind:ident $field:ident $key:literal) => {
        $field
    };
}

// region: macros
#[allow(unused_imports, reason = "not every API has one of these")]
pub use object;
// endregion: macros

/// Implements reading and writing for a struct with one unnamed field, as that field.
///
/// The module that calls it has the runtime's `model` in scope.
// region: macros
#[macro_export]
#[doc(hidden)]
// endregion: macros
#[allow(unused_macros, reason = "not every API has one of these")]
macro_rules! wrapper {
    ($name:ident) => {
        impl model::Serialize for $name {
            fn serialize<S: model::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                self.0.serialize(serializer)
            }
        }

        impl<'de> model::Deserialize<'de> for $name {
            fn deserialize<D: model::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                model::Deserialize::deserialize(deserializer).map(Self)
            }
        }
    };
}

// region: macros
#[allow(unused_imports, reason = "not every API has one of these")]
pub use wrapper;
// endregion: macros
