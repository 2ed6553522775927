//! JSON for programs.

use serde_json::{Value, json};

use crate::diff::{Entry, Location, Note, Report};
use crate::surface::{Change, ItemChange};

/// The version of the form. It changes when programs that read reports have to.
const FORMAT: u32 = 1;

/// Returns the report as [`JSON_SCHEMA`](super::JSON_SCHEMA) has it.
pub(super) fn render(report: &Report) -> String {
    format!("{:#}\n", value(report))
}

pub(super) fn value(report: &Report) -> Value {
    let changes: Vec<Value> = report.changes.iter().map(change).collect();
    let notes: Vec<Value> = report.notes.iter().map(note).collect();
    json!({
        "format": FORMAT,
        "old": report.old,
        "new": report.new,
        "verdict": report.verdict(),
        "level": report.level().as_str(),
        "texts": report.texts,
        "notes": notes,
        "changes": changes,
    })
}

fn note(note: &Note) -> Value {
    json!({ "code": note.code.id, "verdict": note.verdict, "message": note.message })
}

fn change(entry: &Entry) -> Value {
    let items: Vec<Value> = entry.items.iter().map(item).collect();
    let mut value = json!({
        "code": entry.code.id,
        "sentence": entry.sentence,
        "fingerprint": entry.fingerprint,
        "direction": entry.direction,
        "verdict": entry.verdict,
        "level": entry.level.as_str(),
        "old": location(&entry.old),
        "new": location(&entry.new),
        "tags": entry.tags,
        "operations": entry.operations,
        "requests": entry.requests,
        "responses": entry.responses,
        "items": items,
    });
    if let (Some(members), false) = (value.as_object_mut(), entry.also.is_empty()) {
        let also = entry.also.iter();
        let also = also.map(|(old, new)| json!({ "old": location(old), "new": location(new) }));
        members.insert("also".to_owned(), also.collect());
    }
    let texts = [("advice", &entry.advice), ("accepted", &entry.accepted)];
    for (key, text) in texts {
        if let (Some(members), Some(text)) = (value.as_object_mut(), text) {
            members.insert(key.to_owned(), json!(text));
        }
    }
    value
}

fn location(at: &Location) -> Value {
    json!({
        "file": at.file,
        "line": at.line,
        "column": at.column,
        "pointer": at.pointer.as_str(),
        "present": at.present,
    })
}

fn item(item: &ItemChange) -> Value {
    let (change, old, new) = match &item.change {
        Change::Added => ("added", None, None),
        Change::Removed => ("removed", None, None),
        Change::Changed { old, new } => ("changed", Some(old), Some(new)),
        Change::Deprecated => ("deprecated", None, None),
    };
    let mut value = json!({
        "path": item.path,
        "kind": item.kind.as_str(),
        "declaration": item.declaration,
        "change": change,
        "level": item.level.as_str(),
    });
    if let (Some(members), Some(old), Some(new)) = (value.as_object_mut(), old, new) {
        members.insert("old".to_owned(), json!(old));
        members.insert("new".to_owned(), json!(new));
        members.insert("difference".to_owned(), json!(item.difference));
    }
    value
}
