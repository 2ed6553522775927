//! Documents of Swagger 2.0.

use serde_json::{Map, Value, json};

use super::context::Context;
use super::table::{Row, add, map};
use super::{
    components, openapi, operations, parameters, responses, scalars, schemas, security, texts,
};

const ROOT: &[Row] = &[
    ("host", 60, |context| {
        json!(
            context
                .choices
                .one(&["example.com", "localhost:80", "", "a b", "{x}.example"])
        )
    }),
    ("basePath", 60, |context| {
        json!(context.choices.one(&["/v1", "/", "", "v1"]))
    }),
    ("schemes", 60, |context| {
        json!(context.choices.some(&["https", "http", "ws"], 50))
    }),
    ("consumes", 40, media_types),
    ("produces", 40, media_types),
    ("security", 25, security::requirements),
    ("tags", 20, openapi::tags),
    ("definitions", 100, components::all_schemas),
    ("parameters", 100, parameters::components),
    ("responses", 100, responses::components),
    ("securityDefinitions", 100, security::components),
];

/// The members of a Response Object.
pub(super) const RESPONSE: &[Row] = &[
    ("schema", 75, schemas::schema),
    ("headers", 10, |context| {
        map(texts::names(&mut context.choices, 2), context, plain)
    }),
    (
        "examples",
        5,
        |context| json!({ "application/json": scalars::any(context) }),
    ),
];

const PARAMETER: &[Row] = &[
    ("description", 25, texts::text),
    ("required", 25, texts::flag),
    ("collectionFormat", 15, collection_format),
    ("allowEmptyValue", 5, texts::flag),
    ("default", 5, scalars::any),
    ("enum", 5, scalars::values),
];

const MEDIA_TYPES: &[&str] = &[
    "application/json",
    "application/xml",
    "text/plain",
    "multipart/form-data",
    "application/x-www-form-urlencoded",
];

/// The whole document.
pub(super) fn root(context: &mut Context<'_>) -> Value {
    let mut root = Map::new();
    let _ = root.insert("swagger".to_owned(), json!("2.0"));
    let _ = root.insert("info".to_owned(), openapi::info(context));
    let _ = root.insert("paths".to_owned(), operations::paths(context));
    add(&mut root, ROOT, context);
    Value::Object(root)
}

/// A parameter that is neither body nor form, typed without a schema.
pub(super) fn parameter(place: &str, name: &str, context: &mut Context<'_>) -> Value {
    let mut members = Map::new();
    let _ = members.insert("name".to_owned(), json!(name));
    let place = if place == "cookie" { "header" } else { place };
    let _ = members.insert("in".to_owned(), json!(place));
    if let Value::Object(plain) = plain(context) {
        members.extend(plain);
    }
    add(&mut members, PARAMETER, context);
    Value::Object(members)
}

/// Adds a body, or a form, or neither to an operation.
pub(super) fn add_body(operation: &mut Map<String, Value>, context: &mut Context<'_>) {
    let body = match context.choices.below(3) {
        0 => return,
        1 => vec![json!({ "name": "body", "in": "body", "schema": schemas::schema(context) })],
        _ => form(context),
    };
    if let Some(Value::Array(parameters)) = operation.get_mut("parameters") {
        parameters.extend(body);
    }
    if context.choices.chance(40) {
        let _ = operation.insert("consumes".to_owned(), media_types(context));
    }
}

fn form(context: &mut Context<'_>) -> Vec<Value> {
    let names = texts::names(&mut context.choices, 3);
    let field = |name: &String| {
        if context.choices.chance(20) {
            json!({ "name": name, "in": "formData", "type": "file" })
        } else {
            parameter("formData", name, context)
        }
    };
    names.iter().map(field).collect()
}

/// A type without a schema.
fn plain(context: &mut Context<'_>) -> Value {
    match context.choices.below(5) {
        0 => json!({ "type": "string" }),
        1 => json!({ "type": "integer", "format": "int32" }),
        2 => json!({ "type": "boolean" }),
        3 => json!({ "type": "number" }),
        _ => {
            json!({ "type": "array", "items": { "type": "string" }, "collectionFormat": collection_format(context) })
        }
    }
}

fn collection_format(context: &mut Context<'_>) -> Value {
    json!(
        context
            .choices
            .one(&["csv", "ssv", "tsv", "pipes", "multi"])
    )
}

fn media_types(context: &mut Context<'_>) -> Value {
    json!(context.choices.some(MEDIA_TYPES, 40))
}
