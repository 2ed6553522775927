//! `default`, `pattern`, `uniqueItems`, and what no type expresses.

use std::collections::BTreeSet;

use serde_json::Value;

use super::conditions::compare as conditions;
use super::pair::Pair;
use super::{View, kind, number};
use crate::diff::wire::codes::{
    BOUNDS_LOOSENED, BOUNDS_TIGHTENED, DEFAULT_CHANGED, PARAMETER_STYLE_CHANGED, PATTERN_CHANGED,
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

/// What it is that a value has another default, if it has.
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

/// Whether two values are equal; `1` and `1.0` are.
pub(super) fn is_same(old: &Value, new: &Value) -> bool {
    match (old, new) {
        (Value::Number(old), Value::Number(new)) => number::compare(old, new).is_eq(),
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
