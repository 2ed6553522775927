//! The API as a whole.

use std::collections::BTreeMap;

use serde_json::Value;

use super::context::Context;
use crate::diagnostics::{Diagnostic, Pointer};
use crate::ir::{Api, OperationModule};
use crate::names::Identifier;

/// Puts the API together.
pub(super) fn assemble(
    context: Context<'_>,
    operations: BTreeMap<Identifier, OperationModule>,
) -> (Api, Vec<Diagnostic>) {
    let mut models = context.models;
    for types in models.values_mut() {
        types.sort();
    }
    let info = |key: &str| {
        text(
            context
                .document
                .value(&Pointer::root().child("info").child(key)),
        )
    };
    let api = Api {
        title: info("title"),
        description: info("description"),
        document_version: info("version"),
        base_path: context.base_path.filter(|_| context.servers.is_empty()),
        servers: context.servers,
        schemes: context.schemes,
        security: context.security,
        types: context.types,
        models,
        scalars: BTreeMap::new(),
        recursion_limit: None,
        operations,
    };
    (api, context.problems)
}

fn text(value: Option<&Value>) -> String {
    value.map(crate::load::plain).unwrap_or_default()
}
