//! The places of a document that a text can stand at.

use serde_json::{Value, json};

use crate::documents::{document, of_operation, of_schema, of_schemas, one, operation, reference};

/// What has to become of the text at a place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// There is a package, and the text is one of its string literals.
    Kept,
    /// There is a package.
    Accepted,
    /// There may be errors, as not every text is allowed here.
    Open,
}

/// A place: what it is called, what becomes of its text, and a document with a text there.
pub type Place = (&'static str, Fate, fn(&str) -> Value);

/// Every place.
pub const PLACES: &[Place] = &[
    ("property", Fate::Kept, property),
    ("enum value", Fate::Kept, |text| {
        of_schemas(
            "A",
            json!({ "A": { "type": "string", "enum": [text, "b"] } }),
        )
    }),
    ("query parameter", Fate::Kept, |text| {
        parameter("query", text)
    }),
    ("operationId", Fate::Accepted, |text| {
        of_operation(operation(text))
    }),
    ("tag", Fate::Accepted, tag),
    ("title", Fate::Accepted, |text| info("title", text)),
    ("version", Fate::Accepted, |text| info("version", text)),
    ("description", Fate::Accepted, |text| {
        info("description", text)
    }),
    ("descriptions", Fate::Accepted, descriptions),
    ("discriminator", Fate::Open, discriminator),
    ("default", Fate::Accepted, |text| {
        let a = json!({ "type": "string", "default": text, "example": text, "pattern": text, "title": text });
        of_schemas(
            "A",
            json!({ "A": { "type": "object", "properties": { "a": a } } }),
        )
    }),
    ("header parameter", Fate::Open, |text| {
        parameter("header", text)
    }),
    ("cookie parameter", Fate::Open, |text| {
        parameter("cookie", text)
    }),
    ("schema name", Fate::Open, |text| {
        let schema = json!({ "type": "object", "properties": { "a": { "type": "string" } } });
        of_schema(&reference(text), one(text, schema))
    }),
    ("security scheme name", Fate::Open, security),
    ("API key name", Fate::Open, |text| {
        let scheme = json!({ "type": "apiKey", "in": "header", "name": text });
        document(json!({}), json!({ "securitySchemes": { "key": scheme } }))
    }),
    ("path", Fate::Open, |text| {
        document(
            one(&format!("/{text}"), json!({ "get": operation("get") })),
            json!({}),
        )
    }),
    ("path parameter", Fate::Open, path_parameter),
    ("server URL", Fate::Open, |text| {
        server(&json!({ "url": text }))
    }),
    ("server path", Fate::Open, |text| {
        server(&json!({ "url": format!("https://hostile.example/{text}"), "description": text }))
    }),
    ("server variable", Fate::Open, |text| {
        let variable = json!({ "default": text, "enum": [text], "description": text });
        let url = format!("https://hostile.example/{{{text}}}");
        server(&json!({ "url": url, "variables": one(text, variable) }))
    }),
    ("media type", Fate::Open, |text| {
        let content = one(text, json!({ "schema": { "type": "string" } }));
        of_operation(json!({ "responses": { "200": { "description": "", "content": content } } }))
    }),
    ("status", Fate::Open, |text| {
        of_operation(json!({ "responses": one(text, json!({ "description": "" })) }))
    }),
    ("type", Fate::Open, |text| {
        of_schemas("A", json!({ "A": { "type": text } }))
    }),
    ("format", Fate::Accepted, |text| {
        of_schemas("A", json!({ "A": { "type": "string", "format": text } }))
    }),
    ("required", Fate::Accepted, |text| {
        of_schemas(
            "A",
            json!({ "A": { "type": "object", "required": [text], "properties": { "a": {} } } }),
        )
    }),
    ("extension", Fate::Open, |text| {
        let extensions = json!({ "type": "string", "enum": ["a"], "x-enum-varnames": [text], "x-enum-descriptions": [text] });
        of_schemas("A", json!({ "A": extensions }))
    }),
    ("reference", Fate::Open, |text| {
        of_schema(&json!({ "$ref": text }), json!({}))
    }),
    (
        "openapi",
        Fate::Open,
        |text| json!({ "openapi": text, "info": {}, "paths": {} }),
    ),
    ("top-level key", Fate::Open, |text| {
        let mut root = of_operation(operation("get"));
        root[text] = json!(text);
        root
    }),
];

fn property(text: &str) -> Value {
    let inner = json!({ "type": "object", "properties": one(text, json!({ "type": "string" })) });
    let properties = one(text, inner);
    of_schemas(
        "A",
        json!({ "A": { "type": "object", "required": [text], "properties": properties } }),
    )
}

fn parameter(place: &str, name: &str) -> Value {
    let schema = json!({ "type": "string", "default": name });
    let parameter = json!({ "name": name, "in": place, "description": name, "schema": schema });
    let mut operation = operation("get");
    operation["parameters"] = json!([parameter]);
    of_operation(operation)
}

fn path_parameter(name: &str) -> Value {
    let parameter =
        json!({ "name": name, "in": "path", "required": true, "schema": { "type": "string" } });
    let mut operation = operation("get");
    operation["parameters"] = json!([parameter]);
    document(
        one(&format!("/a/{{{name}}}/b"), json!({ "get": operation })),
        json!({}),
    )
}

fn tag(text: &str) -> Value {
    let mut operation = operation("get");
    operation["tags"] = json!([text]);
    let mut root = of_operation(operation);
    root["tags"] = json!([{ "name": text, "description": text }]);
    root
}

fn info(key: &str, text: &str) -> Value {
    let mut root = of_operation(operation("get"));
    root["info"][key] = json!(text);
    root
}

fn server(server: &Value) -> Value {
    let mut root = of_operation(operation("get"));
    root["servers"] = json!([server]);
    root
}

fn security(text: &str) -> Value {
    let scheme = json!({ "type": "http", "scheme": "bearer", "description": text });
    let mut root = document(json!({}), json!({ "securitySchemes": one(text, scheme) }));
    root["security"] = json!([one(text, json!([]))]);
    root
}

fn discriminator(text: &str) -> Value {
    let part = json!({ "type": "object", "required": [text], "properties": one(text, json!({ "type": "string" })) });
    let mapping = one(text, json!("#/components/schemas/A"));
    let union = json!({
        "oneOf": [reference("A"), reference("B")],
        "discriminator": { "propertyName": text, "mapping": mapping },
    });
    of_schemas("U", json!({ "U": union, "A": part, "B": part }))
}

/// Every description there is.
fn descriptions(text: &str) -> Value {
    let property = json!({ "type": "string", "enum": ["a"], "description": text });
    let schema = json!({ "type": "object", "title": text, "description": text, "properties": { "a": property } });
    let mut root = of_schema(
        &schema,
        json!({ "A": { "type": "string", "description": text } }),
    );
    let operation = &mut root["paths"]["/thing"]["put"];
    operation["summary"] = json!(text);
    operation["description"] = json!(text);
    operation["requestBody"]["description"] = json!(text);
    operation["responses"]["200"]["description"] = json!(text);
    operation["responses"]["4XX"] = json!({ "description": text });
    operation["parameters"] =
        json!([{ "name": "q", "in": "query", "description": text, "schema": {} }]);
    operation["externalDocs"] = json!({ "url": text, "description": text });
    root["info"]["description"] = json!(text);
    root["servers"][0]["description"] = json!(text);
    root
}
