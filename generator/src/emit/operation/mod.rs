//! The operations of one module.

mod arguments;
mod builder;
mod constant;
mod doc;
mod function;
mod imports;
mod success;

pub(super) use constant::alternatives;

use syn::{Item, Type};

use super::syntax::{ident, implementation};
use super::{Emitted, docs};
use crate::ir::{Api, Operation, OperationModule, Success, SuccessUnion};
use crate::names::Identifier;
use crate::signature;

/// Returns the module `name`.
pub(super) fn emit(api: &Api, name: &Identifier) -> Emitted {
    let Some(module) = api.operations.get(name) else {
        return Emitted::default();
    };
    let fallback = format!("Operations of {}.", docs::code(&module.tag));
    let mut items = imports::emit(module);
    items.push(implementation(
        docs::outer(&module.description, &fallback),
        ident("Client"),
        module.operations.iter().map(function::emit).collect(),
    ));
    items.extend(module.operations.iter().filter_map(arguments::emit));
    items.extend(module.operations.iter().flat_map(builder::emit));
    items.extend(unions(module).map(|union| Item::Verbatim(success::emit(union))));
    items.extend(module.operations.iter().map(constant::emit));
    Emitted {
        docs: docs::inner(&module.description, &fallback),
        items,
        ..Emitted::default()
    }
}

/// Returns the types that users of the client can name.
pub(super) fn public_types(module: &OperationModule) -> impl Iterator<Item = &Identifier> {
    let operations = module.operations.iter();
    operations
        .flat_map(|operation| {
            let arguments = operation.arguments.as_ref();
            let arguments = arguments.map(|arguments| &arguments.ty);
            arguments.into_iter().chain(&operation.builder)
        })
        .chain(unions(module).map(|union| &union.name))
}

fn unions(module: &OperationModule) -> impl Iterator<Item = &SuccessUnion> {
    module
        .operations
        .iter()
        .filter_map(|operation| match &operation.success {
            Success::Union(union) => Some(union),
            Success::Single(_) => None,
        })
}

/// Returns what an operation returns when it succeeds.
fn output(operation: &Operation) -> Type {
    super::types::OUTSIDE.used(signature::output(operation))
}
