//! Paths, their items and operations.

use serde_json::{Map, Value};

use super::context::{Context, MovedNode, Taken};
use super::media_types::{MediaType, effective, take_media_types};
use super::parameters::Carried;
use super::response::Produces;
use super::shared::Shared;
use super::{body, form, parameters, response};
use crate::codes::swagger::{BODY_REPEATED, RESPONSE_INVALID, SCHEME_IGNORED};
use crate::diagnostics::Pointer;
use crate::load::dialect::path_items;

type Members = Map<String, Value>;

/// Upgrades the operation at `at` (Swagger 2.0, Operation Object) of `path`; `inherited` is what its path item
/// says of bodies and form fields.
pub(super) fn upgrade(
    context: &mut Context<'_>,
    members: &mut Members,
    at: &Pointer,
    path: &str,
    inherited: &Carried,
) {
    let consumes = take_media_types(context, members, "consumes", at);
    let produces = take_media_types(context, members, "produces", at);
    report_schemes(context, members, at);
    let own = parameters::upgrade(context, members, at, path);
    let carried = merge(context, own, inherited);
    put_body(context, members, at, carried, consumes);
    put_responses(context, members, at, produces);
}

/// Returns what the operation carries, and what of its path item it does not override (Swagger 2.0, Path Item Object,
/// `parameters`).
fn merge(context: &Context<'_>, mut own: Carried, inherited: &Carried) -> Carried {
    let is_bare = own.fields.is_empty();
    if own.bodies.is_empty() && is_bare {
        own.bodies.clone_from(&inherited.bodies);
    }
    let names: Vec<Option<String>> = own.fields.iter().map(|own| name(context, own)).collect();
    if own.bodies.is_empty() {
        let others = inherited.fields.iter();
        let others = others.filter(|field| !names.contains(&name(context, field)));
        own.fields.extend(others.cloned());
    }
    own
}

fn name(context: &Context<'_>, field: &Taken) -> Option<String> {
    let text = |key: &str| field.value.get(key).and_then(Value::as_str);
    match text("$ref").and_then(|reference| context.shared.get(reference)) {
        Some(Shared::Form(shared)) => Some(shared.name.clone()),
        _ => text("name").map(str::to_owned),
    }
}

fn put_body(
    context: &mut Context<'_>,
    members: &mut Members,
    at: &Pointer,
    carried: Carried,
    own: Option<Vec<MediaType>>,
) {
    let are_own = own.is_some();
    let consumes = effective(own, context.consumes.as_ref());
    let new = at.child("requestBody");
    let mut bodies = carried.bodies.into_iter();
    let request_body = match bodies.next() {
        Some(Taken { value, old }) => {
            report_others(context, bodies.chain(carried.fields));
            body::upgrade(context, value, &MovedNode { old, new }, &consumes, are_own)
        }
        None if carried.fields.is_empty() => return,
        None => {
            let spot = MovedNode {
                old: at.child("parameters"),
                new,
            };
            form::upgrade(context, carried.fields, &spot, &consumes)
        }
    };
    members.insert("requestBody".to_owned(), request_body);
}

fn report_others(context: &mut Context<'_>, others: impl Iterator<Item = Taken>) {
    for other in others {
        let message = "this operation has several bodies";
        context.report(&BODY_REPEATED, message, &other.old);
    }
}

fn put_responses(
    context: &mut Context<'_>,
    members: &mut Members,
    at: &Pointer,
    produces: Option<Vec<MediaType>>,
) {
    let produces = Produces::of_operation(context, produces, members.get("responses"));
    let spot = MovedNode::still(at.child("responses"));
    match members.get_mut("responses") {
        Some(Value::Object(responses)) => {
            let responses = responses
                .iter_mut()
                .filter(|(status, _)| !status.starts_with("x-"));
            for (status, response) in responses {
                let spot = spot.child(status);
                *response = response::upgrade(context, response.take(), &spot, &produces);
            }
        }
        _ => {
            let message = "this operation has no responses";
            let note = "the response body is passed through as raw bytes";
            context.report_with_note(&RESPONSE_INVALID, message, note, at);
            members.insert("responses".to_owned(), Value::Object(Members::new()));
        }
    }
}

/// `schemes` matters if it leaves out how the server is spoken to.
fn report_schemes(context: &mut Context<'_>, members: &mut Members, at: &Pointer) {
    let Some(Value::Array(schemes)) = members.shift_remove("schemes") else {
        return;
    };
    let Some(scheme) = context.scheme.clone() else {
        return;
    };
    let is_used = |listed: &Value| {
        listed
            .as_str()
            .is_some_and(|it| it.eq_ignore_ascii_case(&scheme))
    };
    if !schemes.is_empty() && !schemes.iter().any(is_used) {
        let message = format!("this operation does not support `{scheme}`, which the server does");
        context.report(&SCHEME_IGNORED, message, &at.child("schemes"));
    }
}

/// What a path item can have (Swagger 2.0, Path Item Object), and `trace`, which some have nevertheless.
pub(super) const METHODS: &[&str] = &[
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// Upgrades `paths`, and those that hold a query.
pub(super) fn upgrade_all(context: &mut Context<'_>, members: &mut Map<String, Value>) {
    for key in ["paths", path_items::EXTENSION] {
        upgrade_those(context, members, key);
    }
}

fn upgrade_those(context: &mut Context<'_>, members: &mut Map<String, Value>, key: &str) {
    let Some(Value::Object(paths)) = members.get_mut(key) else {
        return;
    };
    let at = Pointer::root().child(key);
    let paths = paths.iter_mut().filter(|(path, _)| !path.starts_with("x-"));
    for (path, item) in paths {
        if let Value::Object(item) = item {
            upgrade_item(context, item, path, &at.child(path));
        }
    }
}

/// Upgrades the item at `at` (Swagger 2.0, Path Item Object) of `path`.
pub(super) fn upgrade_item(
    context: &mut Context<'_>,
    item: &mut Map<String, Value>,
    path: &str,
    at: &Pointer,
) {
    let inherited = parameters::upgrade(context, item, at, path);
    for method in METHODS {
        if let Some(Value::Object(members)) = item.get_mut(*method) {
            upgrade(context, members, &at.child(method), path, &inherited);
        }
    }
}
