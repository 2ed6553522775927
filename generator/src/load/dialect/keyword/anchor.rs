//! Names for schemas (JSON Schema 2020-12, section 8.2.2).

use serde_json::{Map, Value};

use crate::load::dialect::report::Report;
use crate::load::trail::Trail;

/// Notes the names by which references can mean this schema.
pub(super) fn note(members: &mut Map<String, Value>, trail: &Trail<'_>, report: &mut Report) {
    for key in ["$anchor", "$dynamicAnchor"] {
        if let Some(name) = members.get(key).and_then(Value::as_str) {
            report
                .anchors
                .entry(name.to_owned())
                .or_insert_with(|| trail.pointer());
        }
    }
}
