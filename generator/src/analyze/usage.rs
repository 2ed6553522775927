//! Who sends a type: the client, the API, or both.

use super::graph::{named, success_types};
use crate::ir::{Api, Usage, references};
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
