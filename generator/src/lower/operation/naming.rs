//! What operations are called.

use std::collections::HashSet;

use serde_json::Value;

use super::RESERVED_FUNCTIONS;
use super::discovery::Found;
use crate::diagnostics::Pointer;
use crate::load::Document;
use crate::lower::codes::OPERATION_ID_TAKEN;
use crate::lower::context::Context;
use crate::names::{Case, Identifier, Scope, Wanted};

/// The `operationId`, or what stands for it: method and path, which no two operations share.
pub(in crate::lower) fn operation_name(document: &Document, path: &str, method: &str) -> String {
    let item = Pointer::root().child("paths").child(path);
    let item = document.resolve(&item).unwrap_or(item);
    let id = document.value(&item.child(method)).and_then(operation_id);
    id.map_or_else(|| derived(path, method), str::to_owned)
}

/// The `operationId` of an operation.
pub(super) fn operation_id(node: &Value) -> Option<&str> {
    node.get("operationId")
        .and_then(Value::as_str)
        .map(str::trim)
        .filter(|id| !id.is_empty())
}

fn derived(path: &str, method: &str) -> String {
    let segments = path.split('/').filter(|segment| !segment.is_empty());
    let words = segments.map(|segment| segment.replace('{', " by ").replace('}', " "));
    format!("{method} {}", words.collect::<Vec<_>>().join(" "))
}

/// The functions of all operations.
pub(super) fn functions(context: &mut Context<'_>, found: &[Found]) -> Vec<Identifier> {
    report_repeated(context, found);
    let wanted: Vec<_> = found
        .iter()
        .map(|found| Wanted {
            text: &found.id,
            deprecated: found.deprecated,
        })
        .collect();
    Scope::with_reserved(RESERVED_FUNCTIONS).claim_all(Case::Function, &wanted)
}

fn report_repeated(context: &mut Context<'_>, found: &[Found]) {
    let mut seen = HashSet::new();
    for operation in found {
        if !seen.insert(&operation.id) && operation.has_id {
            context.report(
                &OPERATION_ID_TAKEN,
                format!("another operation is called `{}` too", operation.id),
                &operation.at.child("operationId"),
            );
        }
    }
}
