//! `application/x-www-form-urlencoded` bodies.

use super::parameter::{Items, Parameter};
use super::path::written;
use super::query::join;
use super::style::{self, plain};
use serde::ser::Error as _;
use serde_json::Value;

/// The body for an object: members that are among `fields` as these say; of others, members of nested objects as
/// `a[b]`, arrays by repeating the name, and arrays within objects as `a[b][0]`.
///
/// # Errors
///
/// If `value` is not an object.
pub fn encode(value: &Value, fields: &[Parameter]) -> Result<String, serde_json::Error> {
    let Value::Object(members) = value else {
        return Err(serde_json::Error::custom("a form body must be an object"));
    };
    let present = members.iter().filter(|(_, value)| !style::is_absent(value));
    let parts: Vec<String> = present
        .map(|(name, value)| {
            let field = fields.iter().find(|field| field.name == name);
            field.map_or_else(|| nested(name, value), |field| styled(field, value))
        })
        .collect();
    Ok(parts.join("&"))
}

fn styled(field: &Parameter, value: &Value) -> String {
    join(&style::pairs(field, &written(field, value)), "&")
}

fn nested(name: &str, value: &Value) -> String {
    let mut pairs = Vec::new();
    // Top-level arrays follow the default style `form` with `explode`; `OpenAPI` does not define nested ones.
    let items = match value {
        Value::Array(_) => Items::Repeated,
        _ => Items::Numbered,
    };
    nest(name.to_owned(), value, items, &mut pairs);
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(&pairs)
        .finish()
}

/// Flattens `value` into `pairs` of names such as `a[b][c]` and plain values; `null` adds nothing.
///
/// Arrays of scalars name their items as `items` says; arrays of containers number them, since members of different
/// items would run together otherwise.
pub fn nest(name: String, value: &Value, items: Items, pairs: &mut Vec<(String, String)>) {
    match value {
        Value::Null => {}
        Value::Object(members) => {
            for (member, value) in members {
                nest(format!("{name}[{member}]"), value, items, pairs);
            }
        }
        Value::Array(list) => {
            for (index, item) in list.iter().enumerate() {
                nest(item_name(&name, index, item, items), item, items, pairs);
            }
        }
        scalar => pairs.push((name, plain(scalar).into_owned())),
    }
}

fn item_name(name: &str, index: usize, item: &Value, items: Items) -> String {
    match (item, items) {
        (Value::Array(_) | Value::Object(_), _) | (_, Items::Numbered) => {
            format!("{name}[{index}]")
        }
        (_, Items::Bracketed) => format!("{name}[]"),
        (_, Items::Repeated) => name.to_owned(),
    }
}
