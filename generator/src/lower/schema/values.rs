//! What a description has to tell of values because no type does: those of an enum of numbers or truth values, which
//! has no type of its own, the default, which belongs to the API, and what becomes of integers beyond 64 bits.

use hashbrown::HashSet;

use serde_json::Value;

use super::facts::Facts;
use crate::doc_text::code_span;
use crate::ir::Constant;
use crate::lower::context::Context;

/// What the doc comment of an integer without a type of its own says.
const BIG_INTEGER_NOTE: &str = "An integer that may exceed 64 bits: up to 64 bits it is exact, beyond them it is the nearest double-precision number.";

/// How many values are told one by one.
const MOST_VALUES: usize = 24;

/// `description` with the values that a schema with these `facts` admits, where its type is not an enum of them, and
/// with its default, which clients never fill in.
pub(in crate::lower) fn with_values(
    context: &mut Context<'_>,
    description: String,
    facts: &Facts,
) -> String {
    let default = facts.default.as_ref().filter(|value| !value.is_null());
    let default = default.map(|value| format!("The API's default is {}.", code(value)));
    noted(with_listed(context, description, facts), default)
}

/// As [`with_values`], without the default.
pub(super) fn with_listed(context: &mut Context<'_>, description: String, facts: &Facts) -> String {
    let description = noted(description, listed(context, facts));
    let is_big = facts.enumeration.is_empty() && facts.is_big_integer();
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

/// The values of the enum that a value, or each item of a list, is one of.
fn listed(context: &mut Context<'_>, facts: &Facts) -> Option<String> {
    if let Some(values) = values(&facts.enumeration) {
        return Some(format!("The value is {values}."));
    }
    let items = facts.items.clone().filter(|_| facts.is_list())?;
    let items = context.resolve(&items)?;
    let values = values(&context.facts(&items).enumeration)?;
    Some(format!("Each item is {values}."))
}

/// An enumeration in words, if its values are numbers that are no integers, or `true` or `false` alone.
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
        .take(MOST_VALUES)
        .map(|value| code(value))
        .collect();
    match values.len().checked_sub(MOST_VALUES) {
        None | Some(0) => {}
        Some(more) => words.push(format!("{more} more")),
    }
    let last = words.pop().unwrap_or_default();
    format!("{} and {last}", words.join(", "))
}

fn code(value: &Value) -> String {
    code_span(&value.to_string())
}
