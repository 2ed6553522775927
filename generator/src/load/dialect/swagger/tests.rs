//! Whole trees, before and after.

use serde_json::{Value, json};

use crate::diagnostics::{Diagnostic, Pointer};
use crate::load::origins::Origins;

fn upgrade(root: Value) -> (Value, Origins, Vec<Diagnostic>) {
    let (mut origins, mut problems) = (Origins::default(), Vec::new());
    let (upgraded, _) = super::upgrade(root, &mut origins, &mut problems);
    (upgraded, origins, problems)
}

/// Upgrades a document with one operation, `post` of `/a`.
fn operation(operation: Value, mut rest: Value) -> (Value, Origins) {
    rest["swagger"] = json!("2.0");
    rest["paths"]["/a"]["post"] = operation;
    let (mut upgraded, origins, problems) = upgrade(rest);
    assert_eq!(problems, []);
    (upgraded["paths"]["/a"]["post"].take(), origins)
}

#[test]
fn versions_are_texts_or_numbers() {
    for version in [
        json!("2.0"),
        json!("2"),
        json!("2.0.1"),
        json!(2),
        json!(2.0),
    ] {
        assert!(
            super::is_dialect_of(&json!({ "swagger": version })),
            "{version}"
        );
    }
    for version in [
        json!("1.2"),
        json!("20"),
        json!(1.2),
        json!(null),
        json!([2]),
    ] {
        assert!(
            !super::is_dialect_of(&json!({ "swagger": version })),
            "{version}"
        );
    }
}

#[test]
fn samples_and_extensions_are_left_alone() {
    let sample = json!({ "$ref": "#/definitions/A", "x-nullable": true, "type": "file", "discriminator": "x" });
    let schema = json!({ "example": sample, "default": sample, "enum": [sample], "x-any": sample });
    let root = json!({
        "swagger": "2.0",
        "definitions": { "A": schema },
        "x-any": sample,
        "paths": { "x-any": sample, "/a": { "x-any": sample } },
    });
    let (upgraded, ..) = upgrade(root);
    assert_eq!(upgraded["components"]["schemas"]["A"], schema);
    assert_eq!(upgraded["x-any"], sample);
    assert_eq!(
        upgraded["paths"],
        json!({ "x-any": sample, "/a": { "x-any": sample } })
    );
}

#[test]
fn a_schema_of_several_media_types_stands_once() {
    let schema = json!({ "type": "object" });
    let (operation, origins) = operation(
        json!({
            "produces": ["application/xml", "application/json"],
            "responses": { "200": { "description": "", "schema": schema, "examples": { "application/xml": "<a/>", "text/plain": "a" } } },
        }),
        json!({}),
    );
    let place = "/paths/~1a/post/responses/200/content/application~1json/schema";
    let xml = json!({ "schema": { "$ref": format!("#{place}") }, "example": "<a/>" });
    let expected = json!({
        "description": "",
        "content": { "application/xml": xml, "application/json": { "schema": schema } },
        "x-examples": { "text/plain": "a" },
    });
    assert_eq!(operation["responses"]["200"], expected);
    let of = |at: &str| origins.original(&Pointer::parse(at)).as_str().to_owned();
    assert_eq!(
        of(&format!("{place}/type")),
        "/paths/~1a/post/responses/200/schema/type"
    );
    assert_eq!(
        of("/paths/~1a/post/responses/200/content/application~1xml"),
        "/paths/~1a/post/produces/0"
    );
}

#[test]
fn parameters_behind_a_body_keep_their_places() {
    let (operation, origins) = operation(
        json!({
            "parameters": [
                { "name": "b", "in": "body", "schema": { "type": "string" } },
                { "name": "q", "in": "query", "type": "array", "items": { "$ref": "#/paths/~1a/post/parameters/0/schema" }, "x-any": 1 },
            ],
            "responses": {},
        }),
        json!({}),
    );
    let schema = json!({ "type": "array", "items": { "$ref": "#/paths/~1a/post/requestBody/content/application~1json/schema" } });
    let expected =
        json!([{ "name": "q", "in": "query", "x-any": 1, "schema": schema, "explode": false }]);
    assert_eq!(operation["parameters"], expected);
    let of = |at: &str| origins.original(&Pointer::parse(at)).as_str().to_owned();
    assert_eq!(
        of("/paths/~1a/post/parameters/0/schema/items"),
        "/paths/~1a/post/parameters/1/items"
    );
    assert_eq!(
        of("/paths/~1a/post/requestBody/description"),
        "/paths/~1a/post/parameters/0/description"
    );
}

#[test]
fn a_shared_success_takes_the_media_types_of_its_operation() {
    let shared = json!({ "responses": { "Text": { "description": "A text.", "schema": { "type": "string" } } } });
    let reference = json!({ "$ref": "#/responses/Text" });
    let (operation, _) = operation(
        json!({ "produces": ["text/plain"], "responses": { "200": reference, "400": reference } }),
        shared,
    );
    let schema = json!({ "$ref": "#/components/responses/Text/content/application~1json/schema" });
    let success =
        json!({ "description": "A text.", "content": { "text/plain": { "schema": schema } } });
    let error = json!({ "$ref": "#/components/responses/Text" });
    assert_eq!(
        operation["responses"],
        json!({ "200": success, "400": error })
    );
}

#[test]
fn nothing_that_is_wrong_stops_the_upgrade() {
    for wrong in [
        json!(null),
        json!(7),
        json!("x"),
        json!([]),
        json!([[]]),
        json!({}),
        json!({ "x": {} }),
    ] {
        for key in [
            "host",
            "basePath",
            "schemes",
            "consumes",
            "produces",
            "paths",
            "definitions",
            "parameters",
            "responses",
            "securityDefinitions",
            "components",
        ] {
            upgrade(json!({ "swagger": "2.0", key: wrong }));
        }
        for key in ["parameters", "responses", "consumes", "produces", "schemes"] {
            upgrade(
                json!({ "swagger": "2.0", "host": "h", "paths": { "/a": { "get": { key: wrong } } } }),
            );
            upgrade(json!({ "swagger": "2.0", "paths": { "/a": { key: wrong } } }));
        }
        for key in [
            "in",
            "schema",
            "type",
            "items",
            "required",
            "collectionFormat",
            "$ref",
            "name",
        ] {
            for place in ["body", "formData", "query"] {
                let mut parameter = json!({ "name": "n", "in": place });
                parameter[key] = wrong.clone();
                let operation = json!({ "parameters": [parameter], "responses": {} });
                upgrade(json!({ "swagger": "2.0", "paths": { "/a": { "get": operation } } }));
            }
        }
    }
}
