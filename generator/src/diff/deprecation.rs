//! Why something is deprecated, and what replaces it, as far as the document says so.

use serde_json::Value;

use super::wire::WireChange;
use crate::Document;
use crate::load::Nodes;

/// Extensions that many tools write beside `deprecated`.
const REASONS: &[&str] = &[
    "x-deprecated-reason",
    "x-deprecation-reason",
    "x-deprecated-message",
    "x-deprecation-message",
    "x-deprecated-description",
    "x-deprecation-description",
];

/// Members of an extension that is an object.
const TEXTS: &[&str] = &["reason", "message", "description", "replacement"];

/// Extensions with the day on which it goes, as oasdiff and others know them.
const SUNSETS: &[&str] = &["x-sunset", "x-deprecation-date"];

/// Words of a sentence that says what to use instead.
const HINTS: &[&str] = &["deprecat", "instead", "replaced by", "superseded"];

/// Of a description no more is shown.
const MAX_CHARACTERS: usize = 200;

/// Returns the descriptions of the items that `change` deprecates.
pub(super) fn reason(new: &Document, change: &WireChange) -> Option<String> {
    if change.code.id != "deprecated" {
        return None;
    }
    let nodes = Nodes::new(new);
    let nodes = change
        .spots()
        .filter_map(|(_, spot)| nodes.value(spot.present()?));
    let mut reasons: Vec<String> = Vec::new();
    for reason in nodes.filter_map(of_node) {
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    (!reasons.is_empty()).then(|| reasons.join("; "))
}

fn of_node(node: &Value) -> Option<String> {
    let text = |key: &&str| match node.get(*key)? {
        Value::String(text) => Some(text.trim().to_owned()),
        Value::Object(members) => {
            let texts = TEXTS.iter().filter_map(|key| members.get(*key)?.as_str());
            Some(texts.collect::<Vec<_>>().join("; "))
        }
        _ => None,
    };
    let stated = REASONS.iter().find_map(text);
    let reason = stated
        .or_else(|| said(node))
        .filter(|text| !text.is_empty());
    let sunset = SUNSETS.iter().find_map(text);
    match (reason, sunset) {
        (Some(reason), Some(day)) => Some(format!("{}; gone after {day}", unstopped(&reason))),
        (Some(reason), None) => Some(unstopped(&reason).to_owned()),
        (None, Some(day)) => Some(format!("gone after {day}")),
        (None, None) => None,
    }
}

fn unstopped(text: &str) -> &str {
    text.trim_end_matches('.')
}

/// Returns the first sentence of a description that says what to use instead.
fn said(node: &Value) -> Option<String> {
    let description = node.get("description")?.as_str()?;
    let text = description.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_hint = |sentence: &&str| {
        let lower = sentence.to_lowercase();
        let is_short = sentence.chars().count() <= MAX_CHARACTERS;
        // The word alone says nothing that a heading does not.
        let letters = lower.chars().filter(|letter| letter.is_alphabetic());
        if letters.eq("deprecated".chars()) {
            return false;
        }
        is_short && HINTS.iter().any(|hint| lower.contains(hint))
    };
    let mut sentences = text.split(". ");
    sentences.find(is_hint).map(str::to_owned)
}
