//! Wide documents: twice as much takes about twice as long.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::documents::{document, of_schemas, operation, reference, text};
use crate::every::demand_none;
use clientsmith_tests::soundness::run;

/// How much longer twice the work may take. Two is linear, four is quadratic.
const STEEPEST: f64 = 3.5;

/// How often a steep measurement is repeated.
const ATTEMPTS: usize = 3;

/// Below this the clock says too little.
const SHORTEST: Duration = Duration::from_millis(20);

/// A wide document: its name, how wide it is at most, and how to make it in a width.
type Case = (&'static str, usize, fn(usize) -> Value);

const CASES: &[Case] = &[
    ("properties of an object", 20_000, |width| {
        of_schemas(
            "A",
            json!({ "A": { "type": "object", "properties": members(width, |_| json!({ "type": "string" })) } }),
        )
    }),
    ("values of an enum", 20_000, |width| {
        let values: Vec<String> = (0..width).map(|place| format!("value {place}")).collect();
        of_schemas("A", json!({ "A": { "type": "string", "enum": values } }))
    }),
    ("integers of an enum", 20_000, |width| {
        let values: Vec<usize> = (0..width).collect();
        of_schemas("A", json!({ "A": { "type": "integer", "enum": values } }))
    }),
    ("values of equal letters", 4_000, |width| {
        let values: Vec<String> = (1..=width)
            .map(|length| "-".repeat(length % 50) + &"_".repeat(length / 50))
            .collect();
        of_schemas("A", json!({ "A": { "type": "string", "enum": values } }))
    }),
    ("operations", 4_000, |width| {
        document(
            members_at(
                width,
                |place| json!({ "get": operation(&format!("get{place}")) }),
            ),
            json!({}),
        )
    }),
    ("operations without an id", 4_000, |width| {
        document(
            members_at(width, |_| json!({ "get": { "responses": {} } })),
            json!({}),
        )
    }),
    ("operations of one name", 4_000, |width| {
        document(
            members_at(width, |_| json!({ "get": operation("get") })),
            json!({}),
        )
    }),
    ("tags", 2_000, |width| {
        let get = |place| json!({ "get": { "tags": [format!("tag {place}")], "responses": {} } });
        document(members_at(width, get), json!({}))
    }),
    ("parameters of an operation", 4_000, |width| {
        let parameter = |place| json!({ "name": format!("p{place}"), "in": "query", "schema": { "type": "string" } });
        let mut operation = operation("get");
        operation["parameters"] = (0..width).map(parameter).collect();
        document(json!({ "/a": { "get": operation } }), json!({}))
    }),
    ("references to one schema", 10_000, |width| {
        let users = members(
            width,
            |_| json!({ "type": "array", "items": reference("B") }),
        );
        of_schemas(
            "A",
            json!({ "A": { "type": "object", "properties": users }, "B": { "type": "object", "properties": { "b": {} } } }),
        )
    }),
    ("component schemas", 4_000, |width| {
        document(
            json!({}),
            json!({ "schemas": members(width, |_| json!({ "type": "object", "properties": { "a": {} } })) }),
        )
    }),
    ("parts of allOf", 4_000, |width| {
        let part =
            |place: usize| json!({ "type": "object", "properties": { (format!("p{place}")): {} } });
        of_schemas(
            "A",
            json!({ "A": { "allOf": (0..width).map(part).collect::<Vec<_>>() } }),
        )
    }),
    ("alternatives of a union", 2_000, |width| {
        let mut schemas = members(
            width,
            |place| json!({ "type": "object", "required": [format!("p{place}")], "properties": { (format!("p{place}")): {} } }),
        );
        schemas["U"] = json!({ "oneOf": (0..width).map(|place| reference(&format!("m{place}"))).collect::<Vec<_>>() });
        of_schemas("U", schemas)
    }),
    ("alternatives with a discriminator", 2_000, |width| {
        let mut schemas = members(
            width,
            |_| json!({ "type": "object", "required": ["k"], "properties": { "k": { "type": "string" } } }),
        );
        let name = |place: usize| format!("#/components/schemas/m{place}");
        let mapping = members(width, |place| json!(name(place)));
        let alternatives: Vec<_> = (0..width)
            .map(|place| json!({ "$ref": name(place) }))
            .collect();
        schemas["U"] = json!({ "oneOf": alternatives, "discriminator": { "propertyName": "k", "mapping": mapping } });
        of_schemas("U", schemas)
    }),
    ("chain of members", 4_000, |width| {
        let link = |place: usize| json!({ "type": "object", "required": ["a"], "properties": { "a": reference(&format!("m{}", (place + 1) % width)) } });
        of_schemas("m0", members(width, link))
    }),
    ("chain of lists", 4_000, |width| {
        let link = |place: usize| json!({ "type": "array", "items": reference(&format!("m{}", place + 1)) });
        let mut schemas = members(width, link);
        schemas[format!("m{width}")] = json!({ "type": "string" });
        of_schemas("m0", schemas)
    }),
    ("chain of allOf", 1_000, |width| {
        let link = |place: usize| json!({ "allOf": [reference(&format!("m{}", place + 1))] });
        let mut schemas = members(width, link);
        schemas[format!("m{width}")] = json!({ "type": "object", "properties": { "a": {} } });
        of_schemas("m0", schemas)
    }),
    ("lines of a description", 20_000, |width| {
        let description = "- a `list` of *many* <b>lines</b> [a](b)\n".repeat(width);
        of_schemas(
            "A",
            json!({ "A": { "type": "string", "description": description, "enum": ["a"] } }),
        )
    }),
    ("wrong references", 10_000, |width| {
        of_schemas(
            "A",
            json!({ "A": { "type": "object", "properties": members(width, |_| json!({ "$ref": "#/nowhere" })) } }),
        )
    }),
];

#[test]
fn twice_as_wide_is_about_twice_as_long() {
    demand_none(
        &CASES
            .iter()
            .filter_map(|case| too_steep(case, 1))
            .collect::<Vec<_>>(),
    );
}

#[test]
#[ignore = "takes minutes without optimization"]
fn five_times_wider_still_holds() {
    demand_none(
        &CASES
            .iter()
            .filter_map(|case| too_steep(case, 5))
            .collect::<Vec<_>>(),
    );
}

/// The measurements of a case, if none of them was flat enough: a busy machine can make a single one steep.
fn too_steep((name, width, make): &Case, times: usize) -> Option<String> {
    let width = width * times;
    let (half, whole) = (make(width / 2), make(width));
    let mut lines = Vec::new();
    for _ in 0..ATTEMPTS {
        let (short, long) = (time(name, &half), time(name, &whole));
        let ratio = long.as_secs_f64() / short.max(SHORTEST).as_secs_f64();
        lines.push(format!(
            "{name}: {width} in {long:?}, half of it in {short:?}, ratio {ratio:.2}"
        ));
        println!("{}", lines.last()?);
        if ratio <= STEEPEST {
            return None;
        }
    }
    Some(lines.join("\n"))
}

/// The time that reading, generating and, where there is something to say, reporting takes.
fn time(name: &str, document: &Value) -> Duration {
    let bytes = text(document);
    let start = Instant::now();
    if let Err(problems) = run(name, &bytes) {
        drop(problems.render(false));
    }
    start.elapsed()
}

fn members(width: usize, value: impl Fn(usize) -> Value) -> Value {
    Value::Object(
        (0..width)
            .map(|place| (format!("m{place}"), value(place)))
            .collect(),
    )
}

fn members_at(width: usize, value: impl Fn(usize) -> Value) -> Value {
    Value::Object(
        (0..width)
            .map(|place| (format!("/p{place}"), value(place)))
            .collect(),
    )
}
