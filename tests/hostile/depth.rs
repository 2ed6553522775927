//! Documents that nest ten thousand levels deep, and chains that are as long.

use serde_json::{Map, Value, json};

use crate::documents::{document, of_schema, of_schemas, reference, text};
use crate::isolated::{Case, check_all};

const DEEP: usize = 10_000;

/// As deep as loading lets schemas nest.
const ALLOWED: usize = 50;

#[test]
fn depth_overflows_no_stack() {
    check_all(CASES);
}

pub const CASES: &[Case] = &[
    ("JSON objects", || nested("{\"a\":", "1", "}", DEEP)),
    ("JSON objects, never closed", || {
        nested("{\"a\":", "", "", DEEP)
    }),
    ("JSON arrays", || nested("[", "1", "]", DEEP)),
    ("YAML flow", || {
        [b"a: ".to_vec(), nested("[", "1", "]", DEEP)].concat()
    }),
    ("YAML flow, never closed", || {
        [b"a: ".to_vec(), nested("{a: [", "", "", DEEP)].concat()
    }),
    ("YAML flow, quoted", || {
        [b"a: ".to_vec(), nested("{'a': [", "", "", DEEP)].concat()
    }),
    ("YAML flow, without spaces", || {
        [b"a: x".to_vec(), nested(",-[", "", "", DEEP)].concat()
    }),
    ("YAML blocks", block),
    ("YAML list in list", || {
        [b"a:\n  ".to_vec(), nested("- ", "1", "", DEEP)].concat()
    }),
    ("YAML complex keys", || nested("? ", "1", "", DEEP)),
    ("YAML tags", || nested("!a ", "1", "", DEEP)),
    ("YAML anchors", || nested("&a ", "1", "", DEEP)),
    ("properties", || {
        schema(
            DEEP,
            |inner| json!({ "type": "object", "properties": { "a": inner } }),
        )
    }),
    ("items", || {
        schema(DEEP, |inner| json!({ "type": "array", "items": inner }))
    }),
    ("allOf", || {
        schema(DEEP, |inner| json!({ "allOf": [inner] }))
    }),
    ("oneOf", || {
        schema(DEEP, |inner| json!({ "oneOf": [inner] }))
    }),
    ("not", || schema(DEEP, |inner| json!({ "not": inner }))),
    ("allowed properties", || {
        schema(
            ALLOWED,
            |inner| json!({ "type": "object", "properties": { "a": inner } }),
        )
    }),
    ("allowed items", || {
        schema(ALLOWED, |inner| json!({ "type": "array", "items": inner }))
    }),
    ("allowed maps", || {
        schema(
            ALLOWED,
            |inner| json!({ "type": "object", "additionalProperties": inner }),
        )
    }),
    ("allowed allOf", || {
        schema(
            ALLOWED,
            |inner| json!({ "allOf": [inner, { "type": "object" }] }),
        )
    }),
    ("allowed oneOf", || {
        schema(
            ALLOWED,
            |inner| json!({ "oneOf": [inner, { "type": "string" }] }),
        )
    }),
    ("allowed anyOf null", || {
        schema(
            ALLOWED,
            |inner| json!({ "anyOf": [inner, { "nullable": true, "enum": [null] }] }),
        )
    }),
    ("chain of references", || chain(reference)),
    ("chain of allOf", || {
        chain(|next| json!({ "allOf": [reference(next)] }))
    }),
    ("chain of allOf with members", || {
        chain(
            |next| json!({ "allOf": [reference(next), { "type": "object", "properties": { "a": {} } }] }),
        )
    }),
    ("chain of oneOf", || {
        chain(|next| json!({ "oneOf": [reference(next), { "type": "string" }] }))
    }),
    ("chain of anyOf of one", || {
        chain(|next| json!({ "anyOf": [reference(next)] }))
    }),
    ("chain of lists", || {
        chain(|next| json!({ "type": "array", "items": reference(next) }))
    }),
    ("chain of maps", || {
        chain(|next| json!({ "type": "object", "additionalProperties": reference(next) }))
    }),
    ("chain of members", || {
        chain(
            |next| json!({ "type": "object", "required": ["a"], "properties": { "a": reference(next) } }),
        )
    }),
    ("ring of members", || {
        ring(
            |next| json!({ "type": "object", "required": ["a"], "properties": { "a": reference(next) } }),
        )
    }),
    ("ring of references", || ring(reference)),
    ("ring of allOf", || {
        ring(|next| json!({ "allOf": [reference(next)] }))
    }),
    ("ring of lists", || {
        ring(|next| json!({ "type": "array", "items": reference(next) }))
    }),
    ("ring of unions", || {
        ring(|next| json!({ "oneOf": [reference(next), { "type": "string" }] }))
    }),
    ("chain of parameters", parameters),
    ("pointer of many steps", || {
        text(&of_schema(
            &json!({ "$ref": format!("#{}", "/a".repeat(DEEP)) }),
            json!({}),
        ))
    }),
    ("deep default", || {
        schema(
            1,
            |inner| json!({ "type": "object", "default": array(100), "allOf": [inner] }),
        )
    }),
];

fn nested(open: &str, inner: &str, close: &str, depth: usize) -> Vec<u8> {
    [&open.repeat(depth), inner, &close.repeat(depth)]
        .concat()
        .into_bytes()
}

fn array(depth: usize) -> Value {
    (0..depth).fold(Value::Null, |inner, _| json!([inner]))
}

fn block() -> Vec<u8> {
    let lines = (0..DEEP / 4).map(|depth| " ".repeat(depth) + "a:\n");
    lines.collect::<String>().into_bytes()
}

/// A document whose only schema holds itself `depth` times; made as text, since deep values cannot be dropped.
fn schema(depth: usize, around: fn(&Value) -> Value) -> Vec<u8> {
    let level = around(&json!("HOLE")).to_string();
    let (open, close) = level.split_once("\"HOLE\"").unwrap();
    let schema = [
        &open.repeat(depth),
        "{\"type\":\"integer\"}",
        &close.repeat(depth),
    ]
    .concat();
    let whole = of_schemas("A", json!({ "A": "HOLE" })).to_string();
    whole.replace("\"HOLE\"", &schema).into_bytes()
}

/// Components that refer to the next one each; the last is a string.
fn chain(link: fn(&str) -> Value) -> Vec<u8> {
    linked(link, json!({ "type": "string" }))
}

/// Components that refer to the next one each; the last refers to the first.
fn ring(link: fn(&str) -> Value) -> Vec<u8> {
    linked(link, link("S0"))
}

fn linked(link: fn(&str) -> Value, last: Value) -> Vec<u8> {
    let links = (0..DEEP).map(|place| (format!("S{place}"), link(&format!("S{}", place + 1))));
    let schemas = links.chain([(format!("S{DEEP}"), last)]);
    text(&of_schemas("S0", Value::Object(schemas.collect())))
}

fn parameters() -> Vec<u8> {
    let name = |place: usize| format!("#/components/parameters/P{place}");
    let links = (0..DEEP).map(|place| (format!("P{place}"), json!({ "$ref": name(place + 1) })));
    let last = json!({ "name": "p", "in": "query", "schema": { "type": "string" } });
    let parameters: Map<_, _> = links.chain([(format!("P{DEEP}"), last)]).collect();
    let operation = json!({ "parameters": [{ "$ref": name(0) }], "responses": {} });
    let paths = json!({ "/a": { "get": operation } });
    text(&document(paths, json!({ "parameters": parameters })))
}
