//! Fills path templates. No path is built any other way.

use super::call::Call;
use super::encoding;
use super::error::Error;
use super::operation::Operation;
use super::parameter::{Location, Parameter};
use super::style;
use percent_encoding::percent_decode_str;
use serde_json::Value;
use std::borrow::Cow;

/// The operation's path with all placeholders replaced by encoded values.
///
/// # Errors
///
/// [`Error::Parameter`] if a value is missing or empty, or would make a segment read as `.` or `..`, which URL
/// parsers remove together with a neighbour (RFC 3986, section 5.2.4).
pub fn expand(call: &Call) -> Result<String, Error> {
    let mut path = String::with_capacity(2 * call.operation.path.len());
    let mut rest = call.operation.path;
    while let Some((literal, name, tail)) = next_placeholder(rest) {
        path.extend(encoding::template(literal));
        path.push_str(&placeholder(call, name)?);
        rest = tail;
    }
    path.extend(encoding::template(rest));
    let segments = path.split('?').next().unwrap_or_default();
    if segments.split('/').any(is_dot_segment) {
        return Err(call.refuse(
            call.operation.path,
            "has values that add up to a `.` or `..` segment",
        ));
    }
    Ok(path)
}

fn next_placeholder(template: &str) -> Option<(&str, &str, &str)> {
    let (literal, after) = template.split_once('{')?;
    let (name, tail) = after.split_once('}')?;
    Some((literal, name, tail))
}

/// The placeholders that are not among the operation's parameters: single values in style `simple`.
pub fn plain_placeholders(operation: &'static Operation) -> impl Iterator<Item = &'static str> {
    let mut rest = operation.path;
    let mut seen = Vec::new();
    let names = std::iter::from_fn(move || {
        let (_, name, tail) = next_placeholder(rest)?;
        rest = tail;
        Some(name)
    });
    let is_listed = |name: &str| {
        let mut listed = operation.parameters.iter();
        listed.any(|known| known.location == Location::Path && known.name == name)
    };
    names.filter(move |name| {
        let is_new = !seen.contains(name);
        seen.push(*name);
        is_new && !is_listed(name)
    })
}

static PLAIN: Parameter = Parameter::path("");

fn placeholder(call: &Call, name: &str) -> Result<String, Error> {
    let plain = call.placeholders.iter().find(|(known, _)| *known == name);
    let plain = plain.map(|(_, value)| (&PLAIN, value));
    let mut listed = call.values_in(Location::Path);
    let Some((parameter, value)) = plain.or_else(|| listed.find(|(known, _)| known.name == name))
    else {
        return Err(call.refuse(name, "is part of the path and must have a value"));
    };
    if is_empty(value) {
        return Err(call.refuse(name, "is part of the path and must not be empty"));
    }
    if let (true, Value::String(text)) = (parameter.reserved, value) {
        return segments(call, name, text);
    }
    let text = style::text(parameter, &written(parameter, value), encoding::unreserved);
    if is_dot_segment(&text) {
        return Err(call.refuse(name, "is part of the path and must not be `.` or `..`"));
    }
    Ok(text)
}

/// A value that spans several segments of the path: each of them is encoded, the slashes between them stay.
fn segments(call: &Call, name: &str, text: &str) -> Result<String, Error> {
    if text
        .split('/')
        .any(|segment| segment.is_empty() || is_dot_segment(segment))
    {
        let reason = "spans segments of the path, of which none may be empty, `.` or `..`";
        return Err(call.refuse(name, reason));
    }
    let segments: Vec<String> = text.split('/').map(encoding::unreserved).collect();
    Ok(segments.join("/"))
}

/// The value in the form its style sees: as it is, or as JSON text.
#[must_use]
pub fn written<'a>(parameter: &Parameter, value: &'a Value) -> Cow<'a, Value> {
    if parameter.json {
        Cow::Owned(Value::String(value.to_string()))
    } else {
        Cow::Borrowed(value)
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.iter().all(is_blank),
        other => style::is_absent(other),
    }
}

fn is_blank(item: &Value) -> bool {
    matches!(item, Value::Null) || item.as_str().is_some_and(str::is_empty)
}

/// Decodes twice, because a value that held `%2e` is `%252e` by now and some servers decode again.
fn is_dot_segment(segment: &str) -> bool {
    // Most segments have neither, and need no decoding.
    if !segment.contains(['.', '%']) {
        return false;
    }
    let once = percent_decode_str(segment).decode_utf8_lossy();
    let twice = percent_decode_str(&once).decode_utf8_lossy();
    matches!(twice.as_ref(), "." | "..")
}
