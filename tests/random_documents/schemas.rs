//! Schema Objects.

use serde_json::{Map, Value, json};

use super::annotations::annotate;
use super::composition::{all_of, any_of, conditional, negation, one_of};
use super::context::{Context, Dialect};
use super::references;
use super::table::{Make, Row, add, map};
use super::{scalars, texts};

/// Schemas inside each other.
pub(super) const MAX_DEPTH: usize = 5;

const LEAVES: &[Make] = &[
    string,
    references::schema,
    references::schema,
    references::schema,
    integer,
    number,
    boolean,
    enumeration,
    integer_enumeration,
    anything,
    references::anywhere,
];

const NODES: &[Make] = &[
    object,
    object,
    object,
    object,
    array,
    array,
    dictionary,
    one_of,
    any_of,
    all_of,
    all_of,
    negation,
    several_types,
    conditional,
];

const STRING: &[Row] = &[
    ("format", 40, |context| json!(context.choices.one(FORMATS))),
    ("enum", 15, scalars::values),
    ("pattern", 8, scalars::pattern),
    ("minLength", 5, scalars::count),
    ("maxLength", 5, scalars::count),
];

const NUMBER: &[Row] = &[
    ("format", 40, |context| json!(context.choices.one(FORMATS))),
    ("minimum", 10, scalars::number),
    ("maximum", 10, scalars::number),
    ("multipleOf", 4, scalars::number),
];

const ARRAY: &[Row] = &[
    ("minItems", 5, scalars::count),
    ("maxItems", 5, scalars::count),
    ("uniqueItems", 5, texts::flag),
];

const OBJECT: &[Row] = &[
    ("properties", 92, |context| properties(context)),
    ("additionalProperties", 20, schema_or_flag),
    ("minProperties", 3, scalars::count),
    ("maxProperties", 3, scalars::count),
];

const FORMATS: &[&str] = &[
    "int32",
    "int64",
    "uint8",
    "uint64",
    "float",
    "double",
    "decimal",
    "date",
    "date-time",
    "time",
    "password",
    "byte",
    "binary",
    "uuid",
    "uri",
    "email",
    "ipv4",
    "",
    "no such",
];

/// Any schema.
pub(super) fn schema(context: &mut Context<'_>) -> Value {
    let makes = if context.depth >= MAX_DEPTH || !context.choices.chance(45) {
        LEAVES
    } else {
        NODES
    };
    let make = *context.choices.one(makes);
    context.depth += 1;
    let mut schema = make(context);
    if let Value::Object(members) = &mut schema {
        annotate(members, context);
    }
    context.depth -= 1;
    schema
}

/// A schema of members: for components, most of which are such.
pub(super) fn component(context: &mut Context<'_>) -> Value {
    if context.choices.chance(50) {
        object(context)
    } else {
        schema(context)
    }
}

fn typed(name: &str, table: &[Row], context: &mut Context<'_>) -> Value {
    let mut members = Map::from_iter([("type".to_owned(), json!(name))]);
    add(&mut members, table, context);
    Value::Object(members)
}

/// A schema of strings.
pub(super) fn string(context: &mut Context<'_>) -> Value {
    typed("string", STRING, context)
}

fn integer(context: &mut Context<'_>) -> Value {
    typed("integer", NUMBER, context)
}

fn number(context: &mut Context<'_>) -> Value {
    typed("number", NUMBER, context)
}

fn boolean(_: &mut Context<'_>) -> Value {
    json!({ "type": "boolean" })
}

fn enumeration(context: &mut Context<'_>) -> Value {
    let mut schema = json!({ "enum": scalars::values(context) });
    if context.choices.chance(80) {
        schema["type"] = json!("string");
    }
    schema
}

fn integer_enumeration(context: &mut Context<'_>) -> Value {
    json!({ "type": "integer", "enum": scalars::integers(context) })
}

fn anything(context: &mut Context<'_>) -> Value {
    match context.choices.below(3) {
        1 if context.dialect == Dialect::OpenApi31 => json!(true),
        2 => json!({ "type": "object" }),
        _ => json!({}),
    }
}

fn array(context: &mut Context<'_>) -> Value {
    let mut array = typed("array", ARRAY, context);
    array["items"] = schema(context);
    array
}

/// An object, whose required members are not always among its properties.
pub(super) fn object(context: &mut Context<'_>) -> Value {
    let mut object = typed("object", OBJECT, context);
    let names: Vec<String> = object["properties"]
        .as_object()
        .into_iter()
        .flat_map(Map::keys)
        .cloned()
        .collect();
    let mut required: Vec<String> = context
        .choices
        .some(&names, 40)
        .into_iter()
        .cloned()
        .collect();
    if context.choices.chance(6) {
        required.push(texts::name(&mut context.choices));
    }
    required.dedup();
    if !required.is_empty() {
        object["required"] = json!(required);
    }
    object
}

/// Schemas by name.
pub(super) fn properties(context: &mut Context<'_>) -> Value {
    let names = texts::names(&mut context.choices, 6);
    map(names, context, schema)
}

fn dictionary(context: &mut Context<'_>) -> Value {
    json!({ "type": "object", "additionalProperties": schema_or_flag(context) })
}

fn schema_or_flag(context: &mut Context<'_>) -> Value {
    if context.choices.chance(60) {
        schema(context)
    } else {
        texts::flag(context)
    }
}

fn several_types(context: &mut Context<'_>) -> Value {
    if context.dialect != Dialect::OpenApi31 {
        return object(context);
    }
    let types = [
        "string", "null", "integer", "number", "boolean", "array", "object",
    ];
    let mut schema = object(context);
    schema["type"] = json!(context.choices.some(&types, 35));
    schema
}
