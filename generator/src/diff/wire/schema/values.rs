//! `enum`.

use std::collections::BTreeMap;

use serde_json::Value;

use super::View;
use super::pair::Pair;
use crate::codes::changes::{
    CONSTANT_CHANGED, ENUM_CLOSED, ENUM_OPENED, ENUM_VALUE_ADDED, ENUM_VALUE_REMOVED,
};
use crate::diff::wire::comparison::Comparison;
use crate::diff::wire::words;

/// Compares the listed values, whatever their order.
pub(super) fn compare(comparison: &mut Comparison<'_>, pair: &Pair<'_>) {
    match (values(&pair.old), values(&pair.new)) {
        (Some(old), Some(new)) => compare_values(comparison, pair, &old, &new),
        (None, Some(new)) => {
            let new: Vec<_> = new.into_values().collect();
            pair.report(comparison, &ENUM_CLOSED, "enum", || {
                format!("can only be {}", words::choice(&new))
            });
        }
        (Some(old), None) => {
            let old: Vec<_> = old.into_values().collect();
            pair.report(comparison, &ENUM_OPENED, "enum", || {
                format!("can be other values than {}", words::choice(&old))
            });
        }
        (None, None) => {}
    }
}

fn compare_values(
    comparison: &mut Comparison<'_>,
    pair: &Pair<'_>,
    old: &BTreeMap<String, String>,
    new: &BTreeMap<String, String>,
) {
    let only_in = |all: &BTreeMap<String, String>, others: &BTreeMap<String, String>| {
        let only = all.iter().filter(|(key, _)| !others.contains_key(*key));
        only.map(|(_, shown)| shown.clone()).collect::<Vec<_>>()
    };
    let (removed, added) = (only_in(old, new), only_in(new, old));
    if let ([was], [is], 1, 1) = (&*removed, &*added, old.len(), new.len()) {
        return pair.report(comparison, &CONSTANT_CHANGED, "enum", || {
            format!("can only be {is} instead of {was}")
        });
    }
    if !removed.is_empty() {
        pair.report(comparison, &ENUM_VALUE_REMOVED, "enum", || {
            format!("can no longer be {}", words::choice(&removed))
        });
    }
    if !added.is_empty() {
        pair.report(comparison, &ENUM_VALUE_ADDED, "enum", || {
            format!("can also be {}", words::choice(&added))
        });
    }
}

/// Returns the listed values as JSON, each with how it is shown; `null` only makes the schema nullable.
pub(super) fn values(view: &View<'_>) -> Option<BTreeMap<String, String>> {
    let values = view.values()?.into_iter();
    let values = values.filter(|value| !value.is_null());
    Some(
        values
            .map(|value| (identity(value), words::value(value)))
            .collect(),
    )
}

/// Returns what equal values have in common: `1` and `1.0` are equal (JSON Schema 2020-12, section 4.2.2).
fn identity(value: &Value) -> String {
    let whole = value
        .as_f64()
        .filter(|number| value.is_f64() && number.fract() == 0.0);
    whole.map_or_else(|| value.to_string(), |number| format!("{number:.0}"))
}
