//! Parameters.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::context::{Context, Dialect};
use super::table::{Row, add, map};
use super::{references, scalars, schemas, swagger, texts};

const PLACES: &[&str] = &["query", "query", "query", "header", "cookie"];

const PARAMETER: &[Row] = &[
    ("description", 25, texts::text),
    ("deprecated", 5, texts::flag),
    ("required", 25, texts::flag),
    ("example", 4, scalars::any),
    ("explode", 15, texts::flag),
];

const QUERY: &[Row] = &[
    ("allowReserved", 8, texts::flag),
    ("allowEmptyValue", 5, texts::flag),
    ("style", 20, |context| {
        json!(
            context
                .choices
                .one(&["form", "spaceDelimited", "pipeDelimited", "deepObject"])
        )
    }),
];

/// Parameters for `names` in the path, and others, no two of one name in one place.
pub(super) fn parameters(names: &[String], context: &mut Context<'_>) -> Value {
    let mut all: Vec<Value> = names.iter().map(|name| in_path(name, context)).collect();
    let count = context.choices.below(4);
    let mut seen = BTreeSet::new();
    for _ in 0..count {
        let place = *context.choices.one(PLACES);
        let name = texts::name(&mut context.choices);
        if seen.insert((place, name.clone())) {
            all.push(parameter(place, &name, context));
        }
    }
    let shared = context
        .choices
        .chance(15)
        .then(|| shared(context))
        .flatten();
    all.into_iter().chain(shared).collect()
}

fn shared(context: &mut Context<'_>) -> Option<Value> {
    let section = match context.dialect {
        Dialect::Swagger2 => "parameters",
        Dialect::OpenApi30 | Dialect::OpenApi31 => "components/parameters",
    };
    let name = context.choices.any(&context.components.parameters)?;
    Some(references::to(section, name))
}

/// Parameters to refer to.
pub(super) fn components(context: &mut Context<'_>) -> Value {
    map(context.components.parameters.clone(), context, |context| {
        let name = format!("shared {}", texts::name(&mut context.choices));
        parameter("query", &name, context)
    })
}

fn in_path(name: &str, context: &mut Context<'_>) -> Value {
    let mut parameter = parameter("path", name, context);
    parameter["required"] = json!(true);
    if context.dialect != Dialect::Swagger2 && context.choices.chance(15) {
        parameter["style"] = json!(context.choices.one(&["simple", "label", "matrix"]));
    }
    parameter
}

fn parameter(place: &str, name: &str, context: &mut Context<'_>) -> Value {
    if context.dialect == Dialect::Swagger2 {
        return swagger::parameter(place, name, context);
    }
    let mut members = serde_json::Map::new();
    let _ = members.insert("name".to_owned(), json!(name));
    let _ = members.insert("in".to_owned(), json!(place));
    add(&mut members, PARAMETER, context);
    if place == "query" {
        add(&mut members, QUERY, context);
    }
    let schema = schemas::schema(context);
    let (key, value) = if context.choices.chance(10) {
        (
            "content",
            json!({ "application/json": { "schema": schema } }),
        )
    } else {
        ("schema", schema)
    };
    let _ = members.insert(key.to_owned(), value);
    Value::Object(members)
}
