//! References (OpenAPI 3.0.3, Reference Object) and where they lead.

use percent_encoding::percent_decode_str;
use serde_json::Value;

use super::Document;
use super::codes::{REFERENCE_CYCLE, REFERENCE_EXTERNAL, REFERENCE_UNRESOLVED};
use crate::diagnostics::{Diagnostic, Place, Pointer};

/// Longest chain of references that lead to references.
const LONGEST_CHAIN: usize = 128;

pub(super) fn resolve(document: &Document, from: &Pointer) -> Result<Pointer, Diagnostic> {
    let mut at = from.clone();
    for _ in 0..LONGEST_CHAIN {
        match document.value(&at).and_then(|node| node.get("$ref")) {
            Some(Value::String(reference)) => at = step(document, &at, reference)?,
            Some(_) => {
                let message = "a reference is a string";
                return Err(Diagnostic::new(
                    &REFERENCE_UNRESOLVED,
                    Place::Pointer(at.child("$ref")),
                    message,
                ));
            }
            None => return Ok(at),
        }
    }
    let message =
        "the references from here lead in a circle, or through more than 128 others".to_owned();
    Err(Diagnostic::new(
        &REFERENCE_CYCLE,
        Place::Pointer(from.child("$ref")),
        message,
    ))
}

fn step(document: &Document, at: &Pointer, reference: &str) -> Result<Pointer, Diagnostic> {
    let place = || Place::Pointer(at.child("$ref"));
    let Some(fragment) = reference.strip_prefix('#') else {
        return Err(Diagnostic::new(
            &REFERENCE_EXTERNAL,
            place(),
            format!(
                "`{reference}` {}",
                document
                    .failure(reference)
                    .unwrap_or("leads out of this document")
            ),
        ));
    };
    let fragment = percent_decode_str(fragment).decode_utf8_lossy();
    match target(document, &fragment) {
        Some(target) => Ok(target),
        None => Err(Diagnostic::new(
            &REFERENCE_UNRESOLVED,
            place(),
            format!("`{reference}` leads nowhere"),
        )),
    }
}

/// What `fragment` leads to: a pointer is empty or begins with a slash (RFC 6901, section 5), else it is an anchor.
fn target(document: &Document, fragment: &str) -> Option<Pointer> {
    if !fragment.is_empty() && !fragment.starts_with('/') {
        return document.anchor(fragment).cloned();
    }
    let target = Pointer::parse(fragment);
    [target.clone(), document.now(&target)]
        .into_iter()
        .find(|target| document.value(target).is_some())
}
