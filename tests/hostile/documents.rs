//! Small documents to put hostile things into.

use serde_json::{Map, Value, json};

/// A document with `paths` and `components`.
#[expect(clippy::needless_pass_by_value, reason = "`json!` gives values")]
pub fn document(paths: Value, components: Value) -> Value {
    json!({
        "openapi": "3.0.3",
        "info": { "title": "Hostile", "version": "1" },
        "servers": [{ "url": "https://hostile.example" }],
        "paths": paths,
        "components": components,
    })
}

/// A document with one operation, `get /thing`.
#[expect(clippy::needless_pass_by_value, reason = "`json!` gives values")]
pub fn of_operation(operation: Value) -> Value {
    document(json!({ "/thing": { "get": operation } }), json!({}))
}

/// A document with one operation that takes and gives `schema`, and with `schemas` as its components.
#[expect(clippy::needless_pass_by_value, reason = "`json!` gives values")]
pub fn of_schema(schema: &Value, schemas: Value) -> Value {
    let content = json!({ "application/json": { "schema": schema } });
    let operation = json!({
        "operationId": "put",
        "requestBody": { "required": true, "content": content },
        "responses": { "200": { "description": "Done", "content": content } },
    });
    document(
        json!({ "/thing": { "put": operation } }),
        json!({ "schemas": schemas }),
    )
}

/// A document with the component schemas `schemas`, the first of which is used.
pub fn of_schemas(first: &str, schemas: Value) -> Value {
    of_schema(&reference(first), schemas)
}

/// An operation that gives nothing.
pub fn operation(id: &str) -> Value {
    json!({ "operationId": id, "responses": { "204": { "description": "Done" } } })
}

/// A reference to the component schema `name`.
pub fn reference(name: &str) -> Value {
    let escaped = name
        .replace('~', "~0")
        .replace('/', "~1")
        .replace('%', "%25");
    json!({ "$ref": format!("#/components/schemas/{escaped}") })
}

/// An object with one member.
pub fn one(key: &str, value: Value) -> Value {
    Value::Object(Map::from_iter([(key.to_owned(), value)]))
}

/// The text of a document.
pub fn text(document: &Value) -> Vec<u8> {
    document.to_string().into_bytes()
}
