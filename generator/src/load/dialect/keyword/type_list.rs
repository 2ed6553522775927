//! `type` as a list, contradicted by other keywords, or of integers and strings as Kubernetes writes them.

use hashbrown::HashSet;
use serde_json::{Map, Value, json};

use super::enumeration::is_of;
use crate::codes::dialect::{TYPE_CONTRADICTS, TYPE_NULL};
use crate::load::dialect::report::Report;
use crate::load::trail::Trail;

/// Keywords that speak of values of one type only.
const KEYWORDS: &[(&str, &[&str])] = &[
    (
        "array",
        &[
            "items",
            "prefixItems",
            "minItems",
            "maxItems",
            "uniqueItems",
            "contains",
        ],
    ),
    (
        "object",
        &[
            "properties",
            "required",
            "additionalProperties",
            "patternProperties",
            "minProperties",
            "maxProperties",
            "propertyNames",
            "discriminator",
        ],
    ),
    (
        "string",
        &[
            "minLength",
            "maxLength",
            "pattern",
            "contentEncoding",
            "contentMediaType",
        ],
    ),
    (
        "number",
        &[
            "minimum",
            "maximum",
            "multipleOf",
            "exclusiveMinimum",
            "exclusiveMaximum",
        ],
    ),
    (
        "integer",
        &[
            "minimum",
            "maximum",
            "multipleOf",
            "exclusiveMinimum",
            "exclusiveMaximum",
        ],
    ),
    ("boolean", &[]),
];

/// `null` among the types becomes a flag; several others become alternatives.
pub(super) fn upgrade(members: &mut Map<String, Value>, trail: &Trail<'_>, report: &mut Report) {
    let types = match members.get("type") {
        Some(Value::Array(types)) => types.iter().map(name).collect(),
        Some(Value::String(only)) if only == "null" => vec!["null".to_owned()],
        Some(Value::Null) => vec!["null".to_owned()],
        _ => return,
    };
    let (nulls, mut types): (Vec<String>, Vec<String>) =
        types.into_iter().partition(|name| name == "null");
    // Each type once: every one of them gets a copy of its keywords.
    let mut seen = HashSet::new();
    types.retain(|name| seen.insert(name.clone()));
    // An integer is a number.
    if types.iter().any(|name| name == "number") {
        types.retain(|name| name != "integer");
    }
    members.shift_remove("type");
    if !nulls.is_empty() {
        members.insert("nullable".to_owned(), Value::Bool(true));
        if types.is_empty() {
            be_null(members, trail, report);
        }
    }
    if let [only] = types.as_slice() {
        members.insert("type".to_owned(), Value::from(only.as_str()));
    } else if !is_everything(&types) && !is_composed(members) {
        split(members, &types, None, trail, report);
    }
}

/// Keywords that say which values there are beside `null`.
pub(super) const SHAPES: &[&str] = &[
    "$ref",
    "additionalProperties",
    "allOf",
    "anyOf",
    "items",
    "oneOf",
    "properties",
];

/// Leaves `null` as the only value, unless other keywords speak of other values.
fn be_null(members: &mut Map<String, Value>, trail: &Trail<'_>, report: &mut Report) {
    let values = members.get("enum").and_then(Value::as_array);
    let lists_others = values.is_some_and(|values| !values.iter().all(Value::is_null));
    let shape = SHAPES.iter().find(|key| members.contains_key(**key));
    let Some(shape) = shape.copied().or(lists_others.then_some("enum")) else {
        members.insert("enum".to_owned(), json!([null]));
        return;
    };
    let message = format!("`type: null` beside `{shape}`");
    report.warn(&TYPE_NULL, &trail.member("type"), message);
}

/// Returns the name of a type; YAML reads an unquoted `null` as no text.
fn name(value: &Value) -> String {
    crate::load::plain(value)
}

/// Returns whether every value is of one of these types.
fn is_everything(types: &[String]) -> bool {
    let is_listed = |name: &str| types.iter().any(|listed| listed == name);
    ["array", "boolean", "number", "object", "string"]
        .into_iter()
        .all(is_listed)
}

/// Returns whether other keywords already say which values there are.
pub(super) fn is_composed(members: &Map<String, Value>) -> bool {
    ["$ref", "allOf", "anyOf", "oneOf"]
        .iter()
        .any(|key| members.contains_key(*key))
}

/// Makes one alternative of each type, with the keywords that speak of it. Where `enum` lists no value of a type, that
/// type is none, unless it is `unlisted`.
pub(super) fn split(
    members: &mut Map<String, Value>,
    types: &[String],
    unlisted: Option<&str>,
    trail: &Trail<'_>,
    report: &mut Report,
) {
    let alternatives: Vec<Value> = types
        .iter()
        .filter_map(|name| alternative(members, name, unlisted == Some(name.as_str())))
        .collect();
    if alternatives.is_empty() {
        return;
    }
    let (any_of, own) = (trail.member("anyOf").pointer(), trail.pointer());
    for place in 0..alternatives.len() {
        report.origins.moved(any_of.index(place), &own);
    }
    let is_kept = |key: &str| !KEYWORDS.iter().any(|(_, keywords)| keywords.contains(&key));
    members.retain(|key, _| is_kept(key) && !matches!(key.as_str(), "format" | "enum" | "const"));
    members.insert("anyOf".to_owned(), Value::Array(alternatives));
}

/// Returns the keywords that speak of values of the type called `name`.
pub(super) fn keywords(name: &str) -> &'static [&'static str] {
    let mut known = KEYWORDS.iter();
    known
        .find(|(of, _)| *of == name)
        .map_or(&[][..], |(_, keywords)| keywords)
}

fn alternative(members: &Map<String, Value>, name: &str, is_unlisted: bool) -> Option<Value> {
    let mut alternative = Map::new();
    alternative.insert("type".to_owned(), Value::from(name));
    for keyword in keywords(name) {
        if let Some(value) = members.get(*keyword) {
            alternative.insert((*keyword).to_owned(), value.clone());
        }
    }
    if let Some(format) = members
        .get("format")
        .filter(|_| matches!(name, "string" | "number" | "integer"))
    {
        alternative.insert("format".to_owned(), format.clone());
    }
    if let Some(values) = members.get("enum").and_then(Value::as_array) {
        let own: Vec<Value> = values
            .iter()
            .filter(|value| is_of(value, name))
            .cloned()
            .collect();
        if !own.is_empty() {
            alternative.insert("enum".to_owned(), Value::Array(own));
        } else if !is_unlisted {
            return None;
        }
    }
    Some(Value::Object(alternative))
}

/// Keywords that speak of the members of objects.
const OF_OBJECTS: &[&str] = &["additionalProperties", "patternProperties", "properties"];

/// Keywords that speak of the items of arrays.
const OF_ARRAYS: &[&str] = &["items", "prefixItems"];

/// `items` beside `type: object`, and `properties` beside `type: array`: where keywords agree with the type, the others
/// are left out, and where none does, values of both types are read.
pub(super) fn upgrade_contradiction(
    members: &mut Map<String, Value>,
    trail: &Trail<'_>,
    report: &mut Report,
) {
    let (kind, own, other, others) = match members.get("type").and_then(Value::as_str) {
        Some("object") => ("object", OF_OBJECTS, "array", OF_ARRAYS),
        Some("array") => ("array", OF_ARRAYS, "object", &["properties"][..]),
        _ => return,
    };
    let mut contradicting = others.iter().filter(|key| says_more(members, key));
    let Some(keyword) = contradicting.next().copied() else {
        return;
    };
    let is_settled = own.iter().any(|key| says_more(members, key)) || is_composed(members);
    let note = if is_settled {
        format!("`{keyword}` is ignored")
    } else {
        format!("values of type `{kind}` and of type `{other}` are both read")
    };
    let message = format!("`{keyword}` contradicts `type: {kind}`");
    report.warn_with_note(&TYPE_CONTRADICTS, &trail.member(keyword), message, note);
    if is_settled {
        members.retain(|key, _| !others.contains(&key.as_str()));
    } else {
        members.shift_remove("type");
        let types = [other.to_owned(), kind.to_owned()];
        split(members, &types, None, trail, report);
    }
}

/// Returns whether a schema has a keyword that says something.
fn says_more(members: &Map<String, Value>, key: &str) -> bool {
    members.get(key).is_some_and(|value| match value {
        Value::Object(schema) => !schema.is_empty(),
        Value::Array(schemas) => !schemas.is_empty(),
        _ => false,
    })
}

/// The format that says so beside `type: string`, and the extension that says so without it.
pub(super) const FORMAT: &str = "int-or-string";
const EXTENSION: &str = "x-kubernetes-int-or-string";

/// Keywords of the alternative that is a string, and of the one that is an integer.
const OF_STRINGS: &[&str] = &["pattern", "minLength", "maxLength"];
const OF_INTEGERS: &[&str] = &[
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
];

/// Makes two alternatives of such a schema, unless it has others.
pub(super) fn upgrade_int_or_string(
    members: &mut Map<String, Value>,
    trail: &Trail<'_>,
    report: &mut Report,
) {
    let has_format = members.get("format").and_then(Value::as_str) == Some(FORMAT);
    if !has_format && members.get(EXTENSION) != Some(&Value::Bool(true)) {
        return;
    }
    if has_format {
        members.shift_remove("format");
    }
    let is_composed = ["$ref", "enum", "allOf", "anyOf", "oneOf"]
        .iter()
        .any(|key| members.contains_key(*key));
    if is_composed {
        return;
    }
    if has_null(members.shift_remove("type").as_ref()) {
        members.insert("nullable".to_owned(), Value::Bool(true));
    }
    let alternatives =
        [("integer", OF_INTEGERS), ("string", OF_STRINGS)].map(|(kind, keywords)| {
            let own = keywords
                .iter()
                .filter_map(|key| members.shift_remove_entry(*key));
            [("type".to_owned(), json!(kind))]
                .into_iter()
                .chain(own)
                .collect::<Map<_, _>>()
        });
    let (any_of, own) = (trail.member("anyOf").pointer(), trail.pointer());
    for place in 0..alternatives.len() {
        report.origins.moved(any_of.index(place), &own);
    }
    members.insert("anyOf".to_owned(), json!(alternatives));
}

fn has_null(kind: Option<&Value>) -> bool {
    let kinds = kind.and_then(Value::as_array);
    kinds.is_some_and(|kinds| kinds.iter().any(|kind| kind == "null" || kind.is_null()))
}
