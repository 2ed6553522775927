//! Arrays and objects of the document that may have another type.

use serde_json::{Map, Value};

use crate::codes::lower::{LIST_EXPECTED, OBJECT_EXPECTED};
use crate::diagnostics::{Diagnostic, Pointer};
use crate::load::Nodes;

/// Returns the keys of the object at `at`, extensions apart. What is no object has none, which is noted with its
/// `name`.
pub(crate) fn keys<'a>(
    document: &Nodes<'a>,
    at: &Pointer,
    name: &str,
    problems: &mut Vec<Diagnostic>,
) -> Vec<&'a str> {
    match document.value(at) {
        Some(Value::Object(members)) => members
            .keys()
            .map(String::as_str)
            .filter(|key| !key.starts_with("x-"))
            .collect(),
        None | Some(Value::Null) => Vec::new(),
        Some(_) => {
            let message = format!("{name} is not an object");
            problems.push(Diagnostic::new(&OBJECT_EXPECTED, at.clone(), message));
            Vec::new()
        }
    }
}

/// Returns the places of the items of the list at `at`, empty ones apart. An object of objects is read as the list of
/// these, another object or a text as a list of one; that, and anything else, is noted with its `name`.
pub(crate) fn items(
    document: &Nodes<'_>,
    at: &Pointer,
    name: &str,
    problems: &mut Vec<Diagnostic>,
) -> Vec<Pointer> {
    let (items, note) = match document.value(at) {
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
        let problem = Diagnostic::new(&LIST_EXPECTED, at.clone(), message);
        problems.push(problem.with_note(note));
    }
    items
}

fn is_map(members: &Map<String, Value>) -> bool {
    !members.is_empty() && members.values().all(Value::is_object)
}
