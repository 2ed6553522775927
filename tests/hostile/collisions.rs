//! Texts that differ in the document and would be one name in Rust, or one file on some disks.

use serde_json::{Value, json};

use crate::documents::{document, of_schemas, operation, text};
use crate::every::every;
use clientsmith_tests::soundness::accepted;

const CLASHES: &[&[&str]] = &[
    &["\u{e9}", "e\u{301}"],
    &["a-b", "a_b", "aB", "AB", "a b", "a.b", "ab"],
    &["\u{1f980}", "\u{1f990}"],
    &["", "_", "__", " "],
    &["$", "%", "&", "*", "-"],
    &["A", "a", "\u{ff21}", "\u{410}"],
    &["type", "r#type", "type_", "Type", "TYPE"],
    &["a\u{200b}b", "ab", "a\u{feff}b"],
    &["A1", "A2", "A", "a_2", "a2_2"],
    &["con", "CON", "aux", "mod", "lib", "main", "general"],
    &["Unknown", "unknown", "Other", "ALL", "all", "as_str", "new"],
];

#[test]
fn properties_keep_apart() {
    each("properties", |texts| {
        let properties = members(
            texts,
            |_| json!({ "type": "object", "properties": { "a": {} } }),
        );
        of_schemas(
            "T",
            json!({ "T": { "type": "object", "properties": properties } }),
        )
    });
}

#[test]
fn schemas_keep_apart() {
    each("schemas", |texts| {
        let schemas = members(
            texts,
            |_| json!({ "type": "object", "properties": { "a": {} } }),
        );
        document(json!({}), json!({ "schemas": schemas }))
    });
}

#[test]
fn enum_values_keep_apart() {
    each("enum values", |texts| {
        of_schemas("T", json!({ "T": { "type": "string", "enum": texts } }))
    });
}

#[test]
fn operations_keep_apart() {
    each("operations", |texts| by_operation(texts, operation));
}

#[test]
fn tags_keep_apart() {
    each("tags", |texts| {
        by_operation(texts, |text| {
            let mut operation = operation(&format!("get {:?}", text.as_bytes()));
            operation["tags"] = json!([text]);
            operation
        })
    });
}

#[test]
fn parameters_keep_apart() {
    each("parameters", |texts| {
        let parameter =
            |name: &&str| json!({ "name": name, "in": "query", "schema": { "type": "string" } });
        let mut operation = operation("get");
        operation["parameters"] = texts.iter().map(parameter).collect();
        document(json!({ "/thing": { "get": operation } }), json!({}))
    });
}

/// Demands a sound package, in which [`unique`](clientsmith_tests::soundness::unique) finds nothing twice, for each clash.
fn each(what: &str, make: fn(&[&str]) -> Value) {
    every(CLASHES, |texts| {
        let _ = accepted(&format!("{what} {texts:?}"), &text(&make(texts)));
    });
}

fn members(texts: &[&str], value: fn(&str) -> Value) -> Value {
    let members = texts.iter().map(|text| ((*text).to_owned(), value(text)));
    Value::Object(members.collect())
}

fn by_operation(texts: &[&str], operation: fn(&str) -> Value) -> Value {
    let items = texts.iter().enumerate();
    let items = items.map(|(place, text)| (format!("/{place}"), json!({ "get": operation(text) })));
    document(Value::Object(items.collect()), json!({}))
}
