//! Which shape a schema has.

use serde_json::Value;

use super::inheritance::family;
use super::normalized::{Additional, NormalizedSchema};
use super::{all_of, alternatives};
use crate::catalog::json_type::JsonType;
use crate::catalog::scalars;
use crate::catalog::type_names::{Meaning, meaning};
use crate::codes::lower::{ENUM_MIXED, ITEMS_WITHOUT_TYPE, TYPE_UNKNOWN};
use crate::diagnostics::Pointer;
use crate::ir::Scalar;
use crate::load::plain;
use crate::lower::context::Context;

/// The shape of a schema.
#[derive(Clone, Debug)]
pub(crate) enum Classified {
    /// A type of the language or of a library.
    Scalar(Scalar),
    /// An array, with the place of its items.
    List(Option<Pointer>),
    /// An object whose members all have the type at this place.
    Map(Option<Pointer>),
    /// The same as the schema at this place.
    Same(Pointer),
    /// One of several strings.
    Strings(Vec<String>),
    /// One of several integers.
    Integers(Vec<i64>),
    /// An object with listed members.
    Object,
    /// One of several schemas.
    Union(Vec<Pointer>),
    /// Any JSON value.
    Anything,
}

/// Classifies the schema at `at`, which is no reference.
pub(crate) fn classify(
    context: &mut Context<'_>,
    at: &Pointer,
    normalized: &NormalizedSchema,
) -> Classified {
    if !normalized.enumeration.is_empty() {
        return of_values(context, at, normalized);
    }
    if let Some(members) = family(context, at) {
        return Classified::Union(members);
    }
    if !normalized.all_of.is_empty() {
        return all_of::classify(context, at, normalized);
    }
    if !normalized.one_of.is_empty() || !normalized.any_of.is_empty() {
        return alternatives::classify(context, at, normalized);
    }
    of_kind(context, at, normalized)
}

/// Returns an enumeration (JSON Schema Validation, `enum`); `null` among the values only makes it nullable.
fn of_values(context: &mut Context<'_>, at: &Pointer, normalized: &NormalizedSchema) -> Classified {
    let values: Vec<&Value> = normalized
        .enumeration
        .iter()
        .filter(|value| !value.is_null())
        .collect();
    let meaning = kind(context, at, normalized);
    if let Some(shape) = listed(&values, meaning.kind) {
        return shape;
    }
    let is_of_type = |value: &&Value| match meaning.kind {
        Some(JsonType::Array) => value.is_array(),
        Some(JsonType::Object) => value.is_object(),
        _ => false,
    };
    let is_typed = values.iter().all(is_of_type);
    let place = at.child("enum");
    if is_typed {
        let message = "enums of arrays or objects are not supported";
        context.report_with_note(&ENUM_MIXED, message, "only the type is used", &place);
        of_meaning(normalized, meaning)
    } else {
        let message = "the values of this enum do not have one scalar type";
        context.report(&ENUM_MIXED, message, &place);
        Classified::Anything
    }
}

/// Returns the shape that a list of values makes, if they have one type, which is that of the schema.
fn listed(values: &[&Value], kind: Option<JsonType>) -> Option<Classified> {
    let alike = |is: fn(&Value) -> bool| values.iter().all(|value| is(value));
    let (shape, found) = if values.is_empty() {
        return Some(Classified::Anything);
    } else if alike(Value::is_string) {
        let texts = values.iter().map(|value| plain(value));
        (Classified::Strings(texts.collect()), JsonType::String)
    } else if let Some(integers) = values.iter().map(|value| value.as_i64()).collect() {
        (Classified::Integers(integers), JsonType::Integer)
    } else if alike(Value::is_boolean) {
        (Classified::Scalar(Scalar::Boolean), JsonType::Boolean)
    } else if alike(Value::is_number) {
        (Classified::Scalar(Scalar::Double), JsonType::Number)
    } else {
        return None;
    };
    let is_number = kind == Some(JsonType::Number) && found == JsonType::Integer;
    (is_number || kind.is_none_or(|kind| kind == found)).then_some(shape)
}

/// Returns a schema that is not composed of others.
pub(super) fn of_kind(
    context: &mut Context<'_>,
    at: &Pointer,
    normalized: &NormalizedSchema,
) -> Classified {
    let meaning = kind(context, at, normalized);
    if meaning.kind.is_none() && admits_others(context, normalized) {
        let message = "`items` without `type: array`";
        context.report(&ITEMS_WITHOUT_TYPE, message, &at.child("items"));
        return Classified::Anything;
    }
    of_meaning(normalized, meaning)
}

/// Returns whether `items` is all that a schema without `type` says, and its values need not be lists all the same:
/// JSON Schema leaves all else as it is. Alternatives as items are mostly meant to be those of the schema itself.
fn admits_others(context: &mut Context<'_>, normalized: &NormalizedSchema) -> bool {
    let is_alone =
        normalized.properties.is_empty() && matches!(normalized.additional, Additional::Unsaid);
    let Some(items) = normalized.items.as_ref().filter(|_| is_alone) else {
        return false;
    };
    let Some(items) = context.resolve(items) else {
        return false;
    };
    !normalized.is_list() || !context.normalized(&items).any_of.is_empty()
}

/// Returns the `type` of a schema and the format that a word in its place implies; a word that is no type is noted.
fn kind(context: &mut Context<'_>, at: &Pointer, normalized: &NormalizedSchema) -> Meaning {
    let Some(word) = normalized.kind.as_deref() else {
        return Meaning::default();
    };
    if let Some(kind) = JsonType::named(word) {
        return Meaning {
            kind: Some(kind),
            format: None,
        };
    }
    let meaning = meaning(word);
    let note = meaning.kind.map_or_else(
        || "it is ignored".to_owned(),
        |kind| format!("it is read as `{}`", kind.as_str()),
    );
    let message = format!("unknown type `{word}`");
    context.report_with_note(&TYPE_UNKNOWN, message, note, &at.child("type"));
    meaning
}

fn of_meaning(normalized: &NormalizedSchema, meaning: Meaning) -> Classified {
    let format = normalized.format.as_deref().or(meaning.format);
    match meaning.kind {
        Some(JsonType::Array) => Classified::List(normalized.items.clone()),
        Some(JsonType::Object) => of_object(normalized),
        Some(kind) => of_scalar(normalized, scalars::scalar(kind, format)),
        None => of_hints(normalized),
    }
}

fn of_scalar(normalized: &NormalizedSchema, scalar: Scalar) -> Classified {
    let unsigned = scalar.row().unsigned.filter(|_| normalized.is_unsigned);
    Classified::Scalar(unsigned.unwrap_or(scalar))
}

/// A schema without `type` is what its other keywords speak of: a format of one type says most, as a pattern can be that
/// of a number as well.
fn of_hints(normalized: &NormalizedSchema) -> Classified {
    if !normalized.properties.is_empty() || !matches!(normalized.additional, Additional::Unsaid) {
        of_object(normalized)
    } else if normalized.items.is_some() {
        Classified::List(normalized.items.clone())
    } else if let Some(scalar) = normalized.scalar_of_format() {
        of_scalar(normalized, scalar)
    } else if normalized.bounds_strings {
        Classified::Scalar(Scalar::String)
    } else if normalized.bounds_numbers {
        Classified::Scalar(Scalar::Double)
    } else {
        Classified::Anything
    }
}

fn of_object(normalized: &NormalizedSchema) -> Classified {
    if !normalized.properties.is_empty() {
        return Classified::Object;
    }
    match &normalized.additional {
        Additional::Schema(value) => Classified::Map(Some(value.clone())),
        Additional::Anything | Additional::Unsaid => Classified::Map(None),
        Additional::Forbidden => Classified::Object,
    }
}
