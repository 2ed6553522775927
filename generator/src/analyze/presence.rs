//! Which members can be absent, once it is known who sends them.

use crate::ir::{Api, Field, Presence, Shape, Struct, TypeRef, Usage};

pub(super) fn settle(api: &mut Api) {
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
