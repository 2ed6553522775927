//! Enumerations become open enums.

use hashbrown::{HashMap, HashSet};
use std::fmt::Display;
use std::hash::Hash;

use super::normalized::NormalizedSchema;
use super::values::value_docs;
use crate::codes::lower::ENUM_REPEATED;
use crate::diagnostics::Pointer;
use crate::ir::{Enum, EnumValue, EnumValues, Shape};
use crate::load::plain;
use crate::lower::context::Context;
use crate::names::{Case, Identifier, Scope, Wanted};
use crate::settings::SchemaNames;

/// The variant for values that the document does not list.
const FALLBACK: &str = "Unknown";

/// Builds an enum of strings.
pub(super) fn strings(
    context: &mut Context<'_>,
    at: &Pointer,
    normalized: &NormalizedSchema,
    values: &[String],
    owner: &Pointer,
) -> Shape {
    let values = distinct(context, at, normalized, values);
    Shape::Enum(Enum {
        values: EnumValues::Strings(described(context, at, normalized, values, owner)),
        origin: context.origin(at),
    })
}

/// Builds an enum of integers.
pub(super) fn integers(
    context: &mut Context<'_>,
    at: &Pointer,
    normalized: &NormalizedSchema,
    values: &[i64],
    owner: &Pointer,
) -> Shape {
    let values = distinct(context, at, normalized, values);
    Shape::Enum(Enum {
        values: EnumValues::Integers(described(context, at, normalized, values, owner)),
        origin: context.origin(at),
    })
}

/// Returns the values, each with its place in the list, with their names and descriptions.
fn described<T: Display>(
    context: &Context<'_>,
    at: &Pointer,
    normalized: &NormalizedSchema,
    values: Vec<(usize, T)>,
    owner: &Pointer,
) -> Vec<EnumValue<T>> {
    let texts: Vec<String> = values.iter().map(|(_, value)| value.to_string()).collect();
    let wanted = annotations(context, at, normalized, &texts, VALUE_NAMES);
    let given = annotations(context, at, normalized, &texts, VALUE_DESCRIPTIONS);
    let listed = value_docs(&normalized.description, &texts);
    let docs = given
        .into_iter()
        .zip(listed)
        .map(|(given, listed)| given.unwrap_or(listed));
    let names = names(
        &texts,
        &wanted,
        context.names.of_schema(context.document, owner),
    );
    let named = values.into_iter().zip(names).zip(docs);
    named
        .map(|(((place, wire), name), description)| EnumValue {
            name,
            wire,
            description,
            place,
        })
        .collect()
}

/// Extensions that many tools write: a list beside `enum`, with something to say of each value.
const VALUE_NAMES: &[&str] = &["x-enum-varnames", "x-enumNames"];
const VALUE_DESCRIPTIONS: &[&str] = &["x-enum-descriptions", "x-enumDescriptions"];

/// Returns what the extensions called `keys` say of each of `values`.
fn annotations(
    context: &Context<'_>,
    at: &Pointer,
    normalized: &NormalizedSchema,
    values: &[String],
    keys: &[&str],
) -> Vec<Option<String>> {
    let node = context.document.value(at);
    let list = keys
        .iter()
        .find_map(|key| node?.get(*key)?.as_array())
        .filter(|list| list.len() == normalized.enumeration.len());
    let Some(list) = list else {
        return vec![None; values.len()];
    };
    let mut said = HashMap::new();
    for (listed, text) in normalized.enumeration.iter().zip(list) {
        said.entry(plain(listed)).or_insert(text);
    }
    let of = |value: &String| {
        let text = said.get(value)?.as_str()?.trim();
        (!text.is_empty()).then(|| text.to_owned())
    };
    values.iter().map(of).collect()
}

fn names(
    values: &[String],
    wanted: &[Option<String>],
    given: Option<&SchemaNames>,
) -> Vec<Identifier> {
    let given = |value: &String| given?.members.get(value);
    let wanted: Vec<_> = values
        .iter()
        .zip(wanted)
        .map(|(value, wanted)| Wanted {
            text: wanted_name(wanted.as_deref().unwrap_or(value)),
            deprecated: false,
            given: given(value).map(String::as_str),
        })
        .collect();
    Scope::with_reserved(&[FALLBACK]).claim_all(Case::Variant, &wanted)
}

/// A listed value must not look like the fallback.
fn wanted_name(value: &str) -> &str {
    if value.eq_ignore_ascii_case(FALLBACK) {
        "unknown value"
    } else {
        value
    }
}

/// Returns the values without those that are listed again, each with its place in the list.
fn distinct<T: Clone + Eq + Hash>(
    context: &mut Context<'_>,
    at: &Pointer,
    normalized: &NormalizedSchema,
    values: &[T],
) -> Vec<(usize, T)> {
    report_repeated(context, at, normalized);
    let mut seen = HashSet::new();
    let listed = normalized.enumeration.iter().enumerate();
    let places = listed.filter_map(|(place, value)| (!value.is_null()).then_some(place));
    places
        .zip(values)
        .filter(|(_, value)| seen.insert(*value))
        .map(|(place, value)| (place, value.clone()))
        .collect()
}

/// Notes the values that are listed again, in one finding for all.
fn report_repeated(context: &mut Context<'_>, at: &Pointer, normalized: &NormalizedSchema) {
    let mut seen = HashSet::new();
    let listed = normalized.enumeration.iter().enumerate();
    let mut repeated = listed.filter(|(_, value)| !value.is_null() && !seen.insert(*value));
    let Some((place, value)) = repeated.next() else {
        return;
    };
    let value = plain(value);
    let message = match repeated.count() {
        0 => format!("duplicate enum value `{value}`"),
        more => format!("duplicate enum value `{value}`, and {more} more"),
    };
    context.report(&ENUM_REPEATED, message, &at.child("enum").index(place));
}
