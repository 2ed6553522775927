//! Who sends a type: the client, the API, or both.

use super::graph::named;
use crate::ir::{Api, Success, TypeRef, Usage, references};
use crate::names::Identifier;

pub(super) fn settle(api: &mut Api) {
    let (requests, responses) = roots(api);
    mark(api, requests, |usage| &mut usage.request);
    mark(api, responses, |usage| &mut usage.response);
}

/// The types that operations send and receive.
fn roots(api: &Api) -> (Vec<Identifier>, Vec<Identifier>) {
    let (mut requests, mut responses) = (Vec::new(), Vec::new());
    for operation in api
        .operations
        .values()
        .flat_map(|module| &module.operations)
    {
        requests.extend(
            operation
                .parameters
                .iter()
                .filter_map(|parameter| named(&parameter.ty)),
        );
        requests.extend(operation.body.iter().filter_map(|body| named(&body.ty)));
        responses.extend(operation.errors.iter().filter_map(|error| named(&error.ty)));
        responses.extend(success_types(&operation.success).filter_map(named));
    }
    (requests, responses)
}

fn success_types(success: &Success) -> impl Iterator<Item = &TypeRef> {
    let (single, several) = match success {
        Success::Single(case) => (Some(&case.ty), None),
        Success::Union(union) => (None, Some(union.cases.iter().map(|(_, _, case)| &case.ty))),
    };
    single.into_iter().chain(several.into_iter().flatten())
}

/// Marks the types that can be reached from `pending`.
fn mark(api: &mut Api, mut pending: Vec<Identifier>, flag: fn(&mut Usage) -> &mut bool) {
    while let Some(name) = pending.pop() {
        let Some(ty) = api.types.get_mut(&name) else {
            continue;
        };
        if !std::mem::replace(flag(&mut ty.usage), true) {
            pending.extend(references(&ty.shape).filter_map(named));
        }
    }
}
