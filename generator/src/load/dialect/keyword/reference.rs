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
];

/// Siblings that restrict the values count in OpenAPI 3.1 (JSON Schema 2020-12, section 8.2.3.1), where they become
/// one more part of an `allOf`. In 3.0 they do not (OpenAPI 3.0.3, Reference Object), but for `nullable`, which means
/// what it says wherever it is written.
pub(super) fn upgrade(members: &mut Map<String, Value>, trail: &Trail<'_>, report: &mut Report) {
    if members.len() < 2 || !members.contains_key("$ref") {
        return;
    }
    let is_annotation = |key: &str| key.starts_with("x-") || ANNOTATIONS.contains(&key);
    let siblings: Vec<String> = members
        .keys()
        .filter(|key| *key != "$ref" && *key != "nullable" && !is_annotation(key))
        .cloned()
        .collect();
    let is_nullable = members.get("nullable") == Some(&Value::Bool(true));
    if report.dialect == Dialect::OpenApi31 && siblings.iter().any(|key| key != "type") {
        wrap(members, &siblings, trail, report);
    } else {
        for key in siblings {
            drop_sibling(members, &key, trail, report);
        }
        if is_nullable {
            wrap(members, &[], trail, report);
        }
    }
}

/// A sibling of `$ref` that does not count. A type beside it only repeats what the target says.
fn drop_sibling(
    members: &mut Map<String, Value>,
    key: &str,
    trail: &Trail<'_>,
    report: &mut Report,
) {
    if key != "type" {
        let message = format!("`{key}` stands beside `$ref` and is left out");
        report.warn(&REFERENCE_SIBLINGS, &trail.member(key), message);
    }
    members.shift_remove(key);
}

/// Makes the reference one part of an `allOf`, and `siblings` another.
fn wrap(
    members: &mut Map<String, Value>,
    siblings: &[String],
    trail: &Trail<'_>,
    report: &mut Report,
) {
    let Some(reference) = members.shift_remove("$ref") else {
        return;
    };
    let mut part = Map::new();
    for key in siblings {
        if let Some(value) = members.shift_remove(key) {
            part.insert(key.clone(), value);
        }
    }
    let mut parts = vec![json!({ "$ref": reference })];
    let (all_of, own) = (trail.member("allOf").pointer(), trail.pointer());
    report.origins.moved(all_of.index(0), &own);
    if !part.is_empty() {
        report.origins.moved(all_of.index(1), &own);
        parts.push(Value::Object(part));
    }
    members.insert("allOf".to_owned(), Value::Array(parts));
}
