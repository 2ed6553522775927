//! The unions themselves: decoding a value into the variant that fits best, and making unions from values.

use super::super::super::body;
use super::super::super::decode_error::data_problem;
use super::super::number::whole;
use super::fit::{Fit, ranked};
use super::state::{AttemptBudget, Refusing, Strings, catch_alls, count_catch_all, set_catch_alls};
use super::{Candidate, state};
use serde::de::{Deserialize, Deserializer};
use serde::ser::{Error as _, Serialize, Serializer};
use serde_json::{Number, Value};
use std::fmt;

/// A model that is one of several.
pub trait Union: Sized {
    /// What tells the variants apart, in their order.
    const CANDIDATES: &'static [Candidate];

    /// The names of the variants, in their order.
    const VARIANTS: &'static [&'static str];

    /// Reads the variant at `place`.
    ///
    /// # Errors
    /// When the value does not fit it.
    fn read(place: usize, value: &Value) -> Result<Self, serde_json::Error>;

    /// Keeps a value that fits no variant.
    fn other(value: UnmatchedValue) -> Self;
}

/// Reads the variant that fits best; what fits none is kept as it is, with the reason.
///
/// # Errors
/// When the input is malformed.
pub fn deserialize_union<'de, T: Union, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    let value = Value::deserialize(deserializer)?;
    let _budget = AttemptBudget::begin(&value);
    let before = catch_alls();
    let read = || {
        set_catch_alls(before);
        match fitting(&value) {
            Ok(variant) => Ok(variant),
            Err(reason) => respelled(&value)
                .and_then(|value| self::fitting(&value).ok())
                .ok_or(reason),
        }
    };
    let is_whole = |fitting: &Result<T, String>| fitting.is_ok() && catch_alls() == before;
    Ok(strings_last(read, is_whole).unwrap_or_else(|reason| {
        count_catch_all();
        T::other(UnmatchedValue::new(value, reason))
    }))
}

/// Returns what `read` makes of numbers that are no strings, or else of those that are, unless the former is whole
/// already.
///
/// So a variant of a union that expects a number takes a string only where no variant takes it as a string.
fn strings_last<T>(read: impl Fn() -> T, is_whole: impl Fn(&T) -> bool) -> T {
    if state::strings_mode() != Strings::Read {
        return read();
    }
    let refusing = Refusing::begin();
    let found = read();
    if state::strings_mode() != Strings::Met || is_whole(&found) {
        return found;
    }
    drop(refusing);
    read()
}

/// A variant in which some value is of no documented kind, how well the whole fits it, and how many such values it has.
struct Partial<T> {
    variant: T,
    fit: Fit,
    catch_alls: usize,
}

/// Returns the variant that `value` fits best, or why it fits none.
///
/// A variant that decodes whole goes before one that keeps a part of the value as it is, unless it loses members.
fn fitting<T: Union>(value: &Value) -> Result<T, String> {
    let before = catch_alls();
    let mut partial: Option<Partial<T>> = None;
    let mut reason = None;
    for ranked in ranked(value, T::CANDIDATES) {
        if !AttemptBudget::take() {
            reason = reason.or_else(|| Some("too many alternatives within each other".to_owned()));
            break;
        }
        if let Some(partial) = &partial
            && (ranked.fit.is_blank() || ranked.fit.known < partial.fit.known)
        {
            continue;
        }
        set_catch_alls(before);
        match T::read(ranked.place, value) {
            Ok(variant) if catch_alls() == before => return Ok(variant),
            Ok(variant) if partial.is_none() => {
                partial = Some(Partial {
                    variant,
                    fit: ranked.fit,
                    catch_alls: catch_alls(),
                });
            }
            Ok(_) => {}
            Err(error) => {
                let name = T::VARIANTS.get(ranked.place).copied().unwrap_or_default();
                reason = reason.or_else(|| Some(format!("{name}: {}", data_problem(&error))));
            }
        }
    }
    set_catch_alls(
        partial
            .as_ref()
            .map_or(before, |partial| partial.catch_alls),
    );
    match partial {
        Some(partial) => Ok(partial.variant),
        None => Err(reason.unwrap_or_else(|| ruled_out(value, T::CANDIDATES))),
    }
}

/// Returns what rules out every candidate.
fn ruled_out(value: &Value, candidates: &[Candidate]) -> String {
    let tags = candidates.iter().flat_map(|candidate| candidate.tags);
    let wrong = tags.filter_map(|(key, _)| Some((key, value.get(key)?)));
    match wrong.into_iter().next() {
        Some((key, tag)) => format!("no variant has these members with `{key}` {tag}"),
        None => "no variant has this type or these members".to_owned(),
    }
}

/// Returns the same value in another spelling, for variants that are numbers: an integer written with a fraction, or a
/// number written as text.
fn respelled(value: &Value) -> Option<Value> {
    match value {
        Value::Number(number) => {
            let number = number.as_f64().filter(|_| value.is_f64())?;
            whole::<i64>(number).map(Value::from)
        }
        Value::String(text) => text.parse::<Number>().ok().map(Value::Number),
        _ => None,
    }
}

/// Writes a variant that is selected by the member `tag`: it is `value` where the variant's model has no such member, or
/// has a value in it that does not select `candidate`.
///
/// # Errors
/// When the variant cannot be written.
pub fn serialize_tagged<T: Serialize, S: Serializer>(
    serializer: S,
    tag: &str,
    value: &str,
    candidate: Option<&Candidate>,
    variant: &T,
) -> Result<S::Ok, S::Error> {
    let mut written = body::to_json_value(variant).map_err(S::Error::custom)?;
    if let Value::Object(members) = &mut written {
        let held = members.get(tag);
        if !held.is_some_and(|held| selects(held, tag, candidate)) {
            let value = like(held, value);
            members.insert(tag.to_owned(), value);
        }
    }
    written.serialize(serializer)
}

/// Returns whether `held` in the member `tag` selects `candidate`. Any value does where the candidate lists none.
fn selects(held: &Value, tag: &str, candidate: Option<&Candidate>) -> bool {
    let mut tags = candidate.into_iter().flat_map(|candidate| candidate.tags);
    let Some((_, values)) = tags.find(|(key, _)| *key == tag) else {
        return true;
    };
    match held {
        Value::String(text) => values.contains(&text.as_str()),
        other => values.contains(&other.to_string().as_str()),
    }
}

/// Returns the JSON value for the text of a tag: of the type of `held`, where that is no string.
fn like(held: Option<&Value>, value: &str) -> Value {
    let is_other = matches!(held, Some(Value::Bool(_) | Value::Number(_)));
    let parsed = is_other.then(|| serde_json::from_str(value).ok()).flatten();
    parsed.unwrap_or_else(|| value.into())
}

/// Implements reading and writing for a union, from its variants and what tells the values of each:
///
/// ```text
/// model::union! {
///     Pet {
///         0 => Cat: Object {
///             tags: &[("type", &["cat"])],
///             known: &["type", "lives"],
///         } tagged "type" = "cat",
///         1 => Sizes: Array of numbers,
///         _ => Other,
///     }
/// }
/// ```
///
/// In front of a variant stands its place in the list, behind it the [`Kind`](super::Kind) of its values and the fields of
/// its [`Candidate`]. `of numbers` reads numbers as such, and `tagged` is the discriminator that
/// [`serialize_tagged`] adds. The variant of `_` takes what fits none.
///
/// The module that calls it has the runtime's `model` in scope.
// region: macros
#[macro_export]
#[doc(hidden)]
// endregion: macros
#[allow(unused_macros, reason = "not every API has one of these")]
macro_rules! union {
    (
        $name:ident {
            $(
                $place:literal => $variant:ident: $kind:ident $({ $($told:ident: $by:expr,)* })?
                $(of $number:ident)? $(tagged $key:literal = $value:literal)?,
            )*
            _ => $other:ident,
        }
    ) => {
        impl model::Union for $name {
            const CANDIDATES: &'static [model::Candidate] = &[$(
                model::Candidate { $($($told: $by,)*)? ..model::Candidate::new(model::Kind::$kind) }
            ),*];

            const VARIANTS: &'static [&'static str] = &[$(::std::stringify!($variant)),*];

            fn read(
                place: usize,
                value: &serde_json::Value,
            ) -> ::std::result::Result<Self, serde_json::Error> {
                match place {
                    $($place => model::union!(read value $($number)?).map(Self::$variant),)*
                    _ => ::std::result::Result::Ok(Self::$other(value.clone().into())),
                }
            }

            fn other(value: model::UnmatchedValue) -> Self {
                Self::$other(value)
            }
        }

        impl model::Serialize for $name {
            fn serialize<S: model::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(value) => model::union!(write serializer value $($place $key $value)?),)*
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
    (read $value:ident) => {
        model::Deserialize::deserialize($value)
    };
    (read $value:ident numbers) => {
        model::read_numbers($value)
    };
    (write $serializer:ident $content:ident) => {
        model::Serialize::serialize($content, $serializer)
    };
    (write $serializer:ident $content:ident $place:literal $key:literal $value:literal) => {{
        let candidate = <Self as model::Union>::CANDIDATES.get($place);
        model::serialize_tagged($serializer, $key, $value, candidate, $content)
    }};
}

// region: macros
#[allow(unused_imports, reason = "not every API has one of these")]
pub use union;
// endregion: macros

/// A value that the API sent where none of the documented alternatives fits.
///
/// It is kept as received and sent back unchanged. `Debug` shows the value and why it fits none.
#[derive(Clone)]
pub struct UnmatchedValue(Box<Unmatched>);

#[derive(Clone)]
struct Unmatched {
    value: Value,
    reason: Option<Box<str>>,
}

impl UnmatchedValue {
    pub(super) fn new(value: Value, reason: String) -> Self {
        let reason = Some(reason.into());
        Self(Box::new(Unmatched { value, reason }))
    }

    /// Returns the value as received.
    #[must_use]
    pub fn value(&self) -> &Value {
        &self.0.value
    }

    /// Returns the value as received.
    #[must_use]
    pub fn into_value(self) -> Value {
        self.0.value
    }

    /// Returns why no alternative fits: the error of the one that the discriminator names or that fits best, or what
    /// rules all of them out.
    ///
    /// `None` for a value that was not decoded.
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        self.0.reason.as_deref()
    }
}

impl From<Value> for UnmatchedValue {
    fn from(value: Value) -> Self {
        let reason = None;
        Self(Box::new(Unmatched { value, reason }))
    }
}

/// Two are equal if their values are.
impl PartialEq for UnmatchedValue {
    fn eq(&self, other: &Self) -> bool {
        self.0.value == other.0.value
    }
}

impl fmt::Debug for UnmatchedValue {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Unmatched { value, reason } = &*self.0;
        match reason {
            Some(reason) => write!(formatter, "{value:?} ({reason})"),
            None => value.fmt(formatter),
        }
    }
}

impl Serialize for UnmatchedValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_newtype_struct("Other", &self.0.value)
    }
}

/// Implements `From` for a union, from each of the types in the list and the variant that it makes:
///
/// ```text
/// model::from! {
///     Pet {
///         Cat => Cat,
///         Vec<f64> => Sizes,
///     }
/// }
/// ```
///
/// Members that tell `null` from absent can be set from the same types: `Pet and patch { ... }` if there is a
/// `Patch<Pet>`, and `Pet and boxed_patch { ... }` if there is a `Patch<Box<Pet>>`.
///
/// The module that calls it has the runtime's `model` in scope.
// region: macros
#[macro_export]
#[doc(hidden)]
// endregion: macros
#[allow(unused_macros, reason = "not every API has one of these")]
macro_rules! from {
    ($name:ident and $member:ident and $other:ident $list:tt) => {
        model::from! { $name and $member $list }
        model::from! { @$other $name $list }
    };
    ($name:ident and $member:ident $list:tt) => {
        model::from! { $name $list }
        model::from! { @$member $name $list }
    };
    ($name:ident $list:tt) => {
        model::from! { @union $name $list }
    };
    (@union $name:ident { $($source:ty => $variant:ident,)* }) => {
        $(
            impl ::std::convert::From<$source> for $name {
                fn from(value: $source) -> Self {
                    Self::$variant(::std::convert::Into::into(value))
                }
            }
        )*
    };
    (@patch $name:ident { $($source:ty => $variant:ident,)* }) => {
        $(
            impl model::IntoPatch<$name> for $source {
                fn into_patch(self) -> model::Patch<$name> {
                    model::Patch::Value(::std::convert::Into::into(self))
                }
            }
        )*
    };
    (@boxed_patch $name:ident { $($source:ty => $variant:ident,)* }) => {
        $(
            impl model::IntoPatch<::std::boxed::Box<$name>> for $source {
                fn into_patch(self) -> model::Patch<::std::boxed::Box<$name>> {
                    model::Patch::Value(::std::boxed::Box::new(::std::convert::Into::into(self)))
                }
            }
        )*
    };
}

// region: macros
#[allow(unused_imports, reason = "not every API has one of these")]
pub use from;
// endregion: macros
