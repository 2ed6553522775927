//! Imports of what a module of operations really uses.

use syn::Item;

use super::builder::needs_place;
use super::constant::{fields, listed};
use crate::emit::syntax::{ident, import};
use crate::ir::{Operation, OperationModule, ParameterStyle, Success, TypeRef};
use crate::signature::optional_parameters;

/// Whether an operation uses something.
type Uses = fn(&Operation) -> bool;

/// What operations may use of the crate.
const CRATE: &[(&str, Uses)] = &[("models", names_models), ("runtime", names_runtime)];

/// What operations may use of the runtime.
const RUNTIME: &[(&str, Uses)] = &[
    ("ErrorBody", |operation| !operation.errors.is_empty()),
    ("Items", |operation| {
        styles(operation).any(ParameterStyle::is_deep_object)
    }),
    ("Location", |operation| {
        let mut optional = optional_parameters(operation);
        optional.any(|parameter| needs_place(operation, parameter))
    }),
    ("Method", |_| true),
    ("Operation", |_| true),
    ("Parameter", |operation| styles(operation).next().is_some()),
    ("RawResponse", names_response),
    ("Request", |_| true),
    ("Status", |operation| {
        !operation.errors.is_empty() || !operation.listed.is_empty()
    }),
    ("Style", |operation| {
        styles(operation).any(|style| style.style.is_some())
    }),
];

/// Returns the imports of `module`.
pub(super) fn emit(module: &OperationModule) -> Vec<Item> {
    let used = |names: &[(&'static str, Uses)]| {
        let used = names
            .iter()
            .filter(|(_, uses)| module.operations.iter().any(uses));
        used.map(|(name, _)| ident(name)).collect::<Vec<_>>()
    };
    let mut own = used(CRATE);
    own.insert(0, ident("Client"));
    let imports = [
        import(&["crate"], own),
        import(&["crate", "runtime"], used(RUNTIME)),
    ];
    imports.into_iter().flatten().collect()
}

/// Returns how parameters and members of forms are written that the operation describes.
fn styles(operation: &Operation) -> impl Iterator<Item = &ParameterStyle> {
    let parameters = listed(operation).map(|parameter| &parameter.style);
    parameters.chain(fields(operation).map(|(_, style)| style))
}

fn names_runtime(operation: &Operation) -> bool {
    operation.builder.is_some() || matches!(operation.success, Success::Union(_))
}

/// Returns whether an operation names the response that it reads: a member of one is read by a closure.
fn names_response(operation: &Operation) -> bool {
    match &operation.success {
        Success::Single(case) => case.member.is_none(),
        Success::Union(_) => true,
    }
}

fn names_models(operation: &Operation) -> bool {
    let parameters = operation.parameters.iter().map(|parameter| &parameter.ty);
    let body = operation.body.iter().map(|body| &body.ty);
    let errors = operation.errors.iter().map(|error| &error.ty);
    let cases: Vec<_> = match &operation.success {
        Success::Single(case) => vec![&case.ty],
        Success::Union(union) => union.cases.iter().map(|(_, _, case)| &case.ty).collect(),
    };
    parameters
        .chain(body)
        .chain(errors)
        .chain(cases)
        .any(is_model)
}

/// Returns whether a type is made of a model.
fn is_model(ty: &TypeRef) -> bool {
    match ty {
        TypeRef::Named(_) => true,
        TypeRef::List(inner)
        | TypeRef::Map(inner)
        | TypeRef::Optional(inner)
        | TypeRef::Boxed(inner) => is_model(inner),
        TypeRef::Scalar(_) | TypeRef::Json => false,
    }
}
