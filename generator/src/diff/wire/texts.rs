//! What is only said to people: counted, not listed.

use std::borrow::Cow;

use serde_json::{Map, Value};

use super::comparison::Comparison;
use super::node::Node;
use crate::load::{CONDITIONS, CONDITIONS_LEAD, OPEN};

/// Members that are for people.
const TEXTS: &[&str] = &[
    "$comment",
    "bearerFormat",
    "contact",
    "description",
    "externalDocs",
    "license",
    "links",
    "summary",
    "termsOfService",
    "title",
];

/// Counts the texts and extensions in which two nodes differ.
pub(super) fn compare(comparison: &mut Comparison<'_>, old_node: &Node<'_>, new_node: &Node<'_>) {
    let members = (old_node.value.as_object(), new_node.value.as_object());
    let (Some(old), Some(new)) = members else {
        return;
    };
    let is_extension = |key: &str| key.starts_with("x-") && ![CONDITIONS, OPEN].contains(&key);
    // It says something to programs only where bodies are XML.
    let is_xml = |key: &str| key == "xml" && !comparison.has_xml;
    let is_text = |key: &str| is_extension(key) || TEXTS.contains(&key) || is_xml(key);
    let has_other_examples = examples(old) != examples(new);
    let changed = old
        .iter()
        .filter(|(key, value)| is_text(key) && said(new.get(*key)) != said(Some(value)));
    let added = new
        .iter()
        .filter(|(key, value)| is_text(key) && !old.contains_key(*key) && !is_empty(value));
    let count = changed.count() + added.count() + usize::from(has_other_examples);
    // What several operations share is counted once.
    if count > 0 && comparison.has_new_texts(old_node, new_node) {
        comparison.texts += count;
    }
}

/// Returns whether a text says nothing itself.
fn is_empty(text: &Value) -> bool {
    let said = said(Some(text));
    said.is_some_and(|said| said.as_str() == Some(""))
}

/// Returns what a text says itself: conditions that no type expresses are added to descriptions, and compared apart.
fn said(text: Option<&Value>) -> Option<Cow<'_, Value>> {
    let text = text?;
    let own = text
        .as_str()
        .and_then(|text| text.split_once(CONDITIONS_LEAD));
    Some(match own {
        Some((own, _)) => Cow::Owned(Value::from(own.trim_end())),
        None => Cow::Borrowed(text),
    })
}

/// Returns the examples of a node, of which there are two spellings (OpenAPI 3.1.0, Schema Object, `example`).
fn examples(members: &Map<String, Value>) -> Vec<&Value> {
    let several = match members.get("examples") {
        Some(Value::Array(list)) => list.iter().collect(),
        other => Vec::from_iter(other),
    };
    members.get("example").into_iter().chain(several).collect()
}

/// Counts those of the documents as such.
pub(super) fn of_document(comparison: &mut Comparison<'_>, old: &Node<'_>, new: &Node<'_>) {
    if let (Some(old), Some(new)) = (old.get("info"), new.get("info")) {
        compare(comparison, &old, &new);
    }
    for key in ["externalDocs", "tags"] {
        comparison.texts += usize::from(old.value.get(key) != new.value.get(key));
    }
}
