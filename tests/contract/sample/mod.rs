//! Values made up from a schema: the least and the most it allows, every enum value, and the edges of scalars.

mod object;
mod scalar;

use serde_json::Value;

use crate::document::Document;

/// From this depth on, only what is required is made up, so that a schema that holds itself comes to an end.
const DEPTH: usize = 8;

/// How much of a schema a value has.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// The required properties alone.
    Required,
    /// Every property.
    Full,
    /// Every property, `null` where it may be.
    Null,
    /// Every property, without items in arrays and members in maps.
    Empty,
}

/// Which value to make up. Each place takes the value after that of the round before, so in enough rounds every value
/// has its turn at every place.
#[derive(Clone, Copy)]
pub struct Plan {
    /// How much of the schema.
    pub extent: Extent,
    /// Which of the values that a place can take.
    pub round: usize,
}

/// Values of `schema` as a server sends them: all that the document makes valid, in kind.
pub fn all(document: &Document, schema: &Value) -> Vec<Value> {
    let once =
        [Extent::Required, Extent::Null, Extent::Empty].map(|extent| Plan { extent, round: 0 });
    let rounds = (0..rounds(document)).map(|round| Plan {
        extent: Extent::Full,
        round,
    });
    let mut samples: Vec<Value> = Vec::new();
    for plan in once.into_iter().chain(rounds) {
        let sample = one(document, schema, plan);
        if !samples.contains(&sample) {
            samples.push(sample);
        }
    }
    samples
}

/// The value of `schema` that `plan` calls for.
pub fn one(document: &Document, schema: &Value, plan: Plan) -> Value {
    value(document, schema, plan, 0)
}

fn value(document: &Document, schema: &Value, plan: Plan, depth: usize) -> Value {
    let schema = document.resolve(schema);
    if plan.extent == Extent::Null && schema["nullable"] == true {
        return Value::Null;
    }
    for choice in ["oneOf", "anyOf"] {
        if let Some(branches) = schema[choice].as_array() {
            return value(
                document,
                &branches[plan.round % branches.len()],
                plan,
                depth + 1,
            );
        }
    }
    match schema["type"].as_str() {
        Some("array") => items(document, schema, plan, depth),
        Some("object") => object::members(document, schema, plan, depth),
        None if schema.get("properties").or(schema.get("allOf")).is_some() => {
            object::members(document, schema, plan, depth)
        }
        _ => scalar::pick(schema, plan.round),
    }
}

fn items(document: &Document, schema: &Value, plan: Plan, depth: usize) -> Value {
    let limit = |keyword: &str| {
        schema[keyword]
            .as_u64()
            .and_then(|limit| usize::try_from(limit).ok())
    };
    let least = limit("minItems").unwrap_or(0);
    let wanted = if plan.extent == Extent::Empty || depth > DEPTH {
        0
    } else {
        2
    };
    let count = wanted
        .max(least)
        .min(limit("maxItems").unwrap_or(usize::MAX));
    let item = |index| Plan {
        round: plan.round + index,
        ..plan
    };
    (0..count)
        .map(|index| value(document, &schema["items"], item(index), depth + 1))
        .collect()
}

/// Enough rounds for the longest list of values that a place in the document can take.
fn rounds(document: &Document) -> usize {
    longest_enum(document.components()).max(scalar::MAX_LENGTH)
}

fn longest_enum(node: &Value) -> usize {
    let own = node["enum"].as_array().map_or(0, Vec::len);
    let children: Box<dyn Iterator<Item = &Value>> = match node {
        Value::Object(members) => Box::new(members.values()),
        Value::Array(items) => Box::new(items.iter()),
        _ => return own,
    };
    children.map(longest_enum).max().unwrap_or(0).max(own)
}
