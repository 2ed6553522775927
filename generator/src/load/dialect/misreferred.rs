//! Schemas that refer to a response, a parameter or the like instead of the schema in it.

use serde_json::Value;

use super::report::Report;
use crate::codes::dialect::REFERENCE_KIND;
use crate::diagnostics::{Diagnostic, Pointer};
use crate::load::reference::fragment;

/// Members that hold no schemas, but objects with schemas in them.
const HOLDERS: &[&str] = &["headers", "parameters", "requestBodies", "responses"];

/// How many references in a row are followed.
const MAX_CHAIN: usize = 16;

/// Returns whether a reference may lead to what is no schema.
pub(super) fn is_suspect(reference: &Value) -> bool {
    let holder = reference.as_str().and_then(|text| text.rsplit('/').nth(1));
    holder.is_some_and(|holder| HOLDERS.contains(&holder))
}

/// Lets these references lead to the only schema in what they refer to.
pub(super) fn correct(root: &mut Value, report: &mut Report) {
    for at in std::mem::take(&mut report.misreferred) {
        let Some(reference) = reference(root, &at) else {
            continue;
        };
        let Some(holder) = holder(root, report, &reference) else {
            continue;
        };
        let schema = only_schema(root, &holder);
        let message = format!("`{reference}` is not a schema");
        let place = report.origins.original(&at.child("$ref"));
        let problem = Diagnostic::new(&REFERENCE_KIND, place, message);
        report.problems.push(match &schema {
            Some(_) => problem.with_note("the schema in it is used"),
            None => problem,
        });
        let node = root.pointer_mut(at.as_str()).and_then(Value::as_object_mut);
        if let (Some(node), Some(schema)) = (node, schema) {
            let target = format!("#{}", schema.as_str().replace('%', "%25"));
            node.insert("$ref".to_owned(), Value::String(target));
        }
    }
}

fn reference(root: &Value, at: &Pointer) -> Option<String> {
    let reference = root.pointer(at.as_str())?.get("$ref")?.as_str()?;
    Some(reference.to_owned())
}

/// Returns the place of the object that a reference leads to, if that holds schemas and is none.
fn holder(root: &Value, report: &Report, reference: &str) -> Option<Pointer> {
    let mut reference = reference.to_owned();
    for _ in 0..MAX_CHAIN {
        let target = Pointer::parse(&fragment(&reference)?);
        let now = report.origins.now(&target);
        let mut places = [target, now].into_iter();
        let at = places.find(|at| root.pointer(at.as_str()).is_some())?;
        let node = root.pointer(at.as_str())?.as_object()?;
        match node.get("$ref").and_then(Value::as_str) {
            Some(next) => next.clone_into(&mut reference),
            None => {
                let is_holder = ["content", "schema"]
                    .iter()
                    .any(|key| node.get(*key).is_some_and(Value::is_object));
                let is_bare = node.contains_key("description") && !node.contains_key("type");
                return (is_holder || is_bare).then_some(at);
            }
        }
    }
    None
}

/// Returns the place of the only schema in the object at `at`, whatever its media types.
fn only_schema(root: &Value, at: &Pointer) -> Option<Pointer> {
    let node = root.pointer(at.as_str())?;
    if node.get("schema").is_some_and(Value::is_object) {
        return Some(at.child("schema"));
    }
    let content = node.get("content")?.as_object()?;
    let schemas = content.iter().filter_map(|(name, media_type)| {
        let schema = media_type
            .get("schema")
            .filter(|schema| schema.is_object())?;
        Some((name, schema))
    });
    let schemas: Vec<_> = schemas.collect();
    let (name, first) = schemas.first()?;
    let is_only = schemas.iter().all(|(_, schema)| schema == first);
    is_only.then(|| at.child("content").child(name).child("schema"))
}
