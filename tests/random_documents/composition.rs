//! Schemas made of schemas.

use serde_json::{Map, Value, json};

use super::context::{Context, Dialect};
use super::schemas::{object, schema};
use super::table::list;
use super::{references, texts};

pub(super) fn one_of(context: &mut Context<'_>) -> Value {
    union("oneOf", context)
}

pub(super) fn any_of(context: &mut Context<'_>) -> Value {
    union("anyOf", context)
}

/// One schema of several parts, perhaps beside members of its own.
pub(super) fn all_of(context: &mut Context<'_>) -> Value {
    let length = 1 + context.choices.below(3);
    let mut schema = if context.choices.chance(25) {
        object(context)
    } else {
        json!({})
    };
    schema["allOf"] = list(length, context, part);
    schema
}

fn part(context: &mut Context<'_>) -> Value {
    match context.choices.below(4) {
        0 => references::schema(context),
        1 => schema(context),
        _ => object(context),
    }
}

pub(super) fn negation(context: &mut Context<'_>) -> Value {
    json!({ "not": schema(context) })
}

/// A choice between schemas, which only 3.1 has.
pub(super) fn conditional(context: &mut Context<'_>) -> Value {
    if context.dialect != Dialect::OpenApi31 {
        return all_of(context);
    }
    json!({ "if": schema(context), "then": schema(context), "else": schema(context) })
}

/// Swagger 2.0 has no unions.
fn union(key: &str, context: &mut Context<'_>) -> Value {
    if context.dialect == Dialect::Swagger2 {
        return all_of(context);
    }
    let length = 1 + context.choices.below(4);
    let mut union = if context.choices.chance(15) {
        object(context)
    } else {
        json!({})
    };
    union[key] = list(length, context, alternative);
    if context.choices.chance(35) {
        union["discriminator"] = discriminator(context);
    }
    union
}

fn alternative(context: &mut Context<'_>) -> Value {
    if context.choices.chance(50) {
        references::schema(context)
    } else {
        schema(context)
    }
}

fn discriminator(context: &mut Context<'_>) -> Value {
    let mut discriminator = json!({ "propertyName": texts::name(&mut context.choices) });
    if context.choices.chance(50) {
        let names = texts::names(&mut context.choices, 4);
        let target = |name| (name, target(context));
        let mapping: Map<String, Value> = names.into_iter().map(target).collect();
        discriminator["mapping"] = Value::Object(mapping);
    }
    discriminator
}

fn target(context: &mut Context<'_>) -> Value {
    match references::schema(context) {
        Value::Object(mut members) => members.remove("$ref").unwrap_or_default(),
        _ => texts::word(context),
    }
}
