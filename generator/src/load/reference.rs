//! References (OpenAPI 3.0.3, Reference Object) and where they lead.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;
use serde_json::Value;

use super::{Nodes, as_written};
use crate::codes::load::{
    REFERENCE_CYCLE, REFERENCE_EXTERNAL, REFERENCE_REPAIRED, REFERENCE_UNRESOLVED,
};
use crate::diagnostics::{Code, Diagnostic, Place, Pointer};

/// Longest chain of references that lead to references.
const MAX_CHAIN: usize = 128;

/// Where Swagger 2.0 keeps what OpenAPI 3.0 has under `components`.
const MOVED: &[(&str, &str)] = &[
    ("definitions", "schemas"),
    ("parameters", "parameters"),
    ("responses", "responses"),
    ("schemas", "schemas"),
    ("securityDefinitions", "securitySchemes"),
];

/// Returns where the references at `from` lead in the end, and the first thing that is wrong with them.
pub(super) fn resolve(
    document: &Nodes<'_>,
    from: &Pointer,
) -> (Option<Pointer>, Option<Diagnostic>) {
    let mut at = from.clone();
    let mut found = None;
    for _ in 0..MAX_CHAIN {
        let Some(reference) = document.value(&at).and_then(|node| node.get("$ref")) else {
            return (Some(at), found);
        };
        let (target, problem) = step(document, &at, reference);
        found = found.or(problem);
        match target {
            Some(target) => at = target,
            None => return (None, found),
        }
    }
    let message = "these references form a cycle, or a chain of more than 128";
    (
        None,
        Some(problem(&REFERENCE_CYCLE, from, message.to_owned())),
    )
}

/// Returns where `node`, which stands at `from`, leads in one step if it is a reference, be that to another reference
/// or not.
pub(super) fn target(document: &Nodes<'_>, from: &Pointer, node: &Value) -> Option<Pointer> {
    let reference = node.get("$ref")?;
    step(document, from, reference).0
}

fn step(
    document: &Nodes<'_>,
    at: &Pointer,
    reference: &Value,
) -> (Option<Pointer>, Option<Diagnostic>) {
    let Value::String(reference) = reference else {
        let message = "expected a string as the reference".to_owned();
        return (None, Some(problem(&REFERENCE_UNRESOLVED, at, message)));
    };
    if let Some(target) = written(document, at, reference) {
        return (Some(target), None);
    }
    let enclosed = enclosed(document, at, reference);
    if let Some((target, true)) = enclosed {
        return (Some(target), None);
    }
    let target = enclosed.map(|(target, _)| target);
    match target.or_else(|| meant(document, reference)) {
        Some(target) => {
            // RFC 6901, section 6: a percent sign in a name is escaped.
            let fragment = target.as_str().replace('%', "%25");
            let message = format!("`{}` does not exist", as_written(reference));
            let problem = problem(&REFERENCE_REPAIRED, at, message);
            let problem = problem.with_note(format!("it is read as `#{fragment}`"));
            (Some(target), Some(problem))
        }
        None => (None, Some(lost(document, at, reference))),
    }
}

/// Returns the decoded fragment of a reference within the tree.
pub(super) fn fragment(reference: &str) -> Option<Cow<'_, str>> {
    let fragment = reference.strip_prefix('#')?;
    Some(percent_decode_str(fragment).decode_utf8_lossy())
}

/// Returns the target of a reference as it is written: a pointer is empty or begins with a slash (RFC 6901, section 5),
/// else it is the name of a schema.
fn written(document: &Nodes<'_>, at: &Pointer, reference: &str) -> Option<Pointer> {
    let fragment = fragment(reference);
    match fragment.filter(|fragment| fragment.is_empty() || fragment.starts_with('/')) {
        Some(fragment) => found(document, Pointer::parse(&fragment)),
        None => found(document, document.names().find(reference, at)?),
    }
}

/// Returns a place that the document has, or has now.
fn found(document: &Nodes<'_>, target: Pointer) -> Option<Pointer> {
    let now = document.now(&target);
    [target, now]
        .into_iter()
        .find(|target| document.value(target).is_some())
}

/// Returns the target of a reference to a definition of a schema around the one at `at`, as if that were a document,
/// and whether it is one (JSON Schema 2020-12, Core, section 8.2.1): schemas are copied from documents of their own.
fn enclosed(document: &Nodes<'_>, at: &Pointer, reference: &str) -> Option<(Pointer, bool)> {
    let fragment = fragment(reference)?;
    let mut keys = ["/$defs/", "/definitions/"].into_iter();
    keys.find(|key| fragment.starts_with(key))?;
    at.upward().find_map(|schema| {
        let target = Pointer::parse(&format!("{schema}{fragment}"));
        document.value(&target)?;
        let schema = document.value(&Pointer::parse(schema))?;
        Some((target, schema.get("$id").is_some()))
    })
}

/// Returns the target of a reference that is written in a way which pointers do not know.
fn meant(document: &Nodes<'_>, reference: &str) -> Option<Pointer> {
    let text = reference.trim();
    let fragment = text.strip_prefix('#').unwrap_or(text);
    let decoded = percent_decode_str(fragment).decode_utf8_lossy();
    [fragment, &decoded]
        .into_iter()
        .flat_map(readings)
        .find_map(|target| found(document, target))
}

/// Returns the places that a fragment can mean: itself with a slash in front, a component whose name has slashes in it,
/// one where Swagger 2.0 keeps it, or the name of a schema.
fn readings(fragment: &str) -> Vec<Pointer> {
    let path = fragment.trim_start_matches('/');
    let component = |kind: &str, name: &str| {
        let components = Pointer::root().child("components");
        components.child(kind).child(name)
    };
    let mut readings = vec![Pointer::parse(&format!("/{path}"))];
    readings.extend(match path.split_once('/') {
        Some(("components", rest)) => rest
            .split_once('/')
            .map(|(kind, name)| component(kind, name)),
        Some((folder, name)) => MOVED
            .iter()
            .find(|(moved, _)| *moved == folder)
            .map(|(_, kind)| component(kind, name)),
        None => Some(component("schemas", path)),
    });
    readings
}

fn lost(document: &Nodes<'_>, at: &Pointer, reference: &str) -> Diagnostic {
    if reference.trim_start().starts_with('#') {
        problem(
            &REFERENCE_UNRESOLVED,
            at,
            format!("`{}` does not exist", as_written(reference)),
        )
    } else {
        let reason = document
            .failure(reference)
            .unwrap_or("is outside of this document");
        let message = format!("`{reference}` {reason}");
        problem(&REFERENCE_EXTERNAL, at, message)
    }
}

fn problem(code: &'static Code, at: &Pointer, message: String) -> Diagnostic {
    Diagnostic::new(code, Place::Pointer(at.child("$ref")), message)
}
