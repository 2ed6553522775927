//! `enum` whose values are not of the type beside it.

use serde_json::{Map, Value};

use crate::load::dialect::codes::{ENUM_OF_ARRAY, ENUM_TYPE};
use crate::load::dialect::report::Report;
use crate::load::trail::Trail;

/// Gives the values the type that the schema states, and those of a list's items to the items.
pub(super) fn mend(members: &mut Map<String, Value>, trail: &Trail<'_>, report: &mut Report) {
    let kind = members
        .get("type")
        .and_then(Value::as_str)
        .map(str::to_owned);
    match kind.as_deref() {
        Some("string") => convert(members, trail, report, as_text),
        Some("integer") => convert(members, trail, report, as_integer),
        Some("number") => convert(members, trail, report, as_number),
        Some("boolean") => convert(members, trail, report, as_flag),
        Some("array") => give_to_items(members, trail, report),
        _ => {}
    }
}

/// Converts the values of another type, if all of them can be.
fn convert(
    members: &mut Map<String, Value>,
    trail: &Trail<'_>,
    report: &mut Report,
    convert: fn(&Value) -> Option<Value>,
) {
    let Some(values) = members.get_mut("enum").and_then(Value::as_array_mut) else {
        return;
    };
    let Some(converted) = values.iter().map(convert).collect::<Option<Vec<_>>>() else {
        return;
    };
    let changed: Vec<usize> = (0..values.len())
        .filter(|place| values.get(*place) != converted.get(*place))
        .collect();
    *values = converted;
    for place in changed {
        let list = trail.member("enum");
        report.warn(
            &ENUM_TYPE,
            &Trail::Element(&list, place),
            "this value is not of the schema's type; it is read as if it were",
        );
    }
}

fn as_text(value: &Value) -> Option<Value> {
    match value {
        Value::Null | Value::String(_) => Some(value.clone()),
        Value::Number(_) | Value::Bool(_) => Some(Value::String(value.to_string())),
        _ => None,
    }
}

/// A number with a decimal point and no fraction is an integer (JSON Schema Core 2020-12, section 4.2.3).
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

fn as_flag(value: &Value) -> Option<Value> {
    match value {
        Value::Null | Value::Bool(_) => Some(value.clone()),
        Value::String(text) => text.trim().parse::<bool>().ok().map(Value::from),
        _ => None,
    }
}

/// Scalars beside `type: array` are meant for its items.
fn give_to_items(members: &mut Map<String, Value>, trail: &Trail<'_>, report: &mut Report) {
    let lists_scalars = members
        .get("enum")
        .and_then(Value::as_array)
        .is_some_and(|values| {
            !values
                .iter()
                .any(|value| value.is_array() || value.is_object())
        });
    if !lists_scalars {
        return;
    }
    let at = trail.member("enum");
    report.warn(
        &ENUM_OF_ARRAY,
        &at,
        "this list of values is read as that of the items",
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
