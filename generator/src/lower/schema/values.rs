//! Values that a schema lists, with their descriptions, and schemas that admit one value only.

use hashbrown::HashSet;
use serde_json::Value;

use super::alternatives::only_alternative;
use super::normalized::NormalizedSchema;
use crate::diagnostics::Pointer;
use crate::doc_text::code_span;
use crate::ir::{Constant, Scalar, TypeRef};
use crate::lower::context::Context;
use crate::normalize::Walk;

/// What the doc comment of an integer without a type of its own says.
const BIG_INTEGER_NOTE: &str = "An integer that may exceed 64 bits: up to 64 bits it is exact, beyond them it is the nearest double-precision number.";

/// How many values are told one by one.
const MAX_VALUES: usize = 24;

/// `description` with the values that the schema `normalized` admits, where its type is not an enum of them, and
/// with its default, which clients never fill in.
pub(in crate::lower) fn with_values(
    context: &mut Context<'_>,
    description: String,
    normalized: &NormalizedSchema,
) -> String {
    let default = normalized.default.as_ref().filter(|value| !value.is_null());
    let default = default.map(|value| format!("The API's default is {}.", code(value)));
    noted(with_listed(context, description, normalized), default)
}

/// As [`with_values`], without the default.
pub(super) fn with_listed(
    context: &mut Context<'_>,
    description: String,
    normalized: &NormalizedSchema,
) -> String {
    let description = noted(description, listed(context, normalized));
    let is_big = normalized.enumeration.is_empty() && normalized.is_big_integer();
    noted(description, is_big.then(|| BIG_INTEGER_NOTE.to_owned()))
}

/// `description` with the value that a parameter is sent with unless another one is set.
pub(in crate::lower) fn with_constant(description: String, constant: Option<&Constant>) -> String {
    let value = match constant {
        Some(Constant::Text(text)) => code_span(text),
        Some(Constant::Integer(value)) => code_span(&value.to_string()),
        Some(Constant::Number(value)) => code_span(&value.to_string()),
        Some(Constant::Boolean(value)) => code_span(&value.to_string()),
        Some(Constant::Variant(..)) | None => return description,
    };
    noted(description, Some(format!("Sent as {value} unless set.")))
}

fn noted(description: String, note: Option<String>) -> String {
    match note {
        None => description,
        Some(note) if description.trim().is_empty() => note,
        Some(note) => format!("{description}\n\n{note}"),
    }
}

/// Returns the values of the enum that a value, or each item of a list, is one of.
fn listed(context: &mut Context<'_>, normalized: &NormalizedSchema) -> Option<String> {
    if let Some(values) = values(&normalized.enumeration) {
        return Some(format!("The value is {values}."));
    }
    let items = normalized.items.clone().filter(|_| normalized.is_list())?;
    let items = context.resolve(&items)?;
    let values = values(&context.normalized(&items).enumeration)?;
    Some(format!("Each item is {values}."))
}

/// Returns an enumeration in words, if its values are numbers that are no integers, or `true` or `false` alone.
fn values(enumeration: &[Value]) -> Option<String> {
    let mut values: Vec<&Value> = enumeration
        .iter()
        .filter(|value| !value.is_null())
        .collect();
    let is_numbers = values.iter().all(|value| value.is_number())
        && values.iter().any(|value| value.as_i64().is_none());
    let is_truth = values.iter().all(|value| value.is_boolean());
    let mut seen = HashSet::new();
    values.retain(|value| seen.insert(*value));
    match values.as_slice() {
        [only] if is_numbers || is_truth => Some(format!("always {}", code(only))),
        [_, _, ..] if is_numbers => Some(format!("one of {}", list(&values))),
        _ => None,
    }
}

fn list(values: &[&Value]) -> String {
    let mut words: Vec<String> = values
        .iter()
        .take(MAX_VALUES)
        .map(|value| code(value))
        .collect();
    match values.len().checked_sub(MAX_VALUES) {
        None | Some(0) => {}
        Some(more) => words.push(format!("{more} more")),
    }
    let last = words.pop().unwrap_or_default();
    format!("{} and {last}", words.join(", "))
}

fn code(value: &Value) -> String {
    code_span(&value.to_string())
}

/// How many schemas are looked through for a list of one value.
const MAX_PARTS: usize = 32;

/// Returns the only value of the schema at `at`, whose type is `ty`, where it is a string, a number or a boolean.
pub(in crate::lower) fn constant(
    context: &mut Context<'_>,
    at: &Pointer,
    ty: &TypeRef,
) -> Option<Constant> {
    // Only these can come of a list of values.
    let is_listed = matches!(
        ty,
        TypeRef::Named(_) | TypeRef::Scalar(Scalar::Boolean | Scalar::Double)
    );
    let mut walk = Walk::new(is_listed.then(|| at.clone()), MAX_PARTS);
    while let Some(at) = walk.next_schema() {
        let target = context.resolve(&at)?;
        let normalized = context.normalized(&target);
        if normalized.admits_null() || !normalized.properties.is_empty() {
            return None;
        }
        if let Some(value) = only_value(&normalized) {
            return of_value(value);
        }
        if walk.enter(target) {
            walk.extend(normalized.all_of.iter().cloned());
            walk.extend(only_alternative(context, &normalized));
        }
    }
    None
}

/// Returns the only value that a schema lists.
fn only_value(normalized: &NormalizedSchema) -> Option<&Value> {
    let (first, others) = normalized.enumeration.split_first()?;
    others.iter().all(|other| other == first).then_some(first)
}

fn of_value(value: &Value) -> Option<Constant> {
    match value {
        Value::String(text) => Some(Constant::Text(text.clone())),
        Value::Bool(value) => Some(Constant::Boolean(*value)),
        Value::Number(number) => match number.as_i64() {
            Some(integer) => Some(Constant::Integer(integer)),
            None => number.as_f64().map(Constant::Number),
        },
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// Returns the description of each of `values` that a list in `description` gives, as in ``- `READY`: accepts
/// connections``.
pub(super) fn value_docs(description: &str, values: &[String]) -> Vec<String> {
    let items: Vec<(&str, &str)> = description.lines().filter_map(list_item).collect();
    values.iter().map(|value| doc_of(value, &items)).collect()
}

fn doc_of(value: &str, items: &[(&str, &str)]) -> String {
    items
        .iter()
        .find(|(name, _)| *name == value)
        .map(|(_, text)| (*text).to_owned())
        .unwrap_or_default()
}

/// Returns a list item that begins with a value: the value and the text behind it.
fn list_item(line: &str) -> Option<(&str, &str)> {
    let item = line
        .trim_start()
        .strip_prefix(['-', '*', '+'])?
        .trim_start();
    let (name, rest) = match item.strip_prefix('`') {
        Some(quoted) => quoted.split_once('`')?,
        None => item.split_once(':').or_else(|| item.split_once(" - "))?,
    };
    let text = rest.trim_start_matches([':', '-', '–', '—', ' ']).trim();
    (!text.is_empty()).then_some((name.trim_matches(['*', ' ']), text))
}
