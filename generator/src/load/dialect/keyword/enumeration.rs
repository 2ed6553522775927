//! `enum` whose values are not of the type beside it, or of several types.

use serde_json::{Map, Value, json};

use super::type_list;
use crate::codes::dialect::{ENUM_OF_ARRAY, ENUM_TYPE};
use crate::load::dialect::report::Report;
use crate::load::trail::Trail;

/// Gives the values the type that the schema states, and those of a list's items to the items. Values that cannot have
/// that type, and values of several types without one, become alternatives by type.
pub(super) fn repair(members: &mut Map<String, Value>, trail: &Trail<'_>, report: &mut Report) {
    if !members.get("enum").is_some_and(Value::is_array) {
        return;
    }
    let Some(kind) = members.get("type") else {
        state_types(members);
        return;
    };
    let Some(kind) = only_type(kind).map(str::to_owned) else {
        return;
    };
    match kind.as_str() {
        "string" => convert(members, &kind, trail, report, as_text),
        "integer" => convert(members, &kind, trail, report, as_integer),
        "number" => convert(members, &kind, trail, report, as_number),
        "boolean" | "object" => convert(members, &kind, trail, report, |_| None),
        "array" if lists_scalars(members) => give_to_items(members, trail, report),
        "array" => convert(members, &kind, trail, report, |_| None),
        _ => {}
    }
}

/// Returns the type that a schema states, if that is one beside `null`.
fn only_type(kind: &Value) -> Option<&str> {
    let list = std::slice::from_ref(kind);
    let list = kind.as_array().map_or(list, Vec::as_slice);
    let names = list.iter().filter_map(Value::as_str);
    let mut names = names.filter(|name| *name != "null");
    names.next().filter(|_| names.next().is_none())
}

/// States the types of values that have several, so that they become alternatives of these types.
fn state_types(members: &mut Map<String, Value>) {
    let mut shapes = type_list::SHAPES.iter().chain(&["required"]);
    if shapes.any(|key| members.contains_key(*key)) {
        return;
    }
    let values = members.get("enum").and_then(Value::as_array);
    let values = values.map_or(&[][..], Vec::as_slice);
    let is_scalar = |value: &Value| !value.is_array() && !value.is_object();
    if values.iter().all(is_scalar) {
        let types = types_of(values);
        if types.iter().filter(|kind| **kind != "null").count() > 1 {
            members.insert("type".to_owned(), json!(types));
        }
    }
}

/// Returns the types of `values` in the order of their first values; integers among other numbers are numbers.
fn types_of(values: &[Value]) -> Vec<&'static str> {
    let has_fractions = values.iter().any(Value::is_f64);
    let mut types = Vec::new();
    for value in values {
        let kind = match value {
            Value::Null => "null",
            Value::Bool(_) => "boolean",
            Value::Number(_) if has_fractions => "number",
            Value::Number(_) => "integer",
            Value::String(_) => "string",
            Value::Array(_) => "array",
            Value::Object(_) => "object",
        };
        if !types.contains(&kind) {
            types.push(kind);
        }
    }
    types
}

/// Returns whether a value is of the type called `kind`.
pub(super) fn is_of(value: &Value, kind: &str) -> bool {
    match kind {
        "array" => value.is_array(),
        "object" => value.is_object(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        _ => false,
    }
}

/// Converts the values of another type, if all of them can be; else they become alternatives of their types.
fn convert(
    members: &mut Map<String, Value>,
    kind: &str,
    trail: &Trail<'_>,
    report: &mut Report,
    convert: fn(&Value) -> Option<Value>,
) {
    let Some(values) = members.get_mut("enum").and_then(Value::as_array_mut) else {
        return;
    };
    let fits = |value: &Value| value.is_null() || is_of(value, kind) || is_whole(value, kind);
    let is_typed = values.iter().all(fits);
    let converted: Option<Vec<Value>> = values.iter().map(convert).collect();
    let note = match converted {
        Some(converted) => {
            *values = converted;
            "values are read with and without quotes"
        }
        None if is_typed => return,
        None if type_list::is_composed(members) => return,
        None => {
            split(members, kind, trail, report);
            "they become variants of a union with that type"
        }
    };
    if !is_typed {
        let message = format!("`enum` has values that are not of type `{kind}`");
        report.warn_with_note(&ENUM_TYPE, &trail.member("enum"), message, note);
    }
}

/// A number with a decimal point and no fraction is an integer (JSON Schema Core 2020-12, section 4.2.3).
fn is_whole(value: &Value, kind: &str) -> bool {
    let number = value.as_f64().filter(|_| kind == "integer");
    number.is_some_and(|number| number.fract() == 0.0)
}

/// Makes alternatives of the values, by their types, and of the type called `kind`, which need not be that of a value.
fn split(members: &mut Map<String, Value>, kind: &str, trail: &Trail<'_>, report: &mut Report) {
    let values = members.get("enum").and_then(Value::as_array);
    let mut types = types_of(values.map_or(&[][..], Vec::as_slice));
    let admits_null = members.get("type").is_some_and(Value::is_array);
    if admits_null || types.contains(&"null") {
        members.insert("nullable".to_owned(), Value::Bool(true));
    }
    let is_other = |known: &&str| !matches!((*known, kind), ("null", _) | ("integer", "number"));
    types.retain(|known| is_other(known) && *known != kind);
    let mut names = vec![kind.to_owned()];
    // An integer is a number.
    if kind == "integer" && types.contains(&"number") {
        names.clear();
    }
    names.extend(types.into_iter().map(str::to_owned));
    members.shift_remove("type");
    if let [only] = names.as_slice() {
        members.insert("type".to_owned(), Value::from(only.as_str()));
    } else {
        type_list::split(members, &names, Some(kind), trail, report);
    }
}

fn as_text(value: &Value) -> Option<Value> {
    match value {
        Value::Null | Value::String(_) => Some(value.clone()),
        Value::Number(_) | Value::Bool(_) => Some(Value::String(value.to_string())),
        _ => None,
    }
}

fn as_integer(value: &Value) -> Option<Value> {
    let number = as_number(value)?;
    match number.as_f64() {
        Some(float) if number.is_f64() => format!("{float}").parse::<i64>().ok().map(Value::from),
        _ => Some(number),
    }
}

fn as_number(value: &Value) -> Option<Value> {
    match value {
        Value::Null | Value::Number(_) => Some(value.clone()),
        Value::String(text) => text.trim().parse::<i64>().ok().map(Value::from),
        _ => None,
    }
}

fn lists_scalars(members: &Map<String, Value>) -> bool {
    let values = members.get("enum").and_then(Value::as_array);
    values.is_some_and(|values| {
        !values
            .iter()
            .any(|value| value.is_array() || value.is_object())
    })
}

/// Scalars beside `type: array` are meant for its items.
fn give_to_items(members: &mut Map<String, Value>, trail: &Trail<'_>, report: &mut Report) {
    let at = trail.member("enum");
    report.warn(
        &ENUM_OF_ARRAY,
        &at,
        "`enum` beside `type: array` lists values that are not arrays",
    );
    let values = members.shift_remove("enum").unwrap_or_default();
    let items = members
        .entry("items")
        .or_insert_with(|| Value::Object(Map::new()));
    if let Some(items) = items
        .as_object_mut()
        .filter(|items| !items.contains_key("$ref"))
    {
        report
            .origins
            .moved(trail.member("items").pointer().child("enum"), &at.pointer());
        items.entry("enum").or_insert(values);
    }
}
