//! Scalars: the edges of each type and format.

use clientsmith::diagnostics::Pointer;
use serde_json::{Map, Value, json};

use super::text;
use crate::corpus::raw::{Raw, bound, drop_unsound_patterns, repair};

/// The most scalars of one type for one schema.
const MAX_SCALARS: usize = 10;

/// Longer strings are not made.
const MAX_LENGTH: u64 = 4096;

/// The keywords of scalars.
const KEYWORDS: &[&str] = &[
    "type",
    "const",
    "enum",
    "format",
    "pattern",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
];

/// Strings of formats (RFC 3339, RFC 5321, RFC 9562, RFC 3986), and others that a format or a union may take.
const STRINGS: &[&str] = &[
    "a",
    "2025-05-06T07:08:09Z",
    "2025-05-06T07:08:09.123456789+05:30",
    "2025-05-06",
    "07:08:09Z",
    "6ba7b810-9dad-41d1-80b4-00c04fd430c8",
    "https://example.org/a?b=c#d",
    "a@example.org",
    "192.0.2.1",
    "2001:db8::1",
    "example.org",
    "P1DT2H",
    "",
    "1",
    "Grüße, 世界 🐘",
    "null",
    "YQ==",
    "/a",
];

/// The formats that strings of the list above are written for: there they come first.
const FORMATS: &[(&str, &str)] = &[
    ("date-time", "2025-05-06T07:08:09Z"),
    ("dateTime", "2025-05-06T07:08:09Z"),
    ("datetime", "2025-05-06T07:08:09Z"),
    ("date_time", "2025-05-06T07:08:09Z"),
    ("date", "2025-05-06"),
    ("time", "07:08:09Z"),
    ("uuid", "6ba7b810-9dad-41d1-80b4-00c04fd430c8"),
    ("uri", "https://example.org/a?b=c#d"),
    ("url", "https://example.org/a?b=c#d"),
    ("byte", "YQ=="),
    ("ipv4", "192.0.2.1"),
    ("ipv6", "2001:db8::1"),
    ("duration", "P1DT2H"),
];

/// Values of every scalar type that are valid against what the schemas at `parts` say of scalars.
pub fn scalars(raw: &Raw, parts: &[Pointer]) -> Vec<Value> {
    let schemas: Vec<Map<String, Value>> = parts
        .iter()
        .filter_map(|at| raw.value(at)?.as_object())
        .map(of_scalars)
        .collect();
    let options = jsonschema::draft202012::options().should_validate_formats(true);
    let Ok(validator) = options.build(&json!({"allOf": schemas})) else {
        return Vec::new();
    };
    let mut found: Vec<Value> = Vec::new();
    for values in [
        strings(&schemas),
        numbers(&schemas),
        vec![json!(true), json!(false)],
    ] {
        let mut valid: Vec<Value> = Vec::new();
        for value in values {
            if valid.len() < MAX_SCALARS && !valid.contains(&value) && validator.is_valid(&value) {
                valid.push(value);
            }
        }
        found.append(&mut valid);
    }
    found
}

/// Returns what a schema says of scalars, as JSON Schema.
fn of_scalars(schema: &Map<String, Value>) -> Map<String, Value> {
    let keywords = schema
        .iter()
        .filter(|(keyword, _)| KEYWORDS.contains(&keyword.as_str()));
    let mut schema = keywords
        .map(|(keyword, value)| (keyword.clone(), value.clone()))
        .collect();
    bound(&mut schema);
    repair(&mut schema);
    drop_unsound_patterns(&mut schema);
    schema
}

fn strings(schemas: &[Map<String, Value>]) -> Vec<Value> {
    let texts = |keyword: &'static str| {
        schemas
            .iter()
            .filter_map(move |schema| schema.get(keyword)?.as_str())
    };
    let lengths = |keyword: &'static str| {
        schemas
            .iter()
            .filter_map(move |schema| schema.get(keyword)?.as_u64())
    };
    let of_format = texts("format").filter_map(|format| {
        let mut known = FORMATS.iter();
        known
            .find(|(name, _)| *name == format)
            .map(|(_, text)| (*text).to_owned())
    });
    let of_pattern = texts("pattern").filter_map(text::matching);
    let of_length = lengths("minLength")
        .max()
        .into_iter()
        .chain(lengths("maxLength").min())
        .filter_map(|length| usize::try_from(length.min(MAX_LENGTH)).ok())
        .map(|length| "a".repeat(length));
    let others = STRINGS.iter().map(|text| (*text).to_owned());
    let all = of_format.chain(of_pattern).chain(of_length).chain(others);
    all.map(Value::String).collect()
}

fn numbers(schemas: &[Map<String, Value>]) -> Vec<Value> {
    let bounds = [
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "multipleOf",
    ];
    let bounds = bounds
        .iter()
        .flat_map(|keyword| schemas.iter().filter_map(|schema| schema.get(*keyword)));
    let near = bounds.flat_map(|bound| {
        let integer = bound.as_i64();
        let steps = [-1, 0, 1]
            .into_iter()
            .filter_map(move |step| integer?.checked_add(step));
        let steps: Vec<Value> = steps.map(Value::from).collect();
        let exact = (!is_rounded(bound)).then(|| bound.clone());
        exact.into_iter().chain(steps)
    });
    let is_whole = schemas.iter().any(|schema| {
        schema
            .get("type")
            .is_some_and(|ty| admits(ty, "integer") && !admits(ty, "number"))
    });
    let first = if is_whole { json!(1) } else { json!(1.5) };
    let others = [
        json!(2.0),
        json!(0),
        json!(-1),
        json!(1),
        json!(-0.25),
        json!(3_000_000_000_u32),
        json!(i64::MIN),
        json!(i64::MAX),
    ];
    [first].into_iter().chain(near).chain(others).collect()
}

/// Returns whether a bound is one of 64 bits as programs write it that have no integers of that size, such as
/// 9223372036854776000: it lies beyond what it stands for.
fn is_rounded(bound: &Value) -> bool {
    const BOUNDS: [f64; 3] = [
        9_223_372_036_854_775_808.0,
        -9_223_372_036_854_775_808.0,
        18_446_744_073_709_551_616.0,
    ];
    let is_exact = bound.as_i64().is_some() || bound.as_u64() == Some(u64::MAX);
    !is_exact && bound.as_f64().is_some_and(|bound| BOUNDS.contains(&bound))
}

/// Returns whether a value of `type` can have the type `ty`; integers are numbers.
pub fn admits(named: &Value, ty: &str) -> bool {
    match named {
        Value::String(named) => named == ty || named == "number" && ty == "integer",
        Value::Array(all) => all.iter().any(|named| admits(named, ty)),
        _ => true,
    }
}

/// Returns whether `value` has the type `ty`.
pub fn is_of(value: &Value, ty: &str) -> bool {
    match ty {
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" | "number" => value.is_number(),
        _ => false,
    }
}

/// Returns whether values of `format` are numbers.
pub fn is_number_format(format: &str) -> bool {
    let digits = format.trim_start_matches('u').strip_prefix("int");
    digits.is_some_and(|digits| matches!(digits, "" | "8" | "16" | "32" | "64"))
        || matches!(format, "float" | "double")
}

/// Values of a schema that says nothing.
pub fn anything() -> Vec<Value> {
    vec![
        json!("a"),
        json!({"b": [1, null, {"ä": -0.5}], "": {}}),
        json!([]),
        json!(1),
        json!(true),
    ]
}
