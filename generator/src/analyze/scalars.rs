//! Which scalars the client uses.

use std::collections::BTreeMap;

use super::graph::success_types;
use crate::ir::{Api, Operation, Scalar, TypeRef, Usage, references};

const SENT: Usage = Usage {
    request: true,
    response: false,
};

const RECEIVED: Usage = Usage {
    request: false,
    response: true,
};

/// Notes which scalars the client uses and who sends them.
pub(super) fn settle(api: &mut Api) {
    let types = api.types.values();
    let in_types = types.flat_map(|ty| references(&ty.shape).map(|inner| (inner, ty.usage)));
    let modules = api.operations.values();
    let operations = modules.flat_map(|module| &module.operations);
    let mut scalars = BTreeMap::<Scalar, Usage>::new();
    for (ty, usage) in in_types.chain(operations.flat_map(in_operation)) {
        if let Some(scalar) = scalar_in(ty) {
            let known = scalars.entry(scalar).or_default();
            known.request |= usage.request;
            known.response |= usage.response;
        }
    }
    api.scalars = scalars;
}

fn in_operation(operation: &Operation) -> impl Iterator<Item = (&TypeRef, Usage)> {
    let parameters = operation.parameters.iter().map(|parameter| &parameter.ty);
    let body = operation.body.iter().map(|body| &body.ty);
    let errors = operation.errors.iter().map(|error| &error.ty);
    let received = errors.chain(success_types(&operation.success));
    let sent = parameters.chain(body).map(|ty| (ty, SENT));
    sent.chain(received.map(|ty| (ty, RECEIVED)))
}

/// Returns the scalar that `ty` is or contains directly.
fn scalar_in(mut ty: &TypeRef) -> Option<Scalar> {
    loop {
        ty = match ty {
            TypeRef::Scalar(scalar) => return Some(*scalar),
            TypeRef::List(inner)
            | TypeRef::Map(inner)
            | TypeRef::Optional(inner)
            | TypeRef::Boxed(inner) => inner,
            TypeRef::Named(_) | TypeRef::Json => return None,
        };
    }
}
