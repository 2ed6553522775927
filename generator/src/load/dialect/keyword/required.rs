//! `required` as a flag of a property, as JSON Schema had it in its third draft.

use hashbrown::HashSet;

use serde_json::{Map, Value};

use crate::codes::dialect::REQUIRED_FLAG;
use crate::load::dialect::report::Report;
use crate::load::trail::Trail;

/// Lists the properties that are flagged as required, and removes the flags.
pub(super) fn upgrade(members: &mut Map<String, Value>, trail: &Trail<'_>, report: &mut Report) {
    let Some(properties) = members.get_mut("properties").and_then(Value::as_object_mut) else {
        return;
    };
    let mut flagged = Vec::new();
    let at = trail.member("properties");
    for (name, property) in properties {
        let Some(property) = property.as_object_mut() else {
            continue;
        };
        let Some(flag) = property.get("required").and_then(Value::as_bool) else {
            continue;
        };
        property.shift_remove("required");
        let note = if flag {
            flagged.push(name.clone());
            format!("`{name}` is treated as a required property")
        } else {
            "it is ignored".to_owned()
        };
        let message = "expected an array of strings as `required`, found a boolean";
        let at = at.member(name);
        report.warn_with_note(&REQUIRED_FLAG, &at.member("required"), message, note);
    }
    require(members, flagged);
}

fn require(members: &mut Map<String, Value>, names: Vec<String>) {
    if names.is_empty() {
        return;
    }
    let required = members
        .entry("required")
        .or_insert_with(|| Value::Array(Vec::new()));
    if let Some(required) = required.as_array_mut() {
        let listed: HashSet<String> = required
            .iter()
            .filter_map(|name| Some(name.as_str()?.to_owned()))
            .collect();
        let others = names.into_iter().filter(|name| !listed.contains(name));
        required.extend(others.map(Value::String));
    }
}
