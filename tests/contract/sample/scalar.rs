//! Scalars: the values of an enum, and the edges of each type and format.

use serde_json::{Value, json};

use crate::document::{Direction, convert};

/// The most values that a place without an enum can take: the longest list below and an example.
pub const MAX_LENGTH: usize = STRINGS.len() + 1;

const STRINGS: [&str; 10] = [
    "",
    "a",
    "Grüße, 世界 🐘",
    "\"quoted\\\" / \u{8}\u{c}\n\r\t",
    "\u{0}\u{1f}\u{7f}\u{2028}\u{202e}\u{feff}",
    "null",
    "0",
    " space at both ends ",
    "{\"json\": [1]}",
    "e\u{301}\u{10ffff}",
];

/// Strings of a format (RFC 3339, RFC 5321, RFC 9562, RFC 3986).
const FORMATS: [(&str, &[&str]); 6] = [
    (
        "date-time",
        &[
            "2025-05-06T07:08:09Z",
            "2025-05-06T07:08:09.123456789Z",
            "2025-05-06T07:08:09.1+05:30",
            "1969-12-31T23:59:59.999999999-23:59",
            "0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999999999Z",
            "2025-05-06t07:08:09.000z",
            "2024-02-29T00:00:00-00:00",
            "2016-12-31T23:59:60Z",
        ],
    ),
    (
        "date",
        &["2025-05-06", "0001-01-01", "9999-12-31", "2024-02-29"],
    ),
    (
        "email",
        &[
            "ada@example.org",
            "a+b.c_d@sub.example.org",
            "1@example.org",
        ],
    ),
    (
        "uuid",
        &[
            "00000000-0000-0000-0000-000000000000",
            "6ba7b810-9dad-41d1-80b4-00c04fd430c8",
        ],
    ),
    ("uri", &["https://example.org/a?b=c#d", "urn:example:a"]),
    ("byte", &["", "AA==", "YQ==", "/+8="]),
];

/// The value that has its turn in `round` at a place of `schema`.
pub fn pick(schema: &Value, round: usize) -> Value {
    let values = values(schema);
    assert!(
        !values.is_empty(),
        "no value at hand for {schema}; give it an example"
    );
    values[round % values.len()].clone()
}

/// The values that are valid at a place of `schema`: its enum, or its example and the edges of its type.
fn values(schema: &Value) -> Vec<Value> {
    let judge = convert(schema, Direction::Response, false);
    let options = jsonschema::draft202012::options().should_validate_formats(true);
    let validator = options.build(&judge).unwrap();
    let mut values = match schema["enum"].as_array() {
        Some(values) => values.clone(),
        None => schema
            .get("example")
            .cloned()
            .into_iter()
            .chain(edges(schema))
            .collect(),
    };
    values.retain(|value| validator.is_valid(value));
    values
}

fn edges(schema: &Value) -> Vec<Value> {
    let format = schema["format"].as_str().unwrap_or_default();
    match schema["type"].as_str() {
        Some("string") => strings(format).iter().map(|text| json!(text)).collect(),
        Some("boolean") => vec![json!(false), json!(true)],
        Some("integer") if format == "int32" => vec![json!(0), json!(i32::MIN), json!(i32::MAX)],
        Some("integer") => vec![json!(0), json!(-1), json!(i64::MIN), json!(i64::MAX)],
        Some("number") => vec![json!(0), json!(-1.5), json!(1e300), json!(0.1)],
        Some(other) => panic!("no values for the type {other}"),
        None => anything(),
    }
}

fn strings(format: &str) -> &'static [&'static str] {
    let known = FORMATS.iter().find(|(name, _)| *name == format);
    known.map_or(&STRINGS, |(_, strings)| strings)
}

/// Values for a schema that allows any.
fn anything() -> Vec<Value> {
    let nested = json!({"b": [1, null, {"ä": "\u{0}"}], "a": {"": -0.5}, "null": null});
    vec![
        nested,
        json!([]),
        json!(u64::MAX),
        json!("text"),
        json!(null),
        json!(true),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_valid_values_have_a_turn() {
        let schema = json!({"type": "string", "maxLength": 1, "pattern": "^.+$"});
        assert_eq!(values(&schema), [json!("a"), json!("0")]);
    }

    #[test]
    fn every_format_is_valid_as_listed() {
        for (format, strings) in FORMATS {
            assert_eq!(
                values(&json!({"type": "string", "format": format})).len(),
                strings.len(),
                "{format}"
            );
            assert!(strings.len() < MAX_LENGTH);
        }
    }

    #[test]
    fn every_value_of_an_enum_has_a_turn() {
        let schema = json!({"type": "string", "enum": ["a", "b", "c"]});
        assert_eq!(
            [0, 1, 2, 3].map(|round| pick(&schema, round)),
            ["a", "b", "c", "a"].map(|value| json!(value))
        );
    }
}
