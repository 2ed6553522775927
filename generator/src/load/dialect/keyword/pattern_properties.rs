//! Properties whose names follow a pattern (JSON Schema 2020-12, section 10.3.2.2), and members and items that no other
//! keyword speaks of (section 11).

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::condition::keep;
use super::tuple::Alternatives;
use crate::codes::dialect::PATTERNS_OPEN;
use crate::load::dialect::report::Report;
use crate::load::trail::Trail;

/// Patterns that every name matches.
const ANY_NAME: &[&str] = &[
    "",
    "$",
    "(.*)",
    "(.+)",
    ".",
    ".*",
    ".*$",
    ".+",
    ".+$",
    "[\\s\\S]*",
    "[\\s\\S]+",
    "^",
    "^(.*)$",
    "^(.+)$",
    "^.",
    "^.*",
    "^.*$",
    "^.+",
    "^.+$",
    "^[\\s\\S]*$",
    "^[\\s\\S]+$",
];

/// They become additional properties, whose names are not checked. Members that match no pattern are valid unless the
/// schema forbids them, and must not be refused: where nothing types them, all unlisted members are JSON values.
pub(super) fn upgrade(members: &mut Map<String, Value>, trail: &Trail<'_>, report: &mut Report) {
    let Some(Value::Object(mut patterns)) = members.shift_remove("patternProperties") else {
        return;
    };
    if patterns.is_empty() {
        return;
    }
    let at = trail.member("patternProperties");
    let is_any = |pattern: &str| ANY_NAME.contains(&pattern);
    if patterns.keys().any(|pattern| is_any(pattern)) {
        // Every member follows this schema, whichever others it follows.
        patterns.retain(|pattern, _| is_any(pattern));
        members.shift_remove("additionalProperties");
    } else if is_open(members) {
        let message = "properties that match no pattern are valid";
        report.warn(&PATTERNS_OPEN, &at, message);
        members.insert("additionalProperties".to_owned(), Value::Bool(true));
        keep(members, "patternProperties", Value::Object(patterns));
        return;
    }
    // The order of patterns has no meaning.
    let names: BTreeSet<String> = patterns.keys().cloned().collect();
    let at = at.pointer();
    let additional = trail.member("additionalProperties").pointer();
    let mut alternatives = Alternatives::default();
    for (pattern, schema) in patterns {
        alternatives.add(schema, at.child(&pattern));
    }
    let rest = members.shift_remove("additionalProperties");
    let is_closed = !rest.as_ref().is_some_and(Value::is_object);
    if let Some(rest @ Value::Object(_)) = rest {
        alternatives.add(rest, additional.clone());
    }
    let schema = alternatives.into_schema(&additional, &mut report.origins);
    members.insert("additionalProperties".to_owned(), schema);
    if names.iter().any(|name| !is_any(name)) {
        keep(members, "patternProperties", kept(names, is_closed));
    }
}

/// Returns the patterns of which `additionalProperties` has the schemas: a list, if no other properties are valid; with
/// `true`, if others have a schema too.
fn kept(names: BTreeSet<String>, is_closed: bool) -> Value {
    if is_closed {
        return Value::from_iter(names);
    }
    names.into_iter().map(|name| (name, true)).collect()
}

/// Returns whether nothing types or forbids the members that match no pattern.
fn is_open(members: &Map<String, Value>) -> bool {
    let keys = ["additionalProperties", "unevaluatedProperties"];
    let rest = keys.iter().find_map(|key| members.get(*key));
    rest.is_none_or(|rest| match rest {
        Value::Bool(is_open) => *is_open,
        Value::Object(schema) => schema.is_empty(),
        _ => true,
    })
}

/// A schema of members or items that nothing else speaks of is that of additional ones, where nothing is said of these.
/// `false` only forbids what no type lists anyway.
pub(super) fn upgrade_unevaluated(
    members: &mut Map<String, Value>,
    trail: &Trail<'_>,
    report: &mut Report,
) {
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

/// Returns whether there are no items but those of `prefixItems`.
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
