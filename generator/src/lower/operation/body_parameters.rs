//! Parameters that are the request body, as Swagger 2.0 has them (`in: body` and `in: formData`).

use hashbrown::HashSet;

use serde_json::Value;

use super::content::Chosen;
use super::discovery::Found;
use super::parameters::lists;
use crate::catalog::media_types::Codec;
use crate::codes::lower::{BODY_AS_BYTES, BODY_PARAMETER};
use crate::diagnostics::Pointer;
use crate::ir::TypeRef;
use crate::load::{Nodes, plain};
use crate::lower::context::Context;
use crate::lower::schema::{Member, declare_object, type_of};
use crate::lower::shapes::items;

/// Whether the parameter that `at` leads to is a part of the body.
pub(super) fn is_in_body(document: &Nodes<'_>, at: &Pointer) -> bool {
    kind(document, at).is_some()
}

/// A part of the body.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// The body.
    Whole,
    /// A field of a form.
    Field,
}

fn kind(document: &Nodes<'_>, at: &Pointer) -> Option<Kind> {
    let target = document.resolve(at).0?;
    let place = document.value(&target)?.get("in")?.as_str()?;
    match place.trim().to_ascii_lowercase().as_str() {
        "body" => Some(Kind::Whole),
        "formdata" | "form" => Some(Kind::Field),
        _ => None,
    }
}

/// The body that an operation without `requestBody` has in its parameters, and whether it is required.
pub(super) fn lower(context: &mut Context<'_>, found: &Found) -> Option<(Chosen, bool)> {
    let (mut whole, mut fields) = (None, Vec::new());
    for list in lists(found) {
        for at in items(context, &list, "`parameters`") {
            match kind(context.document, &at) {
                Some(Kind::Whole) => whole = whole.or(Some(at)),
                Some(Kind::Field) => fields.push(at),
                None => {}
            }
        }
    }
    match whole {
        Some(at) => Some(of_whole(context, &at)),
        None => (!fields.is_empty()).then(|| of_fields(context, found, &fields)),
    }
}

/// Notes the parameters that are left out because the operation has a `requestBody` too.
pub(super) fn report_beside(context: &mut Context<'_>, found: &Found) {
    for at in items(context, &found.at.child("parameters"), "`parameters`") {
        if is_in_body(context.document, &at) {
            let message = "this parameter is a second body beside `requestBody`";
            context.report_with_note(&BODY_PARAMETER, message, "it is ignored", &at);
        }
    }
}

fn of_whole(context: &mut Context<'_>, at: &Pointer) -> (Chosen, bool) {
    report(context, at, "the body, in JSON");
    let at = target(context.document, at);
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
    (chosen, is_required(context.document, &at))
}

fn of_fields(context: &mut Context<'_>, found: &Found, fields: &[Pointer]) -> (Chosen, bool) {
    let mut members: Vec<Member> = Vec::new();
    let mut names = HashSet::new();
    for at in fields {
        report(context, at, "a field of a form");
        let member = member(context.document, &target(context.document, at));
        if names.insert(member.wire.clone()) {
            members.push(member);
        }
    }
    let required = members.iter().any(|member| member.required);
    let has_file = members
        .iter()
        .any(|member| is_file(context.document, &member.at));
    let chosen = if has_file {
        context.report(
            &BODY_AS_BYTES,
            "forms with files are not supported",
            &found.at.child("parameters"),
        );
        Chosen {
            media_type: "multipart/form-data".to_owned(),
            ..Chosen::raw()
        }
    } else {
        Chosen {
            media_type: "application/x-www-form-urlencoded".to_owned(),
            range: None,
            codec: Codec::Form,
            ty: declare_object(
                context,
                &found.id,
                &format!("{} body", found.id),
                &members,
                &found.at,
            ),
            member: None,
            fields: Vec::new(),
        }
    };
    (chosen, required)
}

fn report(context: &mut Context<'_>, at: &Pointer, what: &str) {
    let message = "OpenAPI has no parameters in the body";
    context.report_with_note(
        &BODY_PARAMETER,
        message,
        format!("it is read as {what}"),
        at,
    );
}

fn target(document: &Nodes<'_>, at: &Pointer) -> Pointer {
    document.resolve(at).0.unwrap_or_else(|| at.clone())
}

fn member(document: &Nodes<'_>, at: &Pointer) -> Member {
    let name = document.value(&at.child("name")).map(plain);
    let schema = at.child("schema");
    let has_schema = document.value(&schema).is_some();
    Member {
        wire: name.unwrap_or_default(),
        required: is_required(document, at),
        at: if has_schema { schema } else { at.clone() },
    }
}

fn is_required(document: &Nodes<'_>, at: &Pointer) -> bool {
    document.value(&at.child("required")) == Some(&Value::Bool(true))
}

fn is_file(document: &Nodes<'_>, at: &Pointer) -> bool {
    let says = |key: &str, text: &str| {
        document.value(&at.child(key)).and_then(Value::as_str) == Some(text)
    };
    says("type", "file") || says("format", "binary")
}
