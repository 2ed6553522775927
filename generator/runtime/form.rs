//! `application/x-www-form-urlencoded` bodies.

use super::style::plain;
use serde::ser::Error as _;
use serde_json::Value;

/// The body for an object: members of nested objects as `a[b]`, items of arrays by repeating the name.
///
/// # Errors
///
/// If `value` is not an object.
pub fn encode(value: &Value) -> Result<String, serde_json::Error> {
    let Value::Object(members) = value else {
        return Err(serde_json::Error::custom("a form body must be an object"));
    };
    let mut pairs = Vec::new();
    for (name, value) in members {
        nest(name.clone(), value, &mut pairs);
    }
    Ok(form_urlencoded::Serializer::new(String::new())
        .extend_pairs(&pairs)
        .finish())
}

/// Flattens `value` into `pairs` of names such as `a[b][c]` and plain values; `null` adds nothing.
///
/// Arrays of scalars repeat the name, as exploded `form` does; arrays of containers number their items, since
/// members of different items would run together otherwise.
pub fn nest(name: String, value: &Value, pairs: &mut Vec<(String, String)>) {
    match value {
        Value::Null => {}
        Value::Object(members) => {
            for (member, value) in members {
                nest(format!("{name}[{member}]"), value, pairs);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                nest(item_name(&name, index, item), item, pairs);
            }
        }
        scalar => pairs.push((name, plain(scalar))),
    }
}

fn item_name(name: &str, index: usize, item: &Value) -> String {
    match item {
        Value::Array(_) | Value::Object(_) => format!("{name}[{index}]"),
        _ => name.to_owned(),
    }
}
