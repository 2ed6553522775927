//! Paths and the operations on them.

use serde_json::{Map, Value, json};

use super::context::{Context, Dialect};
use super::table::{Row, add, map};
use super::{bodies, openapi, parameters, responses, security, swagger, texts};

const METHODS: &[&str] = &[
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

const OPERATION: &[Row] = &[
    ("summary", 25, texts::text),
    ("description", 25, texts::text),
    ("tags", 35, |context| {
        json!(texts::names(&mut context.choices, 2))
    }),
    ("deprecated", 6, texts::flag),
    ("security", 15, security::requirements),
    (
        "externalDocs",
        3,
        |context| json!({ "url": texts::address(context) }),
    ),
    ("x-extension", 4, texts::text),
];

const OPERATION_3: &[Row] = &[
    ("requestBody", 35, bodies::body),
    ("servers", 4, openapi::servers),
    (
        "callbacks",
        4,
        |context| json!({ (texts::name(&mut context.choices)): { "{$request.body#/url}": {} } }),
    ),
];

/// A Paths Object.
pub(super) fn paths(context: &mut Context<'_>) -> Value {
    let count = context.choices.below(6);
    (0..count)
        .map(|number| path(number, context))
        .collect::<Map<_, _>>()
        .into()
}

fn path(number: usize, context: &mut Context<'_>) -> (String, Value) {
    let mut names = texts::names(&mut context.choices, 2);
    for name in &mut names {
        name.retain(|letter| !"{}/?#".contains(letter));
    }
    names.retain(|name| !name.is_empty());
    names.dedup();
    let start = format!(
        "/{number}{}",
        context
            .choices
            .one(&["", "/things", "/a.b", "/é", "/:x", "/\"", "/*/"])
    );
    let path = names
        .iter()
        .fold(start, |path, name| format!("{path}/{{{name}}}"));
    (path, path_item(&names, context))
}

fn path_item(names: &[String], context: &mut Context<'_>) -> Value {
    let is_shared = context.choices.chance(30);
    let mut item = Map::new();
    if is_shared {
        let _ = item.insert(
            "parameters".to_owned(),
            parameters::parameters(names, context),
        );
    }
    let of_operation = if is_shared { &[] } else { names };
    let mut methods = context.choices.some(METHODS, 20);
    if methods.is_empty() {
        methods.push(&METHODS[0]);
    }
    for method in methods {
        let _ = item.insert((*method).to_owned(), operation(of_operation, context));
    }
    Value::Object(item)
}

fn operation(names: &[String], context: &mut Context<'_>) -> Value {
    let mut operation = Map::new();
    if context.choices.chance(85) {
        operation.extend(operation_id(context));
    }
    let _ = operation.insert(
        "parameters".to_owned(),
        parameters::parameters(names, context),
    );
    add(&mut operation, OPERATION, context);
    match context.dialect {
        Dialect::Swagger2 => swagger::add_body(&mut operation, context),
        Dialect::OpenApi30 | Dialect::OpenApi31 => add(&mut operation, OPERATION_3, context),
    }
    let _ = operation.insert("responses".to_owned(), responses::responses(context));
    Value::Object(operation)
}

/// A name that no other operation has to the letter.
fn operation_id(context: &mut Context<'_>) -> Option<(String, Value)> {
    let name = texts::name(&mut context.choices);
    let is_new = context.operation_ids.insert(name.clone());
    is_new.then(|| ("operationId".to_owned(), json!(name)))
}

/// Webhooks, which only 3.1 has.
pub(super) fn webhooks(context: &mut Context<'_>) -> Value {
    let names = texts::names(&mut context.choices, 2);
    map(names, context, |context| path_item(&[], context))
}
