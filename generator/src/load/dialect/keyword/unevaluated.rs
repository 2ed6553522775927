//! Members and items that no other keyword speaks of (JSON Schema 2020-12, section 11).

use serde_json::{Map, Value};

use super::condition::keep;
use crate::load::dialect::report::Report;
use crate::load::trail::Trail;

/// A schema of members or items that nothing else speaks of is that of additional ones, where nothing is said of these.
/// `false` only forbids what no type lists anyway.
pub(super) fn upgrade(members: &mut Map<String, Value>, trail: &Trail<'_>, report: &mut Report) {
    let is_true = members.get("unevaluatedProperties") == Some(&Value::Bool(true));
    if !members.contains_key("additionalProperties")
        && (is_true
            || members
                .get("unevaluatedProperties")
                .is_some_and(Value::is_object))
    {
        rename(
            members,
            "unevaluatedProperties",
            "additionalProperties",
            trail,
            report,
        );
    }
    if !members.contains_key("items")
        && !members.contains_key("additionalItems")
        && (members
            .get("unevaluatedItems")
            .is_some_and(Value::is_object)
            || closes_tuple(members))
    {
        rename(members, "unevaluatedItems", "items", trail, report);
    }
    if let Some(Value::Bool(false)) = members.get("unevaluatedItems") {
        members.shift_remove("unevaluatedItems");
        keep(members, "unevaluatedItems", Value::Bool(false));
    }
}

/// Keywords that can speak of items beside `prefixItems` (JSON Schema 2020-12, section 11.2).
const SPEAK_OF_ITEMS: &[&str] = &[
    "$ref",
    "$dynamicRef",
    "allOf",
    "anyOf",
    "contains",
    "dependentSchemas",
    "if",
    "not",
    "oneOf",
];

/// Whether there are no items but those of `prefixItems`.
fn closes_tuple(members: &Map<String, Value>) -> bool {
    members.contains_key("prefixItems")
        && members.get("unevaluatedItems") == Some(&Value::Bool(false))
        && SPEAK_OF_ITEMS.iter().all(|key| !members.contains_key(*key))
}

fn rename(
    members: &mut Map<String, Value>,
    old: &str,
    new: &str,
    trail: &Trail<'_>,
    report: &mut Report,
) {
    if let Some(value) = members.shift_remove(old) {
        let (old, at) = (trail.member(old).pointer(), trail.member(new).pointer());
        report.origins.moved(at, &old);
        members.insert(new.to_owned(), value);
    }
}
