//! Writes parameter values as OAS 3.0.3, "Style Values", has it.

use super::encoding::{self, Encode};
use super::form;
use super::parameter::{Parameter, Style};
use super::query::join;
use serde_json::Value;

/// The `(name, value)` pairs, already encoded, of a query or cookie parameter.
#[must_use]
pub fn pairs(parameter: &Parameter, value: &Value) -> Vec<(String, String)> {
    let encode: Encode = if parameter.reserved {
        encoding::reserved
    } else {
        encoding::unreserved
    };
    let separator = match (parameter.style, parameter.explode) {
        (Style::DeepObject, _) => return deep_object(parameter.name, value, encode),
        (_, true) => return exploded(parameter.name, value, encode),
        (Style::SpaceDelimited, false) => "%20",
        (Style::PipeDelimited, false) => "%7C",
        (_, false) => ",",
    };
    vec![(
        encoding::unreserved(parameter.name),
        joined(value, false, separator, encode),
    )]
}

/// The text of a path or header parameter, its items passed through `encode`.
#[must_use]
pub fn text(parameter: &Parameter, value: &Value, encode: Encode) -> String {
    match parameter.style {
        Style::Label => format!(".{}", joined(value, parameter.explode, ".", encode)),
        Style::Matrix => matrix(parameter, value, encode),
        _ => joined(value, parameter.explode, ",", encode),
    }
}

/// Whether there is nothing to send: `null`, or an array or object without items.
#[must_use]
pub fn is_absent(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.iter().all(Value::is_null),
        Value::Object(members) => members.values().all(Value::is_null),
        _ => false,
    }
}

/// A value without quotes; what is nested deeper than a style provides for becomes JSON text.
#[must_use]
pub fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn matrix(parameter: &Parameter, value: &Value, encode: Encode) -> String {
    if parameter.explode {
        let pairs = exploded(parameter.name, value, encode);
        return format!(";{}", join(&pairs, ";"));
    }
    format!(
        ";{}={}",
        encoding::unreserved(parameter.name),
        joined(value, false, ",", encode)
    )
}

fn joined(value: &Value, explode: bool, separator: &str, encode: Encode) -> String {
    let between = if explode { "=" } else { separator };
    let parts: Vec<String> = match value {
        Value::Array(items) => items
            .iter()
            .filter(|item| !item.is_null())
            .map(|item| encode(&plain(item)))
            .collect(),
        Value::Object(members) => members
            .iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(name, value)| format!("{}{between}{}", encode(name), encode(&plain(value))))
            .collect(),
        scalar => vec![encode(&plain(scalar))],
    };
    parts.join(separator)
}

fn exploded(name: &str, value: &Value, encode: Encode) -> Vec<(String, String)> {
    let pair = |name: &str, value: &Value| (encoding::unreserved(name), encode(&plain(value)));
    match value {
        Value::Array(items) => items
            .iter()
            .filter(|item| !item.is_null())
            .map(|item| pair(name, item))
            .collect(),
        Value::Object(members) => members
            .iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(name, value)| pair(name, value))
            .collect(),
        scalar => vec![pair(name, scalar)],
    }
}

fn deep_object(name: &str, value: &Value, encode: Encode) -> Vec<(String, String)> {
    let mut nested = Vec::new();
    form::nest(name.to_owned(), value, &mut nested);
    nested
        .iter()
        .map(|(name, value)| (encoding::unreserved(name), encode(value)))
        .collect()
}
