//! Which operations send a type, and which return it.

use super::graph::{named, success_types};
use crate::ir::{Api, Operation, TypeOperations, TypeRef};
use crate::names::Identifier;

pub(super) fn settle(api: &mut Api) {
    let operations = api.operations.values();
    for operation in operations.flat_map(|module| &module.operations) {
        let mut add = |ty: &TypeRef, list: fn(&mut TypeOperations) -> &mut Vec<Identifier>| {
            let ty = named(ty).and_then(|name| api.types.get_mut(&name));
            let names = ty.map(|ty| list(&mut ty.operations));
            let is_new = |names: &&mut Vec<_>| names.last() != Some(&operation.name);
            names
                .filter(is_new)
                .into_iter()
                .for_each(|names| names.push(operation.name.clone()));
        };
        sent(operation).for_each(|ty| add(ty, |operations| &mut operations.senders));
        success_types(&operation.success)
            .for_each(|ty| add(ty, |operations| &mut operations.receivers));
        let errors = operation.errors.iter();
        errors.for_each(|error| add(&error.ty, |operations| &mut operations.failing));
    }
}

fn sent(operation: &Operation) -> impl Iterator<Item = &TypeRef> {
    let parameters = operation.parameters.iter().map(|parameter| &parameter.ty);
    parameters.chain(operation.body.iter().map(|body| &body.ty))
}
