//! `default`, `pattern`, `uniqueItems`, and what no type expresses.

use serde_json::Value;

use super::pair::Pair;
use crate::diff::wire::codes::{
    BOUNDS_LOOSENED, BOUNDS_TIGHTENED, CONDITIONS_CHANGED, DEFAULT_CHANGED, PATTERN_CHANGED,
};
use crate::diff::wire::comparison::Comparison;
use crate::diff::wire::words;
use crate::load::CONDITIONS;

/// Compares keywords whose values are only the same or not.
pub(super) fn compare(comparison: &mut Comparison<'_>, pair: &Pair<'_>) {
    default(comparison, pair);
    pattern(comparison, pair);
    let conditions = [&pair.old, &pair.new].map(|view| view.get(CONDITIONS));
    let [old, new] = conditions
        .each_ref()
        .map(|node| node.as_ref().map(|node| node.value));
    if old != new {
        let what = || "follows other rules, as `not` and `if` state them".to_owned();
        pair.report(comparison, &CONDITIONS_CHANGED, CONDITIONS, what);
    }
    let unique = (pair.old.flag("uniqueItems"), pair.new.flag("uniqueItems"));
    match unique {
        (false, true) => pair.report(comparison, &BOUNDS_TIGHTENED, "uniqueItems", || {
            "has no item twice".to_owned()
        }),
        (true, false) => pair.report(comparison, &BOUNDS_LOOSENED, "uniqueItems", || {
            "can have items twice".to_owned()
        }),
        _ => {}
    }
}

fn default(comparison: &mut Comparison<'_>, pair: &Pair<'_>) {
    let (old, new) = (pair.old.get("default"), pair.new.get("default"));
    let what = match (&old, &new) {
        (Some(old), Some(new)) if !is_same(old.value, new.value) => format!(
            "is {} by default instead of {}",
            words::value(new.value),
            words::value(old.value)
        ),
        (None, Some(new)) => format!("is {} by default", words::value(new.value)),
        (Some(old), None) => format!("is not {} by default any more", words::value(old.value)),
        _ => return,
    };
    pair.report(comparison, &DEFAULT_CHANGED, "default", || what);
}

/// Whether two values are equal; `1` and `1.0` are.
pub(super) fn is_same(old: &Value, new: &Value) -> bool {
    match (old.as_f64(), new.as_f64()) {
        (Some(old_number), Some(new_number)) => {
            old == new || old_number.total_cmp(&new_number).is_eq()
        }
        _ => old == new,
    }
}

fn pattern(comparison: &mut Comparison<'_>, pair: &Pair<'_>) {
    let (old, new) = (pair.old.text("pattern"), pair.new.text("pattern"));
    let (code, what) = match (old, new) {
        (Some(old), Some(new)) if old != new => {
            let (old, new) = (words::code(old), words::code(new));
            (
                &PATTERN_CHANGED,
                format!("follows the pattern {new} instead of {old}"),
            )
        }
        (None, Some(new)) => {
            let new = words::code(new);
            (&BOUNDS_TIGHTENED, format!("follows the pattern {new}"))
        }
        (Some(old), None) => {
            let old = words::code(old);
            (
                &BOUNDS_LOOSENED,
                format!("does not follow the pattern {old} any more"),
            )
        }
        _ => return,
    };
    pair.report(comparison, code, "pattern", || what);
}
