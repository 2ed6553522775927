//! Names for schemas (JSON Schema 2020-12, section 8.2).

use serde_json::{Map, Value};

use crate::load::dialect::dynamic::RECURSIVE;
use crate::load::dialect::report::Report;
use crate::load::trail::Trail;

/// Notes the names by which references can mean this schema.
pub(super) fn note(members: &mut Map<String, Value>, trail: &Trail<'_>, report: &mut Report) {
    let text = |key: &str| members.get(key).and_then(Value::as_str);
    if let Some(id) = text("$id") {
        report.names.note_id(id, trail.pointer());
    }
    if let Some(anchor) = text("$anchor") {
        report.names.note_anchor(anchor, trail.pointer());
    }
    if let Some(anchor) = text("$dynamicAnchor") {
        report.names.note_anchor(anchor, trail.pointer());
        report.dynamic.note_anchor(anchor, trail.pointer());
    }
    if members.get("$recursiveAnchor") == Some(&Value::Bool(true)) {
        report.dynamic.note_anchor(RECURSIVE, trail.pointer());
    }
}
