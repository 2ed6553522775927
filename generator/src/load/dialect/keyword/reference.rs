//! References, names for schemas, and references that depend on where evaluation began (JSON Schema 2020-12, sections
//! 8.2 and 8.2.3).

use serde_json::{Map, Value, json};

use crate::codes::dialect::REFERENCE_SIBLINGS;
use crate::diagnostics::Pointer;
use crate::load::dialect::detect::Dialect;
use crate::load::dialect::dynamic::RECURSIVE;
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

/// Returns whether a sibling of `$ref` says which values there are.
fn is_restriction(key: &str) -> bool {
    !matches!(key, "$ref" | "nullable") && !key.starts_with("x-") && !ANNOTATIONS.contains(&key)
}

/// Siblings of `$ref` that do not count. A type beside it only repeats what the target says.
fn drop_siblings(members: &mut Map<String, Value>, trail: &Trail<'_>, report: &mut Report) {
    for key in members
        .keys()
        .filter(|key| is_restriction(key) && *key != "type")
    {
        let message = format!("`{key}` has no effect beside `$ref` before OpenAPI 3.1");
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

/// Notes the names by which references can mean this schema.
pub(super) fn note_anchor(
    members: &mut Map<String, Value>,
    trail: &Trail<'_>,
    report: &mut Report,
) {
    let text = |key: &str| members.get(key).and_then(Value::as_str);
    if let Some(id) = text("$id") {
        report.names.note_id(id, trail.pointer());
    }
    if let Some(anchor) = text("$anchor") {
        report.names.note_anchor(anchor, trail.pointer());
    }
    if let Some(anchor) = text("$dynamicAnchor") {
        report.names.note_anchor(anchor, trail.pointer());
        report.dynamic.note_anchor(anchor, trail.pointer());
    }
    if members.get("$recursiveAnchor") == Some(&Value::Bool(true)) {
        report.dynamic.note_anchor(RECURSIVE, trail.pointer());
    }
}

/// They become plain references: to the anchor of that name, or to the component they are in. Where a schema that
/// refers to this one binds the anchor to another schema, a copy leads there.
pub(super) fn upgrade_recursive(
    members: &mut Map<String, Value>,
    trail: &Trail<'_>,
    report: &mut Report,
) {
    let (target, anchor) = match members.shift_remove("$dynamicRef") {
        Some(target) => {
            let anchor = anchor(&target).map(str::to_owned);
            (Some(target), anchor)
        }
        None if members.shift_remove("$recursiveRef").is_some() => {
            (component(trail), Some(RECURSIVE.to_owned()))
        }
        None => return,
    };
    if members.contains_key("$ref") {
        return;
    }
    if let Some(anchor) = anchor {
        report.dynamic.note_reference(&anchor, trail.pointer());
    }
    if let Some(target) = target {
        members.insert("$ref".to_owned(), target);
    }
}

/// Returns the anchor that a dynamic reference names; with a JSON pointer it is a plain reference.
fn anchor(target: &Value) -> Option<&str> {
    let (_, fragment) = target.as_str()?.split_once('#')?;
    (!fragment.is_empty() && !fragment.starts_with('/')).then_some(fragment)
}

fn component(trail: &Trail<'_>) -> Option<Value> {
    let at = trail.pointer();
    let tokens: Vec<_> = at.tokens().take(3).collect();
    let tokens: Vec<&str> = tokens.iter().map(AsRef::as_ref).collect();
    match tokens.as_slice() {
        ["components", "schemas", name] => {
            let schemas = Pointer::root().child("components").child("schemas");
            Some(Value::from(format!("#{}", schemas.child(name))))
        }
        _ => None,
    }
}
