//! Who sends a type: the client, the API, or both; and which members can be absent then.

use super::graph::{named, success_types};
use crate::ir::{Api, Field, Presence, Shape, Struct, TypeRef, Usage, references};
use crate::names::Identifier;

pub(super) fn settle(api: &mut Api) {
    let (requests, responses) = roots(api);
    mark(api, requests, |usage| &mut usage.request);
    mark(api, responses, |usage| &mut usage.response);
}

/// Returns the types that operations send and receive.
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

pub(super) fn settle_presence(api: &mut Api) {
    for ty in api.types.values_mut() {
        if let Shape::Struct(fields) = &mut ty.shape {
            settle_fields(fields, ty.usage);
        }
    }
}

fn settle_fields(fields: &mut Struct, usage: Usage) {
    for field in &mut fields.fields {
        field.presence = match field.presence {
            // What no request holds is read leniently: absent and `null` tell its reader the same.
            Presence::Patch if !usage.request || field.read_only => Presence::Optional,
            // "If the property has `readOnly` set to true and is in the `required` list, the `required` will take
            // effect on the response only" (OpenAPI 3.0.3, Schema Object).
            Presence::Required if field.read_only && usage.request => Presence::Optional,
            // "… the `required` will take effect on the request only", for `writeOnly`.
            Presence::Required if field.write_only && usage.response => Presence::Optional,
            settled => settled,
        };
        flatten(field);
    }
    fields.has_default = fields
        .fields
        .iter()
        .all(|field| field.presence != Presence::Required);
}

/// What can be absent needs no second way to say that nothing is there, unless a request sends it.
fn flatten(field: &mut Field) {
    if field.presence != Presence::Optional {
        return;
    }
    if let TypeRef::Optional(inner) = &mut field.ty {
        field.ty = std::mem::replace(inner, TypeRef::Json);
        if field.write_only {
            field.presence = Presence::Patch;
        }
    }
}
