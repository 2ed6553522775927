//! Request bodies: JSON, and `application/x-www-form-urlencoded`.

use super::parameter::{Items, Parameter};
use super::style;
use super::style::plain;
use super::url::{join, written};
use serde::Serialize;
use serde::ser::Error as _;
use serde_json::Value;
use std::cell::Cell;
// region: finite
use super::finite::Finite;
// endregion: finite

thread_local! {
    static IN_REQUEST: Cell<bool> = const { Cell::new(false) };
}

/// Runs `encode` so that members the document marks `readOnly` are left out: they "SHOULD NOT be sent as part of the
/// request" (OpenAPI 3.0.3, "Schema Object"). Written in any other way, for a log or a file, a model keeps them.
pub fn encode_request<R>(encode: impl FnOnce() -> R) -> R {
    let _restore = Restore(IN_REQUEST.replace(true));
    encode()
}

pub(super) fn is_in_request() -> bool {
    IN_REQUEST.get()
}

/// Ends the scope also when encoding panics.
struct Restore(bool);

impl Drop for Restore {
    fn drop(&mut self) {
        IN_REQUEST.set(self.0);
    }
}

/// Serializes `value` to JSON text.
///
/// # Errors
///
/// If `Serialize` fails, or the value contains NaN or an infinity.
pub fn to_json<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, serde_json::Error> {
    let mut text = Vec::with_capacity(128);
    let serializer = &mut serde_json::Serializer::new(&mut text);
    // region: finite
    let serializer = Finite(serializer);
    // endregion: finite
    value.serialize(serializer)?;
    Ok(text)
}

/// Serializes `value` to a JSON value.
///
/// # Errors
///
/// As [`to_json`].
pub fn to_json_value<T: Serialize + ?Sized>(value: &T) -> Result<Value, serde_json::Error> {
    let serializer = serde_json::value::Serializer;
    // region: finite
    let serializer = Finite(serializer);
    // endregion: finite
    value.serialize(serializer)
}

/// Returns the body for an object: members that are among `fields` as these say; of others, members of nested objects
/// as `a[b]`, arrays by repeating the name, and arrays within objects as `a[b][0]`.
///
/// # Errors
///
/// If `value` is not an object.
pub fn to_form(value: &Value, fields: &[Parameter]) -> Result<String, serde_json::Error> {
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
