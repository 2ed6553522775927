//! `patternProperties` (JSON Schema 2020-12, section 10.3.2.2), whose schemas no type expresses.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::pair::Pair;
use super::shape::shape_of;
use crate::diff::wire::codes::{BOUNDS_LOOSENED, BOUNDS_TIGHTENED, CONDITIONS_CHANGED, ChangeCode};
use crate::diff::wire::comparison::Comparison;
use crate::diff::wire::words::code;

pub(super) const KEY: &str = "patternProperties";

/// Compares which patterns the names of properties match, and the schemas of those, unless these are a part of
/// `additionalProperties`.
pub(super) fn compare(
    comparison: &mut Comparison<'_>,
    pair: &Pair<'_>,
    (old, new): (Option<&Vec<&Value>>, Option<&Vec<&Value>>),
) {
    let others = Others::of(new)
        .or(Others::of(old))
        .unwrap_or(Others::Anything);
    let (old, mut new) = (by_pattern(old), by_pattern(new));
    for (pattern, was) in old {
        let key = code(pattern);
        match new.remove(pattern) {
            None => {
                pair.report_condition(comparison, others.without_one(), &[KEY, pattern], || {
                    format!("has no schema any more for properties that match {key}")
                });
            }
            Some(is) if is_other(&was, &is) => {
                pair.report_condition(comparison, &CONDITIONS_CHANGED, &[KEY, pattern], || {
                    format!("has another schema for properties that match {key}")
                });
            }
            Some(_) => {}
        }
    }
    for pattern in new.into_keys() {
        let key = code(pattern);
        pair.report_condition(comparison, others.with_one(), &[KEY, pattern], || {
            format!("has a schema for properties that match {key}")
        });
    }
}

/// What properties can be that match no pattern.
#[derive(Clone, Copy)]
enum Others {
    Anything,
    Nothing,
    /// What a schema says.
    Typed,
}

impl Others {
    fn of(values: Option<&Vec<&Value>>) -> Option<Self> {
        let first = values?.first()?;
        let is_typed = |patterns: &Map<String, Value>| patterns.values().all(Value::is_boolean);
        Some(match first {
            Value::Array(_) => Self::Nothing,
            Value::Object(patterns) if is_typed(patterns) => Self::Typed,
            _ => Self::Anything,
        })
    }

    /// What it means that there is one more pattern.
    fn with_one(self) -> &'static ChangeCode {
        match self {
            Self::Anything => &BOUNDS_TIGHTENED,
            Self::Nothing => &BOUNDS_LOOSENED,
            Self::Typed => &CONDITIONS_CHANGED,
        }
    }

    fn without_one(self) -> &'static ChangeCode {
        match self {
            Self::Anything => &BOUNDS_LOOSENED,
            Self::Nothing => &BOUNDS_TIGHTENED,
            Self::Typed => &CONDITIONS_CHANGED,
        }
    }
}

type Said = Vec<String>;

/// Whether both say something of the properties, and not the same.
fn is_other(old: &Said, new: &Said) -> bool {
    !old.is_empty() && !new.is_empty() && old != new
}

/// What is said of the properties that match each pattern; all of it holds. Nothing, where `additionalProperties` says
/// it.
fn by_pattern<'a>(values: Option<&Vec<&'a Value>>) -> BTreeMap<&'a str, Said> {
    let mut by_pattern: BTreeMap<&str, Said> = BTreeMap::new();
    for value in values.into_iter().flatten() {
        for name in value.as_array().into_iter().flatten() {
            by_pattern
                .entry(name.as_str().unwrap_or_default())
                .or_default();
        }
        for (pattern, schema) in value.as_object().into_iter().flatten() {
            let said = by_pattern.entry(pattern).or_default();
            said.extend((!schema.is_boolean()).then(|| shape_of(schema)));
        }
    }
    by_pattern
}
