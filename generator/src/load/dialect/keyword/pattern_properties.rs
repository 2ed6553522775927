//! Properties whose names follow a pattern (JSON Schema 2020-12, section 10.3.2.2).

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::alternatives::Alternatives;
use super::condition::keep;
use crate::load::dialect::codes::PATTERNS_OPEN;
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
        let message = "properties that match no pattern are valid; they are read as JSON values";
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

/// The patterns of which `additionalProperties` has the schemas: a list, if no other properties are valid; with `true`,
/// if others have a schema too.
fn kept(names: BTreeSet<String>, is_closed: bool) -> Value {
    if is_closed {
        return Value::from_iter(names);
    }
    names.into_iter().map(|name| (name, true)).collect()
}

/// Whether nothing types or forbids the members that match no pattern.
fn is_open(members: &Map<String, Value>) -> bool {
    let keys = ["additionalProperties", "unevaluatedProperties"];
    let rest = keys.iter().find_map(|key| members.get(*key));
    rest.is_none_or(|rest| match rest {
        Value::Bool(is_open) => *is_open,
        Value::Object(schema) => schema.is_empty(),
        _ => true,
    })
}
