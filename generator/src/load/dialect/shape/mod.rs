//! Members of a type that the specification does not allow are read as what they plainly mean, or left out.

mod scalar;
mod schema;

use serde_json::{Map, Value};

use super::report::Report;
use crate::codes::dialect::{MEMBER_NULL, MEMBER_TYPE};
use crate::load::grammar::{Held, Kind, held};
use crate::load::trail::Trail;

pub(super) use schema::discriminator_from;
pub(super) use schema::schema_from;

/// Repairs the members of an object of `kind`.
pub(super) fn repair(
    members: &mut Map<String, Value>,
    kind: Kind,
    trail: &Trail<'_>,
    report: &mut Report,
) {
    let faulty: Vec<(String, Held)> = members
        .iter()
        .filter_map(|(key, value)| Some((key, value, held(kind, key)?)))
        .filter(|(_, value, held)| !fits(value, *held))
        .map(|(key, _, held)| (key.clone(), held))
        .collect();
    for (key, held) in faulty {
        repair_member(members, &key, held, trail, report);
    }
}

fn repair_member(
    members: &mut Map<String, Value>,
    key: &str,
    held: Held,
    trail: &Trail<'_>,
    report: &mut Report,
) {
    let Some(value) = members.get_mut(key) else {
        return;
    };
    let at = trail.member(key);
    if value.is_null() {
        report.warn(&MEMBER_NULL, &at, format!("`{key}` is null"));
        members.shift_remove(key);
        return;
    }
    if matches!((held, &*value), (Held::List(_), Value::Object(_))) {
        let at = at.pointer();
        report.origins.moved(at.index(0), &at);
    }
    let (found, wanted) = (type_name(value), wanted(held));
    let message = format!("expected {wanted} as `{key}`, found {found}");
    let note = if let Some(repaired) = meant(value.take(), held) {
        *value = repaired;
        format!("it is read as {wanted}")
    } else {
        members.shift_remove(key);
        "it is ignored".to_owned()
    };
    report.warn_with_note(&MEMBER_TYPE, &at, message, note);
}

/// Returns whether a value is of the type that its place asks for. What a single object is like is seen when it is
/// visited.
fn fits(value: &Value, held: Held) -> bool {
    match held {
        Held::One(_) => !value.is_null(),
        Held::List(_) => value
            .as_array()
            .is_some_and(|items| !items.iter().any(Value::is_null)),
        Held::Map(_) => value.is_object(),
        Held::Text => value.is_string(),
        Held::Texts => value
            .as_array()
            .is_some_and(|items| items.iter().all(Value::is_string)),
        Held::Flag => value.is_boolean(),
        Held::Number => value.is_number(),
        Held::Count => value.is_u64(),
        Held::Values => value.is_array(),
    }
}

/// Returns what a value of the wrong type stands for, if that is plain. Some languages know one kind of collection
/// only, and write an empty object as `[]` or a list as an object with numbers for keys.
fn meant(value: Value, held: Held) -> Option<Value> {
    let value = match (value, held) {
        (Value::Array(items), Held::Map(_)) if items.is_empty() => return Some(empty()),
        (Value::Object(members), Held::List(_) | Held::Texts | Held::Values)
            if is_numbered(&members) =>
        {
            Value::Array(members.into_iter().map(|(_, value)| value).collect())
        }
        (value, _) => value,
    };
    if fits(&value, held) {
        return Some(value);
    }
    match held {
        Held::Text => scalar::text(&value).map(Value::String),
        Held::Flag => scalar::flag(&value).map(Value::Bool),
        Held::Number => scalar::number(&value).map(Value::Number),
        Held::Count => scalar::count(&value).map(Value::from),
        Held::Values => Some(Value::Array(vec![value])),
        Held::Texts => texts(value),
        Held::List(_) => list(value),
        Held::Map(_) | Held::One(_) => None,
    }
}

fn empty() -> Value {
    Value::Object(Map::new())
}

/// Returns whether the keys of an object are those of a list; those of an empty one are.
fn is_numbered(members: &Map<String, Value>) -> bool {
    members.keys().all(|key| key.parse::<usize>().is_ok())
}

/// Makes an empty object of an empty list, where one of `kind` belongs.
pub(super) fn object_from(value: &mut Value, kind: Kind, trail: &Trail<'_>, report: &mut Report) {
    let is_empty = value.as_array().is_some_and(Vec::is_empty);
    if is_empty && kind != Kind::Document {
        let message = "expected an object, found an empty array";
        report.warn_with_note(
            &MEMBER_TYPE,
            trail,
            message,
            "it is read as an empty object",
        );
        *value = empty();
    }
}

fn texts(value: Value) -> Option<Value> {
    let values = match value {
        Value::Array(values) => values,
        value @ Value::String(_) => vec![value],
        _ => return None,
    };
    let texts = values.iter().filter_map(scalar::text);
    Some(texts.map(Value::String).collect())
}

/// A single object stands for a list of one; what is null in a list is left out.
fn list(value: Value) -> Option<Value> {
    match value {
        Value::Array(values) => Some(
            values
                .into_iter()
                .filter(|value| !value.is_null())
                .collect(),
        ),
        value @ Value::Object(_) => Some(Value::Array(vec![value])),
        _ => None,
    }
}

fn wanted(held: Held) -> &'static str {
    match held {
        Held::One(_) | Held::Map(_) => "an object",
        Held::List(_) => "an array of objects",
        Held::Text => "a string",
        Held::Texts => "an array of strings",
        Held::Flag => "a boolean",
        Held::Number => "a number",
        Held::Count => "a non-negative integer",
        Held::Values => "an array",
    }
}

/// Returns the type of a value as a person would say it.
pub(super) fn type_name(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(values) if values.iter().any(Value::is_null) => "an array with null in it",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}
