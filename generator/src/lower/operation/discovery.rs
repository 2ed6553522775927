//! The operations that become functions.

use serde_json::Value;

use super::naming::{derived, first_tag};
use crate::diagnostics::Pointer;
use crate::lower::context::Context;
use crate::normalize::{self, Operation};

/// An operation, and what its function is made after.
#[derive(Debug)]
pub(super) struct Found {
    pub operation: Operation,
    /// What it is named after.
    pub id: String,
    /// Whether that is its `operationId`.
    pub has_id: bool,
    pub tag: String,
    pub deprecated: bool,
}

/// Returns all operations in the document's order, without those that are left out.
pub(super) fn discover(context: &mut Context<'_>) -> Vec<Found> {
    let operations = normalize::operations(context.document, &mut context.problems);
    let operations = operations.into_iter();
    operations
        .filter(|operation| !operation.is_left_out)
        .map(|operation| found(context, operation))
        .collect()
}

fn found(context: &mut Context<'_>, operation: Operation) -> Found {
    let Operation { at, item, key, .. } = &operation;
    if *item != Pointer::root().child("paths").child(key) {
        context.path_items.insert(item.clone(), key.clone());
    }
    let deprecated = context.document.value(&at.child("deprecated"));
    let id = operation.id.clone();
    let from_path = || derived(&operation.template.path, operation.method.key());
    Found {
        has_id: id.is_some(),
        id: id.unwrap_or_else(from_path),
        tag: first_tag(context, at),
        deprecated: deprecated == Some(&Value::Bool(true)),
        operation,
    }
}
