//! The smallest document that fails as a larger one does.

use clientsmith_tests::random_documents::pointers::{pointers, remove};
use serde_json::Value;

use crate::fault::{fault, kind};

/// Attempts to make a document smaller, after which it is shown as it is.
const ATTEMPTS: usize = 3_000;

/// Takes from `document` all that the failure of `check` does not need.
pub fn shrink(mut document: Value, check: &impl Fn(&Value)) -> Value {
    let kind_of = |document: &Value| fault(check, document).map(|message| kind(&message));
    let wanted = kind_of(&document);
    let mut attempts = 0;
    let mut fails_too = |smaller: &Value| {
        attempts += 1;
        attempts <= ATTEMPTS && kind_of(smaller) == wanted
    };
    while let Some(smaller) = pass(&document, &mut fails_too) {
        document = smaller;
    }
    document
}

/// `document` without what it can do without, looked for once at every place; `None` if it needs all.
fn pass(document: &Value, fails_too: &mut impl FnMut(&Value) -> bool) -> Option<Value> {
    let mut smallest = None;
    let mut place = 0;
    while let Some(pointer) = pointers(smallest.as_ref().unwrap_or(document)).get(place) {
        let candidates = smaller(smallest.as_ref().unwrap_or(document), pointer);
        match candidates.into_iter().find(&mut *fails_too) {
            Some(found) => smallest = Some(found),
            None => place += 1,
        }
    }
    smallest
}

/// `document` with less at `pointer`: without it, with one of its children in its place, or with something plain there.
fn smaller(document: &Value, pointer: &str) -> Vec<Value> {
    let Some(value) = document.pointer(pointer) else {
        return Vec::new();
    };
    let children: Vec<Value> = match value {
        Value::Object(members) => members.values().cloned().collect(),
        Value::Array(items) => items.clone(),
        Value::String(text) if text.chars().count() > 1 => vec![halved(text), Value::from("a")],
        _ => Vec::new(),
    };
    let replaced = |child: Value| {
        let mut copy = document.clone();
        *copy.pointer_mut(pointer)? = child;
        Some(copy)
    };
    let mut without = document.clone();
    remove(&mut without, pointer);
    let is_other = without != *document;
    is_other
        .then_some(without)
        .into_iter()
        .chain(children.into_iter().filter_map(replaced))
        .collect()
}

fn halved(text: &str) -> Value {
    let half = text.chars().count() / 2;
    Value::from(text.chars().take(half).collect::<String>())
}
