//! Contents of requests and responses.

use serde_json::{Map, Value, json};

use super::context::Context;
use super::table::{Row, add, map};
use super::{references, scalars, schemas, texts};

const MEDIA_TYPES: &[&str] = &[
    "application/json",
    "application/json",
    "application/json",
    "application/problem+json",
    "application/json; charset=utf-8",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "text/plain",
    "application/octet-stream",
    "*/*",
    "application/xml",
    "text/event-stream",
    "application/x-ndjson",
    "image/*",
    "",
    "no type",
    "APPLICATION/JSON",
];

const MEDIA_TYPE: &[Row] = &[
    ("schema", 95, schemas::schema),
    ("example", 4, scalars::any),
    ("encoding", 3, scalars::any),
];

/// A request body or a reference to one.
pub(super) fn body(context: &mut Context<'_>) -> Value {
    if context.choices.chance(15)
        && let Some(name) = context.choices.any(&context.components.bodies)
    {
        return references::to("components/requestBodies", name);
    }
    own(context)
}

/// Bodies to refer to.
pub(super) fn components(context: &mut Context<'_>) -> Value {
    map(context.components.bodies.clone(), context, own)
}

fn own(context: &mut Context<'_>) -> Value {
    let mut body = json!({ "content": content(context) });
    if context.choices.chance(60) {
        body["required"] = texts::flag(context);
    }
    if context.choices.chance(20) {
        body["description"] = texts::text(context);
    }
    body
}

/// A body by its media types.
pub(super) fn content(context: &mut Context<'_>) -> Value {
    let count = if context.choices.chance(15) {
        context.choices.below(4)
    } else {
        1
    };
    let mut content = Map::new();
    for _ in 0..count {
        let mut members = Map::new();
        add(&mut members, MEDIA_TYPE, context);
        let name = *context.choices.one(MEDIA_TYPES);
        let _ = content.insert(name.to_owned(), Value::Object(members));
    }
    Value::Object(content)
}
