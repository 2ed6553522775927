//! Lists and objects of the document that are something else.

use serde_json::{Map, Value};

use super::context::Context;
use crate::codes::lower::{LIST_EXPECTED, OBJECT_EXPECTED};
use crate::diagnostics::Pointer;

/// The keys of the object at `at`, extensions apart. What is no object has none, which is noted with its `name`.
pub(super) fn keys<'a>(context: &mut Context<'a>, at: &Pointer, name: &str) -> Vec<&'a str> {
    let document = context.document;
    match document.value(at) {
        Some(Value::Object(members)) => members
            .keys()
            .map(String::as_str)
            .filter(|key| !key.starts_with("x-"))
            .collect(),
        None | Some(Value::Null) => Vec::new(),
        Some(_) => {
            context.report(&OBJECT_EXPECTED, format!("{name} is not an object"), at);
            Vec::new()
        }
    }
}

/// The places of the items of the list at `at`, empty ones apart. An object of objects is read as the list of these,
/// another object or a text as a list of one; that, and anything else, is noted with its `name`.
pub(super) fn items(context: &mut Context<'_>, at: &Pointer, name: &str) -> Vec<Pointer> {
    let (items, note) = match context.document.value(at) {
        Some(Value::Array(items)) => {
            let said = items.iter().enumerate().filter(|(_, item)| !item.is_null());
            (said.map(|(place, _)| at.index(place)).collect(), None)
        }
        None | Some(Value::Null) => (Vec::new(), None),
        Some(Value::Object(members)) if is_map(members) => (
            members.keys().map(|key| at.child(key)).collect(),
            Some("it is read as the array of its members"),
        ),
        Some(Value::Object(_) | Value::String(_)) => {
            (vec![at.clone()], Some("it is read as an array of one item"))
        }
        Some(_) => (Vec::new(), Some("it is ignored")),
    };
    if let Some(note) = note {
        let message = format!("{name} is not an array");
        context.report_with_note(&LIST_EXPECTED, message, note, at);
    }
    items
}

fn is_map(members: &Map<String, Value>) -> bool {
    !members.is_empty() && members.values().all(Value::is_object)
}
