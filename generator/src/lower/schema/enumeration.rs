//! Enumerations become open enums.

use std::collections::HashSet;
use std::fmt::Display;
use std::hash::Hash;

use super::facts::Facts;
use super::value_docs::value_docs;
use crate::diagnostics::Pointer;
use crate::ir::{Enum, EnumValue, EnumValues, Shape};
use crate::load::plain;
use crate::lower::codes::ENUM_REPEATED;
use crate::lower::context::Context;
use crate::names::{Case, Identifier, Scope};

/// The variant for values that the document does not list.
const FALLBACK: &str = "Unknown";

/// Builds an enum of strings.
pub(super) fn strings(
    context: &mut Context<'_>,
    at: &Pointer,
    facts: &Facts,
    values: &[String],
) -> Shape {
    let values = distinct(context, at, facts, values);
    Shape::Enum(Enum {
        values: EnumValues::Strings(described(facts, values)),
    })
}

/// Builds an enum of integers.
pub(super) fn integers(
    context: &mut Context<'_>,
    at: &Pointer,
    facts: &Facts,
    values: &[i64],
) -> Shape {
    let values = distinct(context, at, facts, values);
    Shape::Enum(Enum {
        values: EnumValues::Integers(described(facts, values)),
    })
}

/// The values with their names and descriptions.
fn described<T: Display>(facts: &Facts, values: Vec<T>) -> Vec<EnumValue<T>> {
    let texts: Vec<String> = values.iter().map(T::to_string).collect();
    let docs = value_docs(&facts.description, &texts);
    let named = values.into_iter().zip(names(&texts)).zip(docs);
    named
        .map(|((wire, name), description)| EnumValue {
            name,
            wire,
            description,
        })
        .collect()
}

fn names(values: &[String]) -> Vec<Identifier> {
    let texts: Vec<&str> = values.iter().map(|value| wanted_name(value)).collect();
    Scope::with_reserved(&[FALLBACK]).claim_each(Case::Variant, &texts)
}

/// A listed value must not look like the fallback.
fn wanted_name(value: &str) -> &str {
    if value.eq_ignore_ascii_case(FALLBACK) {
        "unknown value"
    } else {
        value
    }
}

/// The values without those that are listed again.
fn distinct<T: Clone + Eq + Hash>(
    context: &mut Context<'_>,
    at: &Pointer,
    facts: &Facts,
    values: &[T],
) -> Vec<T> {
    let mut seen = HashSet::new();
    for (place, value) in facts
        .enumeration
        .iter()
        .enumerate()
        .filter(|(_, value)| !value.is_null())
    {
        if !seen.insert(value) {
            context.report(
                &ENUM_REPEATED,
                format!("`{}` is listed twice", plain(value)),
                &at.child("enum").index(place),
            );
        }
    }
    let mut seen = HashSet::new();
    values
        .iter()
        .filter(|value| seen.insert(*value))
        .cloned()
        .collect()
}
