//! Keywords of JSON Schema 2020-12 in terms of the Schema Object of OpenAPI 3.0.

mod beside;
mod bounds;
mod condition;
mod enumeration;
mod numeral;
mod numeric_pattern;
mod pattern_properties;
mod reference;
mod required;
mod tuple;
mod type_list;
mod value_list;

pub(crate) use condition::{CONDITIONS, LEAD as CONDITIONS_LEAD};
pub(crate) use value_list::OPEN;

use serde_json::{Map, Value};

use super::report::Report;
use crate::load::trail::Trail;

/// The members of a schema, where it stands, and what to tell of it.
pub(super) type Step = fn(&mut Map<String, Value>, &Trail<'_>, &mut Report);

/// What is done with each schema, in this order. A step leaves alone what an earlier run of it has made.
const STEPS: &[Step] = &[
    reference::note_anchor,
    reference::upgrade_recursive,
    required::upgrade,
    value_list::upgrade_constant,
    type_list::upgrade_int_or_string,
    numeral::upgrade,
    value_list::upgrade,
    condition::upgrade_content,
    pattern_properties::upgrade_unevaluated,
    type_list::upgrade_contradiction,
    tuple::upgrade,
    pattern_properties::upgrade,
    enumeration::repair,
    beside::upgrade,
    condition::upgrade,
    type_list::upgrade,
    bounds::upgrade,
    reference::upgrade,
];

/// Returns whether a member is one that no step has anything to do with where all members are such, as in most schemas.
fn is_plain(key: &str, value: &Value) -> bool {
    match key {
        "type" => value.as_str().is_some_and(|name| name != "null"),
        "items" => value.is_object(),
        "default" => !value.is_number() || value.is_i64(),
        "format" => value.as_str() != Some(type_list::FORMAT),
        "deprecated" | "description" | "example" | "maxItems" | "maxLength" | "minItems"
        | "minLength" | "nullable" | "pattern" | "readOnly" | "title" | "writeOnly" => true,
        _ => false,
    }
}

/// Returns whether no step has anything to do with a schema that has these members.
fn are_plain(members: &Map<String, Value>) -> bool {
    // Items of objects are the one thing that two plain members contradict each other in.
    let is_array = |kind: &Value| kind.as_str() != Some("object");
    members.iter().all(|(key, value)| is_plain(key, value))
        && (members.get("type").is_none_or(is_array) || !members.contains_key("items"))
}

/// Rewrites the schema with these members.
pub(super) fn upgrade(members: &mut Map<String, Value>, trail: &Trail<'_>, report: &mut Report) {
    let is_bare_reference = members.len() == 1 && members.contains_key("$ref");
    if is_bare_reference || are_plain(members) {
        return;
    }
    for step in STEPS {
        step(members, trail, report);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::load::dialect::detect::detect;
    use crate::load::origins::Origins;

    #[test]
    fn steps_have_nothing_to_do_with_plain_members() {
        let document = json!({"openapi": "3.1.0", "info": {}, "paths": {}});
        let mut report = Report::new(detect(&document).unwrap(), Origins::default(), Vec::new());
        let values = [
            json!(null),
            json!(true),
            json!(1),
            json!("a"),
            json!("int-or-string"),
            json!([{}]),
            json!({"a": {}}),
        ];
        let plain = json!({
            "type": "integer", "items": {}, "default": 0, "deprecated": 0, "description": 0, "example": 0, "format": 0,
            "maxItems": 0, "maxLength": 0, "minItems": 0, "minLength": 0, "nullable": 0, "pattern": 0, "readOnly": 0,
            "title": 0, "writeOnly": 0,
        });
        for key in plain.as_object().unwrap().keys() {
            for value in values.iter().filter(|value| is_plain(key, value)) {
                let mut schema = plain.clone();
                schema[key] = value.clone();
                let mut members = schema.as_object().unwrap().clone();
                for step in STEPS {
                    step(&mut members, &Trail::Root, &mut report);
                }
                assert_eq!(Value::Object(members), schema);
            }
        }
        assert!(report.problems.is_empty());
    }
}
