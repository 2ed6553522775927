//! How parameter values are written as text: styles (OAS 3.0.3, "Style Values"), and percent-encoding (RFC 3986,
//! section 2) of what a part of a request cannot hold.

use super::body;
use super::parameter::{Items, Location, Parameter, Style};
use super::url::join;
use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, PercentEncode, utf8_percent_encode};
use serde_json::Value;
use std::borrow::Cow;

/// Returns the `(name, value)` pairs, already encoded, of a query or cookie parameter.
#[must_use]
pub fn pairs(parameter: &Parameter, value: &Value) -> Vec<(String, String)> {
    let encode: Encode = match parameter.location {
        Location::Cookie => cookie,
        _ if parameter.reserved => reserved,
        _ => unreserved,
    };
    let writer = Writer::new(parameter, encode);
    let separator = match (parameter.style, parameter.explode) {
        (Style::DeepObject(items), _) => return deep_object(parameter.name, value, items, encode),
        (_, true) => return writer.exploded(parameter.name, value),
        (Style::SpaceDelimited, false) => "%20",
        (Style::PipeDelimited, false) => "%7C",
        (_, false) => ",",
    };
    vec![(
        unreserved(parameter.name),
        writer.joined(value, false, separator),
    )]
}

/// Returns the text of a path or header parameter, its items passed through `encode`.
#[must_use]
pub fn text(parameter: &Parameter, value: &Value, encode: Encode) -> String {
    let (writer, explode) = (Writer::new(parameter, encode), parameter.explode);
    match parameter.style {
        Style::Label => format!(".{}", writer.joined(value, explode, ".")),
        Style::Matrix => writer.matrix(parameter, value),
        _ => writer.joined(value, explode, ","),
    }
}

/// Returns whether there is nothing to send: `null`, or an array or object without items.
#[must_use]
pub fn is_absent(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.iter().all(Value::is_null),
        Value::Object(members) => members.values().all(Value::is_null),
        _ => false,
    }
}

/// Returns a value without quotes; what is nested deeper than a style provides for becomes JSON text.
#[must_use]
pub fn plain(value: &Value) -> Cow<'_, str> {
    match value {
        Value::String(text) => Cow::Borrowed(text),
        other => Cow::Owned(other.to_string()),
    }
}

/// Writes the values in a value.
struct Writer {
    encode: Encode,
    inner_separator: &'static str,
}

impl Writer {
    fn new(parameter: &Parameter, encode: Encode) -> Self {
        Self {
            encode,
            inner_separator: parameter.inner_separator,
        }
    }

    fn item(&self, item: &Value) -> String {
        match item {
            Value::Array(items) if !self.inner_separator.is_empty() => {
                let items = items.iter().map(|item| (self.encode)(&plain(item)));
                items
                    .collect::<Vec<_>>()
                    .join(&(self.encode)(self.inner_separator))
            }
            item => (self.encode)(&plain(item)),
        }
    }

    fn matrix(&self, parameter: &Parameter, value: &Value) -> String {
        if parameter.explode {
            let pairs = self.exploded(parameter.name, value);
            return format!(";{}", join(&pairs, ";"));
        }
        format!(
            ";{}={}",
            unreserved(parameter.name),
            self.joined(value, false, ",")
        )
    }

    fn joined(&self, value: &Value, explode: bool, separator: &str) -> String {
        let between = if explode { "=" } else { separator };
        let parts: Vec<String> = match value {
            Value::Array(items) => present(items).map(|item| self.item(item)).collect(),
            Value::Object(members) => members
                .iter()
                .filter(|(_, value)| !value.is_null())
                .map(|(name, value)| {
                    let (name, value) = ((self.encode)(name), self.item(value));
                    format!("{name}{between}{value}")
                })
                .collect(),
            scalar => return self.item(scalar),
        };
        parts.join(separator)
    }

    fn exploded(&self, name: &str, value: &Value) -> Vec<(String, String)> {
        let pair = |name: &str, value: &Value| (unreserved(name), self.item(value));
        match value {
            Value::Array(items) => present(items).map(|item| pair(name, item)).collect(),
            // A member that is a list is written as if it were a parameter of its own.
            Value::Object(members) => members
                .iter()
                .flat_map(|(name, value)| match value {
                    Value::Array(items) => present(items).map(|item| pair(name, item)).collect(),
                    Value::Null => Vec::new(),
                    value => vec![pair(name, value)],
                })
                .collect(),
            scalar => vec![pair(name, scalar)],
        }
    }
}

fn present(items: &[Value]) -> impl Iterator<Item = &Value> {
    items.iter().filter(|item| !item.is_null())
}

fn deep_object(name: &str, value: &Value, items: Items, encode: Encode) -> Vec<(String, String)> {
    let mut nested = Vec::new();
    body::nest(name.to_owned(), value, items, &mut nested);
    nested
        .iter()
        .map(|(name, value)| (unreserved(name), encode(value)))
        .collect()
}

/// Turns a value into text that may stand in one place of a request.
pub type Encode = fn(&str) -> String;

/// All but the unreserved characters of RFC 3986, section 2.3.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// As [`ESCAPED`], less the reserved characters that may stand in a query value: `#`, `[` and `]` may not by the
/// grammar (section 3.4), `&` and `+` would be read as a separator and a space.
const ESCAPED_IN_QUERY: &AsciiSet = &ESCAPED
    .remove(b':')
    .remove(b'/')
    .remove(b'?')
    .remove(b'@')
    .remove(b'!')
    .remove(b'$')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b',')
    .remove(b';')
    .remove(b'=');

/// What a template may hold literally besides: the first query, its separators, and finished escapes.
const ESCAPED_IN_TEMPLATE: &AsciiSet = &ESCAPED_IN_QUERY.remove(b'&').remove(b'+').remove(b'%');

/// All characters but the `cookie-octet`s of RFC 6265, section 4.1.1.
const ESCAPED_IN_COOKIE: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b',').add(b';').add(b'\\');

/// Returns whether `text` is a valid cookie value without encoding.
#[must_use]
pub fn is_cookie_value(text: &str) -> bool {
    cookie(text) == text
}

/// Encodes the characters that are not allowed in a cookie value.
#[must_use]
pub fn cookie(text: &str) -> String {
    utf8_percent_encode(text, ESCAPED_IN_COOKIE).to_string()
}

/// Encodes everything but unreserved characters.
#[must_use]
pub fn unreserved(text: &str) -> String {
    utf8_percent_encode(text, ESCAPED).to_string()
}

/// Encodes everything but unreserved and harmless reserved characters, for `allowReserved`.
#[must_use]
pub fn reserved(text: &str) -> String {
    utf8_percent_encode(text, ESCAPED_IN_QUERY).to_string()
}

/// Encodes the literal text of a path template.
#[must_use]
pub fn template(text: &str) -> PercentEncode<'_> {
    utf8_percent_encode(text, ESCAPED_IN_TEMPLATE)
}

/// Encodes nothing: header values carry text as it is.
#[must_use]
pub fn verbatim(text: &str) -> String {
    text.to_owned()
}
