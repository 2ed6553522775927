//! Numbers that may be written as strings.

use serde_json::{Map, Value, json};

use super::numeric_pattern::{Numeric, numeric};
use crate::catalog::scalars;
use crate::load::dialect::report::Report;
use crate::load::trail::Trail;

/// Keywords of strings, which say nothing of the number that a string stands for.
const OF_STRINGS: &[&str] = &["pattern", "minLength", "maxLength"];

/// Keywords that say which values there are in another way.
const COMPOSING: &[&str] = &["$ref", "enum", "const", "allOf", "anyOf", "oneOf"];

/// Keywords that an alternative may have beside its type.
const BESIDE: &[&str] = &[
    "type",
    "format",
    "title",
    "description",
    "deprecated",
    "nullable",
    "default",
    "example",
    "examples",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "pattern",
    "minLength",
    "maxLength",
];

/// A number or a string that can only be one is a number: numbers are read from strings as well. So .NET describes its
/// numbers, and others write out the two alternatives.
pub(super) fn upgrade(members: &mut Map<String, Value>, _: &Trail<'_>, _: &mut Report) {
    if let Some(kind) = kind_of_list(members) {
        members.insert("type".to_owned(), kind);
        members.retain(|key, _| !OF_STRINGS.contains(&key.as_str()));
        return;
    }
    for key in ["anyOf", "oneOf"] {
        let listed = members.get(key).and_then(Value::as_array);
        let is_alone = COMPOSING
            .iter()
            .all(|other| *other == key || !members.contains_key(*other));
        let only = is_alone && !members.contains_key("type");
        if let Some(number) = listed.filter(|_| only).and_then(|list| number_of(list)) {
            members.shift_remove(key);
            for (key, value) in number {
                members.entry(key).or_insert(value);
            }
            return;
        }
    }
}

/// Returns the type of the numbers, where `type` lists it beside `string`, and perhaps `null`.
fn kind_of_list(members: &Map<String, Value>) -> Option<Value> {
    let types = members.get("type")?.as_array()?;
    let has = |name: &str| types.iter().any(|kind| kind == name);
    let is_known = |kind: &Value| {
        kind.is_null()
            || kind
                .as_str()
                .is_some_and(|name| matches!(name, "integer" | "number" | "null" | "string"))
    };
    let is_composed = COMPOSING.iter().any(|key| members.contains_key(*key));
    if is_composed || !has("string") || !types.iter().all(is_known) {
        return None;
    }
    let kind = ["number", "integer"].into_iter().find(|kind| has(kind))?;
    if !says_number(members, kind) {
        return None;
    }
    let is_nullable = has("null") || types.iter().any(Value::is_null);
    Some(if is_nullable {
        json!([kind, "null"])
    } else {
        json!(kind)
    })
}

/// Returns the number that `alternatives` are, if they are one and a string whose pattern only numbers match, and
/// perhaps `null`.
fn number_of(alternatives: &[Value]) -> Option<Map<String, Value>> {
    let (mut number, mut text, mut is_nullable) = (None, None, false);
    for alternative in alternatives {
        let members = alternative.as_object()?;
        if !members
            .keys()
            .all(|key| key.starts_with("x-") || BESIDE.contains(&key.as_str()))
        {
            return None;
        }
        is_nullable |= members.get("nullable") == Some(&Value::Bool(true));
        let place = match members.get("type") {
            Some(Value::Null) => {
                is_nullable = true;
                continue;
            }
            Some(kind) if kind == "null" => {
                is_nullable = true;
                continue;
            }
            Some(kind) if kind == "string" => &mut text,
            Some(kind) if kind == "integer" || kind == "number" => &mut number,
            _ => return None,
        };
        if place.replace(members).is_some() {
            return None;
        }
    }
    let (number, text) = (number?, text?);
    let kind = number.get("type")?.as_str()?;
    // Validators do not know formats of numbers for strings: only a pattern rules other strings out.
    if !text.contains_key("pattern") || !says_number(text, kind) {
        return None;
    }
    let mut number = number.clone();
    if let Some(format) = text.get("format") {
        number.entry("format").or_insert_with(|| format.clone());
    }
    if is_nullable {
        number.insert("nullable".to_owned(), Value::Bool(true));
    }
    Some(number)
}

/// Returns whether the strings that a schema describes are numbers of type `kind`, by its format, its pattern or both.
fn says_number(members: &Map<String, Value>, kind: &str) -> bool {
    let text = |key: &str| members.get(key).and_then(Value::as_str);
    let by_format = text("format").is_some_and(|format| match kind {
        "integer" => scalars::integer(format).is_some(),
        _ => scalars::is_number_format(format),
    });
    match text("pattern").map(numeric) {
        None => by_format,
        Some(Some(Numeric::Integer)) => true,
        Some(Some(Numeric::Number)) => kind == "number",
        Some(None) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::dialect::detect::detect;
    use crate::load::origins::Origins;

    fn check(schema: Value, expected: &Value) {
        let document = json!({"openapi": "3.1.0", "info": {}, "paths": {}});
        let mut report = Report::new(detect(&document).unwrap(), Origins::default(), Vec::new());
        let Value::Object(mut members) = schema else {
            return;
        };
        upgrade(&mut members, &Trail::Root, &mut report);
        assert_eq!(&Value::Object(members), expected);
    }

    #[test]
    fn strings_that_are_numbers_are_numbers() {
        check(
            json!({"type": ["null", "integer", "string"], "pattern": r"^-?(?:0|[1-9]\d*)$", "format": "int32"}),
            &json!({"type": ["integer", "null"], "format": "int32"}),
        );
        check(
            json!({"type": ["string", "number"], "format": "double"}),
            &json!({"type": "number", "format": "double"}),
        );
        check(
            json!({"type": ["integer", "string"], "pattern": r"^\d+$"}),
            &json!({"type": "integer"}),
        );
        check(
            json!({"title": "A", "oneOf": [
                {"type": "string", "pattern": "^[0-9]+$", "title": "B"},
                {"type": "integer", "minimum": 0, "title": "B"},
                {"type": "null"},
            ]}),
            &json!({"title": "A", "type": "integer", "minimum": 0, "nullable": true}),
        );
    }

    #[test]
    fn other_strings_keep_their_alternatives() {
        for schema in [
            json!({"type": ["integer", "string"]}),
            json!({"type": ["integer", "string"], "format": "date"}),
            json!({"type": ["integer", "string"], "format": "int32", "pattern": r"^(auto|\d+)$"}),
            json!({"type": ["integer", "string"], "pattern": r"^\d+\.\d+$"}),
            json!({"type": ["integer", "string"], "format": "int32", "enum": [1, "a"]}),
            json!({"type": ["boolean", "integer", "string"], "format": "int32"}),
            json!({"anyOf": [{"type": "integer"}, {"type": "string"}]}),
            json!({"anyOf": [{"type": "integer", "enum": [1]}, {"type": "string", "format": "int32"}]}),
        ] {
            check(schema.clone(), &schema);
        }
    }
}
