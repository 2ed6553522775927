//! Parameters that are not part of the body: the keywords of their values move into `schema`, and `collectionFormat`
//! becomes `style` and `explode`.

use serde_json::{Map, Value};

use super::context::{Context, MovedNode};
use crate::codes::swagger::{COLLECTION_FORMAT, PARAMETER_INVALID};

/// What OpenAPI 3.0 has beside the schema (OpenAPI 3.0.3, Parameter Object and Header Object); all else is the
/// schema's.
const OWN: &[&str] = &[
    "$ref",
    "name",
    "in",
    "description",
    "required",
    "deprecated",
    "allowEmptyValue",
    "collectionFormat",
    "style",
    "explode",
    "allowReserved",
    "schema",
    "content",
    "example",
    "examples",
];

/// Members that say what values look like; without one of them, a parameter has no type.
const TYPES: &[&str] = &[
    "$ref",
    "type",
    "enum",
    "items",
    "properties",
    "allOf",
    "oneOf",
    "anyOf",
];

/// Returns a parameter, header or reference to one (Swagger 2.0, Parameter Object, Header Object) as one of OpenAPI
/// 3.0.
pub(super) fn upgrade(context: &mut Context<'_>, value: Value, spot: &MovedNode) -> Value {
    context.moved(spot);
    let Value::Object(members) = value else {
        return value;
    };
    if members.contains_key("$ref") {
        return Value::Object(members);
    }
    let (mut own, mut schema) = part(members);
    if let Some(example) = schema.shift_remove("x-example") {
        own.entry("example").or_insert(example);
    }
    let place = own
        .get("in")
        .and_then(Value::as_str)
        .unwrap_or("header")
        .to_owned();
    put_schema(context, &mut own, schema, spot);
    put_style(context, &mut own, &place, spot);
    Value::Object(own)
}

/// Returns the members that stay, and those of the schema.
fn part(members: Map<String, Value>) -> (Map<String, Value>, Map<String, Value>) {
    let is_own = |key: &str| {
        OWN.contains(&key) || (key.starts_with("x-") && !["x-example", "x-nullable"].contains(&key))
    };
    members.into_iter().partition(|(key, _)| is_own(key))
}

fn put_schema(
    context: &mut Context<'_>,
    own: &mut Map<String, Value>,
    said: Map<String, Value>,
    spot: &MovedNode,
) {
    if own.contains_key("content") {
        return;
    }
    let new = spot.new.child("schema");
    let schema = match own.shift_remove("schema") {
        Some(Value::Object(schema)) => {
            context.moved(&spot.to("schema", new));
            said.into_iter().chain(schema).collect()
        }
        _ => {
            context.moved(&MovedNode {
                old: spot.old.clone(),
                new,
            });
            with_type(context, said, spot)
        }
    };
    let mut schema: Map<String, Value> = schema;
    default_inner_format(&mut schema);
    own.insert("schema".to_owned(), Value::Object(schema));
}

/// Adds the default `collectionFormat` of nested arrays, `csv` (Swagger 2.0, Items Object).
fn default_inner_format(schema: &mut Map<String, Value>) {
    let Some(Value::Object(items)) = schema.get_mut("items") else {
        return;
    };
    if items.get("type").and_then(Value::as_str) == Some("array") {
        let commas = || Value::from("csv");
        items.entry("collectionFormat").or_insert_with(commas);
    }
}

/// Returns what a parameter says of its values, which are texts if it says nothing.
pub(super) fn with_type(
    context: &mut Context<'_>,
    mut schema: Map<String, Value>,
    spot: &MovedNode,
) -> Map<String, Value> {
    if !TYPES.iter().any(|key| schema.contains_key(*key)) {
        let (message, note) = ("this parameter has no type", "it is treated as a string");
        context.report_with_note(&PARAMETER_INVALID, message, note, &spot.old);
        schema.insert("type".to_owned(), Value::from("string"));
    }
    schema
}

/// Puts `style` and `explode` in the place of `collectionFormat`, where they are not what is assumed anyway.
fn put_style(
    context: &mut Context<'_>,
    own: &mut Map<String, Value>,
    place: &str,
    spot: &MovedNode,
) {
    let format = own.shift_remove("collectionFormat");
    let is_array = own.get("schema").is_some_and(is_array);
    if !is_array || own.contains_key("style") {
        return;
    }
    let format = format.as_ref().and_then(Value::as_str).unwrap_or("csv");
    let style = style(place, format);
    if !style.is_exact {
        let message = format!("collection format `{format}` has no equivalent here");
        context.report(
            &COLLECTION_FORMAT,
            message,
            &spot.old.child("collectionFormat"),
        );
    }
    if !["form", "simple"].contains(&style.name) {
        own.insert("style".to_owned(), Value::from(style.name));
    }
    if style.explode != (style.name == "form") {
        own.insert("explode".to_owned(), Value::from(style.explode));
    }
}

fn is_array(schema: &Value) -> bool {
    match schema.get("type") {
        Some(kind) => kind == "array",
        None => schema.get("items").is_some(),
    }
}

/// A style (OpenAPI 3.0.3, Parameter Object, Style Values).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Style {
    pub name: &'static str,
    pub explode: bool,
    /// Whether it writes what the format of the collection asks for.
    pub is_exact: bool,
}

/// Formats of queries and forms (Swagger 2.0, Parameter Object, `collectionFormat`).
const OF_QUERIES: &[(&str, &str, bool)] = &[
    ("csv", "form", false),
    ("ssv", "spaceDelimited", false),
    ("pipes", "pipeDelimited", false),
    ("multi", "form", true),
];

/// Returns the style for a format in the place that `in` names. Paths and headers have commas alone.
pub(super) fn style(place: &str, format: &str) -> Style {
    let is_query = ["query", "formData"].contains(&place);
    let fallback = if ["query", "formData", "cookie"].contains(&place) {
        "form"
    } else {
        "simple"
    };
    let row = OF_QUERIES
        .iter()
        .find(|(name, ..)| is_query && *name == format);
    match row {
        Some(&(_, name, explode)) => Style {
            name,
            explode,
            is_exact: true,
        },
        None => Style {
            name: fallback,
            explode: false,
            is_exact: !is_query && format == "csv",
        },
    }
}

#[cfg(test)]
mod style_tests {
    use super::*;

    fn check(place: &str, format: &str, name: &str, explode: bool, is_exact: bool) {
        let found = style(place, format);
        assert_eq!(
            (found.name, found.explode, found.is_exact),
            (name, explode, is_exact),
            "{format} in {place}"
        );
    }

    #[test]
    fn formats_have_styles_by_place() {
        check("query", "csv", "form", false, true);
        check("query", "multi", "form", true, true);
        check("query", "ssv", "spaceDelimited", false, true);
        check("formData", "pipes", "pipeDelimited", false, true);
        check("query", "tsv", "form", false, false);
        check("path", "csv", "simple", false, true);
        check("header", "pipes", "simple", false, false);
        check("path", "multi", "simple", false, false);
    }
}
