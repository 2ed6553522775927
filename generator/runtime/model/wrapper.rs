//! Types that wrap another one, because as an alias they would be endless.

/// Implements reading and writing for a struct with one unnamed field, as that field.
///
/// The module that calls it has the runtime's `model` in scope.
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

#[allow(unused_imports, reason = "not every API has one of these")]
pub(crate) use wrapper;
