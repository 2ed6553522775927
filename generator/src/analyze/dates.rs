//! Whether a client has dates, which take a library of their own.

use super::graph::success_types;
use crate::ir::{Api, Operation, TypeRef, references};
use crate::settings::DecodeSettings;

pub(super) fn settle(api: &mut Api, settings: &DecodeSettings) {
    let in_types = api
        .types
        .values()
        .flat_map(|ty| references(&ty.shape))
        .any(is_date);
    let mut operations = api
        .operations
        .values()
        .flat_map(|module| &module.operations);
    api.uses_dates = in_types || operations.any(has_date);
    api.reads_other_dates = api.uses_dates && settings.reads_other_dates();
}

fn has_date(operation: &Operation) -> bool {
    let parameters = operation.parameters.iter().map(|parameter| &parameter.ty);
    let body = operation.body.iter().map(|body| &body.ty);
    let errors = operation.errors.iter().map(|error| &error.ty);
    parameters
        .chain(body)
        .chain(errors)
        .chain(success_types(&operation.success))
        .any(is_date)
}

fn is_date(ty: &TypeRef) -> bool {
    match ty {
        TypeRef::Scalar(scalar) => scalar.is_date(),
        TypeRef::List(inner)
        | TypeRef::Map(inner)
        | TypeRef::Optional(inner)
        | TypeRef::Boxed(inner) => is_date(inner),
        TypeRef::Named(_) | TypeRef::Json => false,
    }
}
