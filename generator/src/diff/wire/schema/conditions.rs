//! Keywords that no type expresses: `not`, `if`, `contains`, `dependentRequired`, `propertyNames` and the like (JSON
//! Schema 2020-12, sections 10.2 and 10.3; Validation, sections 6.4 and 6.5).

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::View;
use super::pair::Pair;
use super::shape::shape_of;
use crate::codes::changes::{BOUNDS_LOOSENED, BOUNDS_TIGHTENED, CONDITIONS_CHANGED, ChangeCode};
use crate::diff::wire::comparison::Comparison;
use crate::diff::wire::words::code;
use crate::load::CONDITIONS;

/// What a condition says in all subschemas, and where it is said first.
type Conditions<'a> = BTreeMap<&'a str, Vec<&'a Value>>;

/// Compares the conditions, each keyword for itself.
pub(super) fn compare(comparison: &mut Comparison<'_>, pair: &Pair<'_>) {
    let (old, new) = (conditions(&pair.old), conditions(&pair.new));
    let is_tuple = |conditions: &Conditions<'_>| conditions.contains_key(TUPLE);
    let are_tuples = is_tuple(&old) && is_tuple(&new);
    let mut keywords: Vec<&str> = old.keys().chain(new.keys()).copied().collect();
    keywords.sort_unstable();
    keywords.dedup();
    for keyword in keywords {
        let (was, is) = (old.get(keyword), new.get(keyword));
        let is_closed = keyword == "items" && (forbids(was) || forbids(is));
        let is_compared = are_tuples && [TUPLE, "items"].contains(&keyword) && !is_closed;
        if keyword == PATTERNS {
            compare_patterns(comparison, pair, (was, is));
            continue;
        }
        if say_the_same(was, is)
            || is_compared
            || keyword == "minContains" && is_one(was) && is_one(is)
        {
            continue;
        }
        let (change, what) = judge(keyword, was, is);
        let key = code(keyword);
        let what = match what {
            _ if keyword == "items" && forbids(is) => What::Closed,
            _ if keyword == "items" && forbids(was) => What::Opened,
            what => what,
        };
        // Each keyword is a change of its own, though they are kept in one place.
        pair.report_condition(comparison, change, &[keyword], || match what {
            What::Added => format!("follows {key}, which it did not have to before"),
            What::Removed => format!("does not have to follow {key} any more"),
            What::Changed => format!("follows another {key}"),
            What::Closed => "has no items but those with a position".to_owned(),
            What::Opened => "can have more items than those with a position".to_owned(),
        });
    }
}

/// Returns whether conditions differ in texts for people at most.
fn say_the_same(old: Option<&Vec<&Value>>, new: Option<&Vec<&Value>>) -> bool {
    let said = |values: Option<&Vec<&Value>>| {
        let values = values?.iter();
        Some(values.map(|value| shape_of(value)).collect::<Vec<_>>())
    };
    old == new || said(old) == said(new)
}

/// Returns whether there are no items beyond those with a position.
fn forbids(items: Option<&Vec<&Value>>) -> bool {
    items.is_some_and(|items| items.iter().any(|items| **items == json!(false)))
}

/// Returns whether `minContains` is its default (JSON Schema Validation 2020-12, section 6.4.5).
fn is_one(values: Option<&Vec<&Value>>) -> bool {
    values.is_none_or(|values| values.iter().all(|value| **value == json!(1)))
}

/// Arrays whose items have schemas by their positions.
const TUPLE: &str = "prefixItems";

enum What {
    Added,
    Removed,
    Changed,
    /// Of the items of a tuple.
    Closed,
    Opened,
}

/// Returns a condition of any kind leaves fewer values; whether another one does is only known of some.
fn judge(
    keyword: &str,
    old: Option<&Vec<&Value>>,
    new: Option<&Vec<&Value>>,
) -> (&'static ChangeCode, What) {
    // Base64 is a format, so one of two encodings is not kept here.
    if ["contentEncoding", "contentMediaType", "contentSchema"].contains(&keyword) {
        return (&CONDITIONS_CHANGED, What::Changed);
    }
    let (Some(old), Some(new)) = (old, new) else {
        return if old.is_none() {
            (&BOUNDS_TIGHTENED, What::Added)
        } else {
            (&BOUNDS_LOOSENED, What::Removed)
        };
    };
    let change = match (old.as_slice(), new.as_slice()) {
        ([old], [new]) => order(keyword, old, new),
        _ => None,
    };
    let change = match change {
        Some(true) => &BOUNDS_TIGHTENED,
        Some(false) => &BOUNDS_LOOSENED,
        None => &CONDITIONS_CHANGED,
    };
    (change, What::Changed)
}

/// Returns whether the new value of a keyword leaves fewer values than the old one, if it is known that one of them
/// does.
fn order(keyword: &str, old: &Value, new: &Value) -> Option<bool> {
    match keyword {
        "minContains" => Some(new.as_f64()? > old.as_f64()?),
        "items" if new == &json!(false) => Some(true),
        "items" if old == &json!(false) => Some(false),
        "maxContains" => Some(new.as_f64()? < old.as_f64()?),
        "dependentRequired" => match (holds(new, old), holds(old, new)) {
            (true, _) => Some(true),
            (_, true) => Some(false),
            _ => None,
        },
        _ => None,
    }
}

/// Returns whether `more` demands all that `less` demands: names of properties by the names of those that demand them.
fn holds(more: &Value, less: &Value) -> bool {
    let (Some(more), Some(less)) = (more.as_object(), less.as_object()) else {
        return false;
    };
    less.iter().all(|(name, demanded)| {
        let all = more.get(name).and_then(Value::as_array);
        let mut demanded = demanded.as_array().into_iter().flatten();
        demanded.all(|name| all.is_some_and(|all| all.contains(name)))
    })
}

fn conditions<'a>(view: &View<'a>) -> Conditions<'a> {
    let mut conditions = Conditions::new();
    for node in view.all(CONDITIONS) {
        let members = node.value.as_object().into_iter().flatten();
        let counts = |keyword: &str, value: &Value| match keyword {
            // The schema `false` is a type of its own.
            "not" => value != &json!({}),
            _ => !value.is_null(),
        };
        for (keyword, value) in members.filter(|(keyword, value)| counts(keyword, value)) {
            conditions.entry(keyword).or_default().push(value);
        }
    }
    conditions
}

pub(super) const PATTERNS: &str = "patternProperties";

/// Compares which patterns the names of properties match, and the schemas of those, unless these are a part of
/// `additionalProperties`.
pub(super) fn compare_patterns(
    comparison: &mut Comparison<'_>,
    pair: &Pair<'_>,
    (old, new): (Option<&Vec<&Value>>, Option<&Vec<&Value>>),
) {
    let others = Others::new(new)
        .or(Others::new(old))
        .unwrap_or(Others::Anything);
    let (old, mut new) = (by_pattern(old), by_pattern(new));
    for (pattern, was) in old {
        let key = code(pattern);
        match new.remove(pattern) {
            None => {
                pair.report_condition(
                    comparison,
                    others.without_one(),
                    &[PATTERNS, pattern],
                    || format!("has no schema any more for properties that match {key}"),
                );
            }
            Some(is) if is_other(&was, &is) => {
                pair.report_condition(
                    comparison,
                    &CONDITIONS_CHANGED,
                    &[PATTERNS, pattern],
                    || format!("has another schema for properties that match {key}"),
                );
            }
            Some(_) => {}
        }
    }
    for pattern in new.into_keys() {
        let key = code(pattern);
        pair.report_condition(comparison, others.with_one(), &[PATTERNS, pattern], || {
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
    fn new(values: Option<&Vec<&Value>>) -> Option<Self> {
        let first = values?.first()?;
        let is_typed = |patterns: &Map<String, Value>| patterns.values().all(Value::is_boolean);
        Some(match first {
            Value::Array(_) => Self::Nothing,
            Value::Object(patterns) if is_typed(patterns) => Self::Typed,
            _ => Self::Anything,
        })
    }

    /// Returns what it means that there is one more pattern.
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

/// Returns whether both say something of the properties, and not the same.
fn is_other(old: &Said, new: &Said) -> bool {
    !old.is_empty() && !new.is_empty() && old != new
}

/// Returns what is said of the properties that match each pattern; all of it holds. Nothing, where
/// `additionalProperties` says it.
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
