//! Parameters that are the request body, as Swagger 2.0 has them (`in: body` and `in: formData`).

use serde_json::Value;

use super::content::Chosen;
use super::discovery::Found;
use crate::catalog::media_types::Codec;
use crate::codes::lower::BODY_AS_BYTES;
use crate::diagnostics::Pointer;
use crate::ir::TypeRef;
use crate::load::Nodes;
use crate::lower::context::Context;
use crate::lower::schema::{Member, declare_object, type_of};
use crate::normalize::{BodyParameters, FormField};

/// Returns the body that an operation without `requestBody` has in its parameters, and whether it is required.
pub(super) fn lower(context: &mut Context<'_>, found: &Found) -> Option<(Chosen, bool)> {
    match &found.operation.parameters.body {
        BodyParameters::None => None,
        BodyParameters::Whole(at) => Some(of_whole(context, at)),
        BodyParameters::Form(fields) => Some(of_fields(context, found, fields)),
    }
}

fn of_whole(context: &mut Context<'_>, at: &Pointer) -> (Chosen, bool) {
    let schema = at.child("schema");
    let has_schema = context.document.value(&schema).is_some();
    let chosen = Chosen {
        media_type: "application/json".to_owned(),
        range: None,
        codec: Codec::Json,
        ty: if has_schema {
            type_of(context, &schema).into_type()
        } else {
            TypeRef::Json
        },
        member: None,
        fields: Vec::new(),
    };
    let required = context.document.value(&at.child("required"));
    (chosen, required == Some(&Value::Bool(true)))
}

fn of_fields(context: &mut Context<'_>, found: &Found, fields: &[FormField]) -> (Chosen, bool) {
    let required = fields.iter().any(|field| field.required);
    let has_file = fields.iter().any(|field| field.is_file);
    let chosen = if has_file {
        context.report(
            &BODY_AS_BYTES,
            "forms with files are not supported",
            &found.operation.at.child("parameters"),
        );
        Chosen {
            media_type: "multipart/form-data".to_owned(),
            ..Chosen::raw()
        }
    } else {
        let members = fields.iter().map(|field| member(context.document, field));
        let members: Vec<Member> = members.collect();
        Chosen {
            media_type: "application/x-www-form-urlencoded".to_owned(),
            range: None,
            codec: Codec::Form,
            ty: declare_object(
                context,
                &found.id,
                &format!("{} body", found.id),
                &members,
                &found.operation.at,
            ),
            member: None,
            fields: Vec::new(),
        }
    };
    (chosen, required)
}

fn member(document: &Nodes<'_>, field: &FormField) -> Member {
    let schema = field.at.child("schema");
    let has_schema = document.value(&schema).is_some();
    Member {
        wire: field.name.clone(),
        required: field.required,
        at: if has_schema { schema } else { field.at.clone() },
    }
}
