//! Properties whose names follow a pattern (JSON Schema 2020-12, section 10.3.2.2).

use serde_json::{Map, Value};

use super::alternatives::Alternatives;
use crate::load::dialect::report::Report;
use crate::load::trail::Trail;

/// They become additional properties; names are not checked.
pub(super) fn upgrade(members: &mut Map<String, Value>, trail: &Trail<'_>, report: &mut Report) {
    let Some(Value::Object(patterns)) = members.shift_remove("patternProperties") else {
        return;
    };
    if patterns.is_empty() || members.get("additionalProperties") == Some(&Value::Bool(true)) {
        return;
    }
    let at = trail.member("patternProperties").pointer();
    let additional = trail.member("additionalProperties").pointer();
    let mut alternatives = Alternatives::default();
    for (pattern, schema) in patterns {
        alternatives.add(schema, at.child(&pattern));
    }
    if let Some(rest @ Value::Object(_)) = members.shift_remove("additionalProperties") {
        alternatives.add(rest, additional.clone());
    }
    let schema = alternatives.into_schema(&additional, &mut report.origins);
    members.insert("additionalProperties".to_owned(), schema);
}
