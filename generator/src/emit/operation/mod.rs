//! The operations of one module.

mod builder;
mod constant;
mod doc;
mod function;
mod success;

pub(super) use constant::alternatives;

use proc_macro2::TokenStream;
use quote::quote;

use super::{docs, imports};
use crate::ir::{Api, Operation, OperationModule, Success, SuccessUnion};
use crate::names::Identifier;

/// What operations may use of the runtime.
const RUNTIME: &[&str] = &[
    "Client",
    "ErrorBody",
    "Location",
    "Method",
    "Operation",
    "Parameter",
    "Reply",
    "Request",
    "Status",
    "Style",
];

/// The module `name`.
pub(super) fn emit(api: &Api, name: &Identifier) -> TokenStream {
    let Some(module) = api.operations.get(name) else {
        return TokenStream::new();
    };
    let docs = docs::inner(
        &module.description,
        &format!("Operations of {}.", docs::code(&module.tag)),
    );
    let impl_docs = docs::outer(
        &module.description,
        &format!("Operations of {}.", docs::code(&module.tag)),
    );
    let functions = module.operations.iter().map(function::emit);
    let builders = module.operations.iter().filter_map(builder::emit);
    let successes = unions(module).map(success::emit);
    let constants = module.operations.iter().map(constant::emit);
    let items = quote! {
        #impl_docs
        impl Client {
            #(#functions)*
        }
        #(#builders)*
        #(#successes)*
        #(#constants)*
    };
    let models = imports::used(&quote!(crate), &["models", "runtime"], &items);
    let runtime = imports::used(&quote!(crate::runtime), RUNTIME, &items);
    quote! {
        #docs
        #models
        #runtime
        #items
    }
}

/// The types that users of the client can name.
pub(super) fn public_types(module: &OperationModule) -> impl Iterator<Item = &Identifier> {
    module
        .operations
        .iter()
        .filter_map(|operation| operation.builder.as_ref())
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

/// What an operation returns when it succeeds.
fn output(operation: &Operation) -> TokenStream {
    match &operation.success {
        Success::Single(case) => super::types::OUTSIDE.owned(&case.ty),
        Success::Union(union) => {
            let name = union.name.to_ident();
            quote!(#name)
        }
    }
}
