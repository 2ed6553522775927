//! What stands beside `$ref`.

use serde_json::{Map, Value, json};

use crate::load::dialect::codes::REFERENCE_SIBLINGS;
use crate::load::dialect::detect::Dialect;
use crate::load::dialect::report::Report;
use crate::load::trail::Trail;

/// Keywords that change nothing about which values there are; lowering reads those it has a use for.
const ANNOTATIONS: &[&str] = &[
    "$comment",
    "default",
    "deprecated",
    "description",
    "example",
    "examples",
    "externalDocs",
    "readOnly",
    "summary",
    "title",
    "writeOnly",
    "xml",
    "$defs",
    "$id",
    "$schema",
    "$anchor",
    "$dynamicAnchor",
    "$recursiveAnchor",
];

/// Siblings that restrict the values count in OpenAPI 3.1 (JSON Schema 2020-12, section 8.2.3.1), where they become
/// one more part of an `allOf`. In 3.0 they do not (OpenAPI 3.0.3, Reference Object), but for `nullable`, which means
/// what it says wherever it is written.
pub(super) fn upgrade(members: &mut Map<String, Value>, trail: &Trail<'_>, report: &mut Report) {
    if members.len() < 2 || !members.contains_key("$ref") {
        return;
    }
    let is_nullable = members.get("nullable") == Some(&Value::Bool(true));
    let counts = |key: &String| is_restriction(key) && key != "type";
    if report.dialect == Dialect::OpenApi31 && members.keys().any(counts) {
        wrap(members, trail, report);
    } else {
        drop_siblings(members, trail, report);
        if is_nullable {
            wrap(members, trail, report);
        }
    }
}

/// Whether a sibling of `$ref` says which values there are.
fn is_restriction(key: &str) -> bool {
    !matches!(key, "$ref" | "nullable") && !key.starts_with("x-") && !ANNOTATIONS.contains(&key)
}

/// Siblings of `$ref` that do not count. A type beside it only repeats what the target says.
fn drop_siblings(members: &mut Map<String, Value>, trail: &Trail<'_>, report: &mut Report) {
    for key in members
        .keys()
        .filter(|key| is_restriction(key) && *key != "type")
    {
        let message = format!("`{key}` beside `$ref` is ignored");
        report.warn(&REFERENCE_SIBLINGS, &trail.member(key), message);
    }
    members.retain(|key, _| !is_restriction(key));
}

/// Makes the reference one part of an `allOf`, and the siblings that restrict it another.
fn wrap(members: &mut Map<String, Value>, trail: &Trail<'_>, report: &mut Report) {
    let Some(reference) = members.shift_remove("$ref") else {
        return;
    };
    let (part, others): (Map<_, _>, Map<_, _>) = std::mem::take(members)
        .into_iter()
        .partition(|(key, _)| is_restriction(key));
    *members = others;
    let mut parts = vec![json!({ "$ref": reference })];
    let (all_of, own) = (trail.member("allOf").pointer(), trail.pointer());
    report.origins.moved(all_of.index(0), &own);
    if !part.is_empty() {
        report.origins.moved(all_of.index(1), &own);
        parts.push(Value::Object(part));
    }
    members.insert("allOf".to_owned(), Value::Array(parts));
}
