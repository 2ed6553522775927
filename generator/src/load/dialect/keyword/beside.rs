//! Keywords beside `oneOf` and `anyOf`, which hold for each alternative.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::type_list::keywords;
use crate::load::dialect::report::Report;
use crate::load::trail::Trail;

/// Keywords that tell what values look like and leave room for a `type`.
const UNTYPED_SHAPES: &[&str] = &[
    "additionalProperties",
    "format",
    "items",
    "patternProperties",
    "prefixItems",
    "properties",
];

/// Keywords that settle which values there are.
const SETTLED: &[&str] = &["$ref", "allOf", "anyOf", "const", "enum", "oneOf", "type"];

/// Keywords that are given to alternatives even where all have the same type.
const SHARED: &[&str] = &["format", "items", "prefixItems"];

/// Gives alternatives that are written out in the schema its `type`, where they have none, and its keywords that speak
/// of values of their type. Properties beside alternatives that are all objects are merged when types are made.
pub(super) fn upgrade(members: &mut Map<String, Value>, trail: &Trail<'_>, report: &mut Report) {
    let has = |key: &&str| members.contains_key(*key);
    if ["$ref", "allOf", "enum"].iter().any(has) {
        return;
    }
    let Some(key) = ["oneOf", "anyOf"].into_iter().find(has) else {
        return;
    };
    let Some(Value::Array(mut alternatives)) = members.get_mut(key).map(Value::take) else {
        return;
    };
    if !members.contains_key("properties") {
        give_type(members.get("type"), &mut alternatives);
    }
    let list = trail.member(key);
    for keyword in give_keywords(members, &mut alternatives, &list, trail, report) {
        members.shift_remove(keyword);
    }
    members.insert(key.to_owned(), Value::Array(alternatives));
}

/// Gives the type called `kind` to alternatives that need one.
fn give_type(kind: Option<&Value>, alternatives: &mut [Value]) {
    let Some(kind) = kind.and_then(Value::as_str).filter(|kind| *kind != "null") else {
        return;
    };
    for alternative in alternatives.iter_mut().filter_map(Value::as_object_mut) {
        let has = |keys: &[&str]| keys.iter().any(|key| alternative.contains_key(*key));
        if has(UNTYPED_SHAPES) && !has(SETTLED) {
            alternative.insert("type".to_owned(), Value::from(kind));
        }
    }
}

/// Copies the keywords for values of its type to each alternative, and returns the keywords that were copied.
fn give_keywords(
    members: &Map<String, Value>,
    alternatives: &mut [Value],
    list: &Trail<'_>,
    schema: &Trail<'_>,
    report: &mut Report,
) -> BTreeSet<&'static str> {
    let types = alternatives.iter().filter_map(type_of);
    let types: BTreeSet<String> = types.map(str::to_owned).collect();
    let mut given = BTreeSet::new();
    for (place, alternative) in alternatives.iter_mut().enumerate() {
        let Some(kind) = type_of(alternative).map(str::to_owned) else {
            continue;
        };
        let Some(alternative) = alternative.as_object_mut() else {
            continue;
        };
        let takes_format = matches!(kind.as_str(), "string" | "number" | "integer");
        let spoken = keywords(&kind).iter().copied();
        for keyword in spoken.chain(takes_format.then_some("format")) {
            let is_shared = types.len() > 1 || SHARED.contains(&keyword);
            let Some(value) = members.get(keyword).filter(|_| is_shared) else {
                continue;
            };
            let at = Trail::Element(list, place);
            if give(alternative, keyword, value, &at, schema, report) {
                given.insert(keyword);
            }
        }
    }
    given
}

/// Returns the type of an alternative that is written out, unless that is `null`.
fn type_of(alternative: &Value) -> Option<&str> {
    let kind = alternative.get("type")?.as_str()?;
    let is_composed = SETTLED
        .iter()
        .any(|key| *key != "type" && alternative.get(*key).is_some());
    (kind != "null" && !is_composed).then_some(kind)
}

/// Gives a keyword to the alternative at `at`. Items that it describes itself follow both schemas.
fn give(
    alternative: &mut Map<String, Value>,
    keyword: &str,
    value: &Value,
    at: &Trail<'_>,
    schema: &Trail<'_>,
    report: &mut Report,
) -> bool {
    let from = schema.member(keyword).pointer();
    let to = at.member(keyword).pointer();
    match alternative.get_mut(keyword) {
        None => {
            report.origins.moved(to, &from);
            alternative.insert(keyword.to_owned(), value.clone());
            true
        }
        Some(own @ Value::Object(_)) if keyword == "items" && narrows(own) => {
            let parts = to.child("allOf");
            report.origins.moved(parts.index(0), &from);
            report.origins.moved(parts.index(1), &to);
            *own = json!({ "allOf": [value, own.take()] });
            true
        }
        Some(_) => false,
    }
}

/// Returns whether a schema only adds to what is said elsewhere.
fn narrows(schema: &Value) -> bool {
    SETTLED.iter().all(|key| schema.get(*key).is_none())
}
