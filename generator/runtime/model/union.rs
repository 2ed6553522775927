//! Unions: one value out of several schemas (`oneOf`, `anyOf`).

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Error as _, Serialize, Serializer};
use serde_json::Value;

/// The JSON types a schema admits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Any JSON value.
    Any,
    /// An object.
    Object,
    /// An array.
    Array,
    /// A string.
    String,
    /// A string of a special form, such as a date.
    FormattedString,
    /// A number with or without a fraction.
    Number,
    /// A number without a fraction.
    Integer,
    /// `true` or `false`.
    Boolean,
}

/// What tells the values of one variant from those of the others; settled when the client is generated.
#[derive(Clone, Copy, Debug)]
pub struct Candidate {
    /// The JSON type of its values.
    pub kind: Kind,
    /// Its values, where it is an enum of strings.
    pub values: &'static [&'static str],
    /// Members that hold one of a few known strings, such as the discriminator.
    pub tags: &'static [(&'static str, &'static [&'static str])],
    /// Members that are always there.
    pub required: &'static [&'static str],
    /// All members that the document lists.
    pub known: &'static [&'static str],
}

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
    let fitting = ranked(&value, T::CANDIDATES)
        .into_iter()
        .find_map(|place| T::read(place, &value).ok());
    Ok(fitting.unwrap_or_else(|| T::other(value)))
}

/// The places of the candidates that `value` can be, best first; their own order only breaks ties.
fn ranked(value: &Value, candidates: &[Candidate]) -> Vec<usize> {
    let mut places: Vec<_> = candidates
        .iter()
        .enumerate()
        .filter_map(|(place, candidate)| Some((score(value, candidate)?, place)))
        .collect();
    places.sort_by(|(left, _), (right, _)| right.cmp(left));
    places.into_iter().map(|(_, place)| place).collect()
}

/// How well `value` fits: tags first, then the exactness of its type, then required members, then known ones.
/// `None` when it cannot be that variant.
fn score(value: &Value, candidate: &Candidate) -> Option<(usize, u8, usize, usize)> {
    if !admits(candidate.kind, value) {
        return None;
    }
    let exact = exactness(value, candidate)?;
    let Value::Object(members) = value else {
        return Some((0, exact, 0, 0));
    };
    let tagged = |(key, values): &(&str, &[&str])| {
        members
            .get(*key)
            .and_then(Value::as_str)
            .is_some_and(|tag| values.contains(&tag))
    };
    if !candidate.tags.iter().all(tagged)
        || !candidate
            .required
            .iter()
            .all(|key| members.contains_key(*key))
    {
        return None;
    }
    let known = candidate
        .known
        .iter()
        .filter(|key| members.contains_key(**key))
        .count();
    let stranger = known == 0 && !candidate.known.is_empty() && !members.is_empty();
    if stranger {
        return None;
    }
    Some((candidate.tags.len(), exact, candidate.required.len(), known))
}

/// How narrow the type of a candidate is for `value`; `None` when it lists other values.
fn exactness(value: &Value, candidate: &Candidate) -> Option<u8> {
    if !candidate.values.is_empty() {
        let text = value.as_str().unwrap_or_default();
        return candidate.values.contains(&text).then_some(3);
    }
    Some(match candidate.kind {
        Kind::Any => 0,
        Kind::Number if !value.is_f64() => 1,
        Kind::FormattedString => 3,
        _ => 2,
    })
}

fn admits(kind: Kind, value: &Value) -> bool {
    match kind {
        Kind::Any => true,
        Kind::Object => value.is_object(),
        Kind::Array => value.is_array(),
        Kind::String | Kind::FormattedString => value.is_string(),
        Kind::Number => value.is_number(),
        Kind::Integer => value.is_i64() || value.is_u64(),
        Kind::Boolean => value.is_boolean(),
    }
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
    ($name:ident) => {
        impl<'de> model::Deserialize<'de> for $name {
            fn deserialize<D: model::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                model::deserialize_union(deserializer)
            }
        }
    };
}

#[allow(unused_imports, reason = "not every API has one of these")]
pub(crate) use union;
