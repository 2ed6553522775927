//! `default`, `pattern`, `format`, `uniqueItems`, and what no type expresses.

use std::collections::BTreeSet;

use serde_json::Value;

use super::conditions::compare as conditions;
use super::kind::{Kind, kind};
use super::pair::Pair;
use super::{View, bounds};
use crate::catalog::type_names::meaning;
use crate::codes::changes::{
    BOUNDS_LOOSENED, BOUNDS_TIGHTENED, ChangeCode, DEFAULT_CHANGED, FORMAT_CHANGED, FORMAT_HINTED,
    FORMAT_NARROWED, FORMAT_WIDENED, PARAMETER_STYLE_CHANGED, PATTERN_CHANGED,
};
use crate::diff::wire::comparison::Comparison;
use crate::diff::wire::words;

/// Compares keywords whose values are only the same or not.
pub(super) fn compare(comparison: &mut Comparison<'_>, pair: &Pair<'_>) {
    default(comparison, pair);
    pattern(comparison, pair);
    separator(comparison, pair);
    conditions(comparison, pair);
    if !kind(&pair.new).has_keyword("uniqueItems") {
        return;
    }
    let unique = (pair.old.flag("uniqueItems"), pair.new.flag("uniqueItems"));
    match unique {
        (false, true) => pair.report(comparison, &BOUNDS_TIGHTENED, "uniqueItems", || {
            "must have unique items".to_owned()
        }),
        (true, false) => pair.report(comparison, &BOUNDS_LOOSENED, "uniqueItems", || {
            "can have equal items".to_owned()
        }),
        _ => {}
    }
}

fn default(comparison: &mut Comparison<'_>, pair: &Pair<'_>) {
    let (old, new) = (pair.old.get("default"), pair.new.get("default"));
    let values = (
        old.as_ref().map(|node| node.value),
        new.as_ref().map(|node| node.value),
    );
    if let Some(what) = of_defaults(values.0, values.1) {
        pair.report(comparison, &DEFAULT_CHANGED, "default", || what);
    }
}

/// Returns what it is that a value has another default, if it has.
pub(super) fn of_defaults(old: Option<&Value>, new: Option<&Value>) -> Option<String> {
    match (old, new) {
        (Some(old), Some(new)) if !is_same(old, new) => Some(format!(
            "is {} by default instead of {}",
            words::value(new),
            words::value(old)
        )),
        (None, Some(new)) => Some(format!("is {} by default", words::value(new))),
        (Some(old), None) => Some(format!("is not {} by default any more", words::value(old))),
        _ => None,
    }
}

/// Returns whether two values are equal; `1` and `1.0` are.
pub(super) fn is_same(old: &Value, new: &Value) -> bool {
    match (old, new) {
        (Value::Number(old), Value::Number(new)) => bounds::compare_numbers(old, new).is_eq(),
        _ => old == new,
    }
}

/// The separator of arrays in arrays (Swagger 2.0, Items Object, `collectionFormat`).
fn separator(comparison: &mut Comparison<'_>, pair: &Pair<'_>) {
    const KEY: &str = "collectionFormat";
    let formats = pair.old.text(KEY).zip(pair.new.text(KEY));
    if let Some((was, is)) = formats.filter(|(was, is)| was != is) {
        let (was, is) = (words::code(was), words::code(is));
        pair.report(comparison, &PARAMETER_STYLE_CHANGED, KEY, || {
            format!("is written as {is} instead of {was}")
        });
    }
}

/// All patterns of subschemas hold.
fn pattern(comparison: &mut Comparison<'_>, pair: &Pair<'_>) {
    const KEY: &str = "pattern";
    if !kind(&pair.new).has_keyword(KEY) {
        return;
    }
    let (old, new) = (patterns(&pair.old), patterns(&pair.new));
    let only_in = |one: &BTreeSet<&str>, other: &BTreeSet<&str>| {
        let only = one.difference(other).map(|pattern| words::code(pattern));
        let only: Vec<String> = only.collect();
        (!only.is_empty()).then(|| words::list(&only))
    };
    let (code, what) = match (only_in(&old, &new), only_in(&new, &old)) {
        (Some(old), Some(new)) => (
            &PATTERN_CHANGED,
            format!("follows the pattern {new} instead of {old}"),
        ),
        (None, Some(new)) => (&BOUNDS_TIGHTENED, format!("follows the pattern {new}")),
        (Some(old), None) => (
            &BOUNDS_LOOSENED,
            format!("does not follow the pattern {old} any more"),
        ),
        (None, None) => return,
    };
    pair.report(comparison, code, KEY, || what);
}

fn patterns<'a>(view: &View<'a>) -> BTreeSet<&'a str> {
    let texts = view.parts.iter().filter_map(|part| part.text("pattern"));
    let is_string = kind(view).has_keyword("pattern");
    texts.filter(|_| is_string).collect()
}

/// Formats of which the latter admits all values of the former.
const WIDER: &[(&str, &str)] = &[
    ("int8", "int16"),
    ("int8", "int32"),
    ("int8", "int64"),
    ("int16", "int32"),
    ("int16", "int64"),
    ("int32", "int64"),
    ("uint8", "uint16"),
    ("uint8", "uint32"),
    ("uint8", "uint64"),
    ("uint16", "uint32"),
    ("uint16", "uint64"),
    ("uint32", "uint64"),
    ("uint32", "int64"),
    ("float", "double"),
    ("uri", "uri-reference"),
    ("email", "idn-email"),
    ("hostname", "idn-hostname"),
];

/// Formats that only say again what `type` says (OpenAPI 3.0.3, Data Types: the signed 64 bits of an integer are the
/// widest that it knows).
const SAYING_NOTHING: &[&str] = &[
    "string", "number", "integer", "boolean", "object", "array", "text",
];

/// Compares the formats.
pub(super) fn compare_formats(comparison: &mut Comparison<'_>, pair: &Pair<'_>) {
    let (old, new) = (format(&pair.old), format(&pair.new));
    if old == new || matches!(kind(&pair.new), Kind::Array | Kind::Object | Kind::Boolean) {
        return;
    }
    let what = match (old, new) {
        (Some(old), Some(new)) => format!(
            "has the format {} instead of {}",
            words::code(new),
            words::code(old)
        ),
        (None, Some(new)) => format!("has the format {}", words::code(new)),
        (Some(old), None) => format!("does not have the format {} any more", words::code(old)),
        (None, None) => return,
    };
    let kind = kind(&pair.new);
    let code = if limiting(kind, old) == limiting(kind, new) {
        &FORMAT_HINTED
    } else {
        change_of_format(old, new)
    };
    pair.report(comparison, code, "format", || what);
}

/// Returns the format, if it leaves out some values of the type: `password` is for who shows them, and 64 bits are what
/// readers of JSON have for numbers (OpenAPI 3.0.3, Data Types; RFC 8259, section 6).
fn limiting(kind: Kind, format: Option<&str>) -> Option<&str> {
    format.filter(|format| {
        !matches!(
            (kind, *format),
            (_, "password") | (Kind::Integer, "int64") | (Kind::Number, "double")
        )
    })
}

fn change_of_format(old: Option<&str>, new: Option<&str>) -> &'static ChangeCode {
    match (old, new) {
        (None, _) => &FORMAT_NARROWED,
        (_, None) => &FORMAT_WIDENED,
        (Some(old), Some(new)) if WIDER.contains(&(old, new)) => &FORMAT_WIDENED,
        (Some(old), Some(new)) if WIDER.contains(&(new, old)) => &FORMAT_NARROWED,
        _ => &FORMAT_CHANGED,
    }
}

/// Returns the format, or the one that the word in place of the type implies.
fn format<'a>(view: &View<'a>) -> Option<&'a str> {
    let format = view.text("format");
    let implied = || view.text("type").and_then(|word| meaning(word).format);
    format
        .filter(|format| !SAYING_NOTHING.contains(format) && !format.is_empty())
        .or_else(implied)
}
