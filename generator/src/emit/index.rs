//! The modules that list others.

use syn::Item;

use super::syntax::{export, module, module_docs};
use super::{Emitted, docs, operation};
use crate::ir::Api;
use crate::names::Identifier;

/// `src/models/mod.rs`
pub(super) fn models(api: &Api) -> Emitted {
    let exports = api.models.iter().filter_map(|(name, types)| {
        let types = types.iter().map(Identifier::to_ident).collect();
        export(name.to_ident(), types)
    });
    let title = format!("The types of {}.", docs::code(&api.title));
    Emitted {
        docs: module_docs(&[title]),
        items: declarations(api.models.keys()).chain(exports).collect(),
        ..Emitted::default()
    }
}

/// `src/operations/mod.rs`
pub(super) fn operations(api: &Api) -> Emitted {
    let exports = api.operations.iter().filter_map(|(name, operations)| {
        let types = operation::public_types(operations).map(Identifier::to_ident);
        export(name.to_ident(), types.collect())
    });
    let mut lines = vec![
        "What operations with optional parameters, or with several kinds of success, return.",
        "",
        "The operations themselves are functions of [`Client`](crate::Client).",
    ];
    let mut all = api
        .operations
        .values()
        .flat_map(|module| &module.operations);
    if all.any(|operation| operation.arguments.is_some()) {
        lines.extend([
            "",
            "Those that require many parameters take them in a struct.",
        ]);
    }
    Emitted {
        docs: module_docs(&lines),
        items: declarations(api.operations.keys()).chain(exports).collect(),
        ..Emitted::default()
    }
}

fn declarations<'a>(names: impl Iterator<Item = &'a Identifier>) -> impl Iterator<Item = Item> {
    names.map(|name| module(name.to_ident()))
}
