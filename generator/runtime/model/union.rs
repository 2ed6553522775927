//! Unions: one value out of several schemas (`oneOf`, `anyOf`).

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Error as _, Serialize, Serializer};
use serde_json::Value;

use super::candidate::Candidate;
use super::integer::whole;
use super::ranking::ranked;
use super::trials::Trials;

/// A model that is one of several.
pub trait Union: Sized {
    /// What tells the variants apart, in their order.
    const CANDIDATES: &'static [Candidate];

    /// Reads the variant at `place`.
    ///
    /// # Errors
    /// When the value does not fit it.
    fn read(place: usize, value: &Value) -> Result<Self, serde_json::Error>;

    /// Keeps a value that fits no variant.
    fn other(value: Value) -> Self;
}

/// Reads the variant that fits best; what fits none is kept as it is.
///
/// # Errors
/// When the input is malformed.
pub fn deserialize_union<'de, T: Union, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    let value = Value::deserialize(deserializer)?;
    let _trials = Trials::begin(&value);
    let fitting = fitting(&value).or_else(|| fitting(&integer(&value)?));
    Ok(fitting.unwrap_or_else(|| T::other(value)))
}

/// The variant that `value` fits best.
fn fitting<T: Union>(value: &Value) -> Option<T> {
    ranked(value, T::CANDIDATES)
        .into_iter()
        .take_while(|_| Trials::take())
        .find_map(|place| T::read(place, value).ok())
}

/// The integer that a number written with a fraction is; where no variant takes a fraction, one may take that.
fn integer(value: &Value) -> Option<Value> {
    let number = value.as_f64().filter(|_| value.is_f64())?;
    whole::<i64>(number).map(Value::from)
}

/// Writes a variant that is told apart by the member `tag`, which is added when the variant's model has no such member.
///
/// # Errors
/// When the variant cannot be written.
pub fn serialize_tagged<T: Serialize, S: Serializer>(
    serializer: S,
    tag: &str,
    value: &str,
    variant: &T,
) -> Result<S::Ok, S::Error> {
    let mut written = serde_json::to_value(variant).map_err(S::Error::custom)?;
    if let Value::Object(members) = &mut written {
        members.entry(tag).or_insert_with(|| value.into());
    }
    written.serialize(serializer)
}

/// Implements `Deserialize` for unions.
///
/// The module that calls it has the runtime's `model` in scope.
#[allow(unused_macros, reason = "not every API has one of these")]
macro_rules! union {
    (
        $name:ident $other:ident
        [$($place:literal $variant:ident($kind:ident $($told:ident: $by:expr),*) $($key:literal $value:literal)?),*]
    ) => {
        impl model::Union for $name {
            const CANDIDATES: &'static [model::Candidate] = &[$(
                model::Candidate { $($told: $by,)* ..model::Candidate::of(model::Kind::$kind) }
            ),*];

            fn read(
                place: usize,
                value: &serde_json::Value,
            ) -> ::std::result::Result<Self, serde_json::Error> {
                match place {
                    $($place => model::Deserialize::deserialize(value).map(Self::$variant),)*
                    _ => ::std::result::Result::Ok(Self::$other(value.clone())),
                }
            }

            fn other(value: serde_json::Value) -> Self {
                Self::$other(value)
            }
        }

        impl model::Serialize for $name {
            fn serialize<S: model::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(value) => model::union!(write serializer value $($key $value)?),)*
                    Self::$other(value) => model::Serialize::serialize(value, serializer),
                }
            }
        }

        impl<'de> model::Deserialize<'de> for $name {
            fn deserialize<D: model::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                model::deserialize_union(deserializer)
            }
        }
    };
    (write $serializer:ident $content:ident) => {
        model::Serialize::serialize($content, $serializer)
    };
    (write $serializer:ident $content:ident $key:literal $value:literal) => {
        model::serialize_tagged($serializer, $key, $value, $content)
    };
}

#[allow(unused_imports, reason = "not every API has one of these")]
pub(crate) use union;
