//! Responses.

use serde_json::{Map, Value, json};

use super::context::{Context, Dialect};
use super::table::{Row, add, map};
use super::{bodies, references, scalars, schemas, swagger, texts};

const STATUSES: &[&str] = &[
    "200", "200", "200", "201", "204", "2XX", "default", "400", "404", "4XX", "5XX", "302", "101",
    "599",
];

const RESPONSE: &[Row] = &[
    ("content", 75, bodies::content),
    ("headers", 10, headers),
    ("links", 4, scalars::any),
];

/// The responses of an operation.
pub(super) fn responses(context: &mut Context<'_>) -> Value {
    let count = 1 + context.choices.below(3);
    let mut responses = Map::new();
    for _ in 0..count {
        let status = *context.choices.one(STATUSES);
        let _ = responses.insert(status.to_owned(), response(context));
    }
    Value::Object(responses)
}

/// Responses to refer to.
pub(super) fn components(context: &mut Context<'_>) -> Value {
    map(context.components.responses.clone(), context, own)
}

fn response(context: &mut Context<'_>) -> Value {
    let section = match context.dialect {
        Dialect::Swagger2 => "responses",
        Dialect::OpenApi30 | Dialect::OpenApi31 => "components/responses",
    };
    if context.choices.chance(20)
        && let Some(name) = context.choices.any(&context.components.responses)
    {
        return references::to(section, name);
    }
    own(context)
}

fn own(context: &mut Context<'_>) -> Value {
    let mut response = Map::from_iter([("description".to_owned(), texts::text(context))]);
    match context.dialect {
        Dialect::Swagger2 => add(&mut response, swagger::RESPONSE, context),
        Dialect::OpenApi30 | Dialect::OpenApi31 => add(&mut response, RESPONSE, context),
    }
    Value::Object(response)
}

fn headers(context: &mut Context<'_>) -> Value {
    let names = texts::names(&mut context.choices, 2);
    map(
        names,
        context,
        |context| json!({ "schema": schemas::schema(context) }),
    )
}
