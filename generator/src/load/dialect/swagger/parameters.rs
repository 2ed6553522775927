//! Lists of parameters, parted into those that stay parameters and those that become the body.

use serde_json::{Map, Value};

use super::context::{Context, MovedNode, Taken};
use super::parameter;
use super::shared::Shared;
use crate::codes::swagger::{MEMBER_INVALID, PARAMETER_INVALID};
use crate::diagnostics::Pointer;

/// What a parameter of Swagger 2.0 becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Plain,
    Body,
    Form,
}

/// The parameters that become the body.
#[derive(Clone, Debug, Default)]
pub(super) struct Carried {
    pub bodies: Vec<Taken>,
    pub fields: Vec<Taken>,
}

/// Upgrades the list of parameters of the object at `at`, and takes out of it what becomes the body.
pub(super) fn upgrade(
    context: &mut Context<'_>,
    members: &mut Map<String, Value>,
    at: &Pointer,
    path: &str,
) -> Carried {
    let list = MovedNode::still(at.child("parameters"));
    let mut carried = Carried::default();
    let mut plain = Vec::new();
    for mut taken in take(context, members, &list.old) {
        match kind(context, &mut taken, Some(path)) {
            Kind::Body => carried.bodies.push(taken),
            Kind::Form => carried.fields.push(taken),
            Kind::Plain => {
                let spot = MovedNode {
                    old: taken.old,
                    new: list.new.index(plain.len()),
                };
                plain.push(parameter::upgrade(context, taken.value, &spot));
            }
        }
    }
    if !plain.is_empty() {
        members.insert("parameters".to_owned(), Value::Array(plain));
    }
    carried
}

/// Returns the parameters of the list that can be read.
fn take(context: &mut Context<'_>, members: &mut Map<String, Value>, at: &Pointer) -> Vec<Taken> {
    let items = match members.shift_remove("parameters") {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Array(items)) => items,
        Some(_) => {
            context.report(&MEMBER_INVALID, "expected an array of parameters", at);
            Vec::new()
        }
    };
    let items = items.into_iter().enumerate();
    let taken = items.map(|(place, value)| Taken {
        value,
        old: at.index(place),
    });
    taken.filter(|taken| is_readable(context, taken)).collect()
}

fn is_readable(context: &mut Context<'_>, taken: &Taken) -> bool {
    let says = |key: &str| taken.value.get(key).is_some_and(Value::is_string);
    let is_body = taken.value.get("in") == Some(&Value::from("body"));
    let readable = says("$ref") || says("name") || is_body;
    if !readable {
        context.report(&PARAMETER_INVALID, "this parameter has no name", &taken.old);
    }
    readable
}

/// Returns what a parameter becomes; where `in` says nothing that is known, it is set to what fits best.
///
/// `path` is the path of the parameter, if it has one.
pub(super) fn kind(context: &mut Context<'_>, taken: &mut Taken, path: Option<&str>) -> Kind {
    if let Some(reference) = taken.value.get("$ref").and_then(Value::as_str) {
        return match context.shared.get(reference) {
            Some(Shared::Body { .. }) => Kind::Body,
            Some(Shared::Form(_)) => Kind::Form,
            None => Kind::Plain,
        };
    }
    match taken.value.get("in").and_then(Value::as_str) {
        Some("body") => Kind::Body,
        Some("formData") => Kind::Form,
        Some("path" | "query" | "header" | "cookie") => Kind::Plain,
        _ => guess(context, taken, path.unwrap_or_default()),
    }
}

fn guess(context: &mut Context<'_>, taken: &mut Taken, path: &str) -> Kind {
    let name = taken.value.get("name").and_then(Value::as_str);
    let in_path = name.is_some_and(|name| path.contains(&format!("{{{name}}}")));
    let said = taken
        .value
        .get("in")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let (place, kind) = if in_path {
        ("path", Kind::Plain)
    } else if said.to_ascii_lowercase().starts_with("form") {
        ("formData", Kind::Form)
    } else if said.is_empty() && taken.value.get("schema").is_some() {
        ("body", Kind::Body)
    } else {
        ("query", Kind::Plain)
    };
    let message = "this parameter has no usable `in`";
    let note = format!("`{place}` is assumed");
    context.report_with_note(&PARAMETER_INVALID, message, note, &taken.old);
    if let Value::Object(members) = &mut taken.value {
        members.insert("in".to_owned(), Value::from(place));
    }
    kind
}
