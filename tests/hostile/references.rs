//! References that lead in circles, nowhere, or to something of another kind.

use serde_json::{Map, Value, json};

use crate::documents::{document, of_schema, of_schemas, operation, reference, text};
use crate::every::every;
use crate::isolated::{Case, check_all};
use clientsmith_tests::soundness::{accepted, check, warned};

#[test]
fn circles_end() {
    check_all(CASES);
}

pub const CASES: &[Case] = &[
    ("schema to itself", || {
        schemas(json!({ "A": reference("A") }))
    }),
    ("schemas to each other", || {
        schemas(json!({ "A": reference("B"), "B": reference("A") }))
    }),
    ("allOf of itself", || {
        schemas(json!({ "A": { "allOf": [reference("A")] } }))
    }),
    ("allOf of each other", || {
        schemas(json!({ "A": { "allOf": [reference("B")] }, "B": { "allOf": [reference("A")] } }))
    }),
    ("oneOf of itself", || {
        schemas(json!({ "A": { "oneOf": [reference("A"), { "type": "string" }] } }))
    }),
    ("oneOf of only itself", || {
        schemas(json!({ "A": { "oneOf": [reference("A")] } }))
    }),
    ("anyOf of itself", || {
        schemas(json!({ "A": { "anyOf": [reference("A"), reference("A")] } }))
    }),
    ("list of itself", || {
        schemas(json!({ "A": { "type": "array", "items": reference("A") } }))
    }),
    ("map of itself", || {
        schemas(json!({ "A": { "type": "object", "additionalProperties": reference("A") } }))
    }),
    ("list of lists of each other", || {
        schemas(
            json!({ "A": { "type": "array", "items": reference("B") }, "B": { "type": "array", "items": reference("A") } }),
        )
    }),
    ("required member of its own type", || {
        schemas(
            json!({ "A": { "type": "object", "required": ["a"], "properties": { "a": reference("A") } } }),
        )
    }),
    ("circle through every shape", || {
        schemas(json!({
            "A": { "oneOf": [reference("B"), { "type": "array", "items": reference("A") }] },
            "B": { "allOf": [reference("C"), { "type": "object", "properties": { "a": reference("A") } }] },
            "C": { "type": "object", "additionalProperties": reference("A"), "properties": { "b": reference("B") } },
        }))
    }),
    ("reference into itself", || {
        schemas(json!({ "A": { "$ref": "#/components/schemas/A/properties/a" } }))
    }),
    ("reference to its own inside", || {
        schemas(
            json!({ "A": { "type": "object", "properties": { "a": { "$ref": "#/components/schemas/A/properties/a" } } } }),
        )
    }),
    ("discriminator of itself", || {
        schemas(
            json!({ "A": { "oneOf": [reference("A")], "discriminator": { "propertyName": "a", "mapping": { "a": "#/components/schemas/A" } } } }),
        )
    }),
    ("parameter to itself", || {
        component(
            "parameters",
            |to| json!({ "parameters": [to], "responses": {} }),
        )
    }),
    ("response to itself", || {
        component("responses", |to| json!({ "responses": { "200": to } }))
    }),
    ("body to itself", || {
        component(
            "requestBodies",
            |to| json!({ "requestBody": to, "responses": {} }),
        )
    }),
    ("header to itself", || {
        component(
            "headers",
            |to| json!({ "responses": { "200": { "description": "", "headers": { "a": to } } } }),
        )
    }),
    ("example to itself", || {
        component(
            "examples",
            |to| json!({ "parameters": [{ "name": "a", "in": "query", "schema": {}, "examples": { "a": to } }], "responses": {} }),
        )
    }),
    ("path item to itself", || {
        text(&document(
            json!({ "/a": { "$ref": "#/paths/~1a" } }),
            json!({}),
        ))
    }),
    ("path items to each other", || {
        text(&document(
            json!({ "/a": { "$ref": "#/paths/~1b" }, "/b": { "$ref": "#/paths/~1a" } }),
            json!({}),
        ))
    }),
    ("two paths share one item", || {
        text(&document(
            json!({ "/a": { "get": operation("get") }, "/b": { "$ref": "#/paths/~1a" } }),
            json!({}),
        ))
    }),
    ("security scheme to itself", || {
        let mut root = document(
            json!({}),
            json!({ "securitySchemes": { "a": { "$ref": "#/components/securitySchemes/a" } } }),
        );
        root["security"] = json!([{ "a": [] }]);
        text(&root)
    }),
    ("schema to the document", || {
        schemas(json!({ "A": { "$ref": "#" } }))
    }),
    ("schema to the list of schemas", || {
        schemas(json!({ "A": { "$ref": "#/components/schemas" } }))
    }),
];

#[test]
fn a_long_chain_is_no_circle() {
    let link = |place: usize| (format!("S{place}"), reference(&format!("S{}", place + 1)));
    let last = ("S100".to_owned(), json!({ "type": "string" }));
    let schemas: Map<_, _> = (0..100).map(link).chain([last]).collect();
    let _ = accepted(
        "chain of 100 references",
        &text(&of_schemas("S0", Value::Object(schemas))),
    );
}

fn schemas(schemas: Value) -> Vec<u8> {
    text(&of_schemas("A", schemas))
}

/// A document whose operation refers to a component that refers to itself.
fn component(kind: &str, operation: fn(Value) -> Value) -> Vec<u8> {
    let to = json!({ "$ref": format!("#/components/{kind}/a") });
    let components = json!({ kind: { "a": to } });
    let paths = json!({ "/a": { "get": operation(to.clone()) } });
    text(&document(paths, components))
}

#[test]
fn references_to_nowhere_are_told() {
    let unresolved = [
        "#/components/schemas/B",
        "#/components/schemas/",
        "#/components/schemas/%41%42",
        "#/components/schemas/~",
        "#/components/schemas/~2",
        "#/components/schemas/A/",
        "#/paths/~1thing/put/responses/404",
        "#/paths/0",
        "#B",
    ];
    every(unresolved, |target| {
        warned(target, &to(target), "reference-unresolved");
    });
    let external = [
        "other.yaml",
        "other.yaml#/A",
        "https://hostile.example/a.yaml",
        "/etc/passwd",
        "B",
    ];
    every(external, |target| {
        warned(target, &to(target), "reference-external");
    });
    let repaired = [
        "A",
        "#A",
        "#components/schemas/A",
        "/components/schemas/A",
        " #/components/schemas/A",
        "#/definitions/A",
    ];
    every(repaired, |target| {
        warned(target, &to(target), "reference-repaired");
    });
}

#[test]
fn references_may_be_written_in_every_way() {
    let ways = [
        "#/components/schemas/A",
        "#/components/schemas/%41",
        "#/components%2Fschemas%2FA",
    ];
    every(ways, |target| drop(accepted(target, &to(target))));
}

#[test]
fn references_to_other_things_end_well() {
    let kinds = [
        "",
        "#",
        "#/",
        "#/info",
        "#/components/schemas/A/properties",
        "#/info/title",
        "#/openapi",
        "#/paths",
        "#/servers",
        "#/servers/0",
        "#/servers/00",
    ];
    every(kinds, |target| {
        drop(check(&format!("reference {target:?}"), &to(target)));
    });
    every(
        [json!(null), json!(5), json!([]), json!({}), json!(true)],
        |odd| {
            let document = of_schema(&json!({ "$ref": odd }), json!({}));
            let _ = check(&format!("$ref is {odd}"), &text(&document));
        },
    );
}

fn to(target: &str) -> Vec<u8> {
    let schemas = json!({ "A": { "type": "object", "properties": { "a": { "type": "string" } } } });
    text(&of_schema(&json!({ "$ref": target }), schemas))
}
