//! The URL of a call: the checked base URL, the path template with its placeholders filled, and the query. No URL is
//! built any other way.

use super::api::Operation;
use super::call::Call;
use super::client::Settings;
use super::credential::ResolvedCredential;
use super::error::{ConfigurationError, Error};
use super::parameter::{Location, Parameter};
use super::style;
use percent_encoding::percent_decode_str;
use reqwest::Url;
use serde_json::Value;
use std::borrow::Cow;
use std::net::IpAddr;

/// Returns the base URL with the filled path appended to its own, and the query.
///
/// # Errors
///
/// [`Error::Parameter`] if a path parameter is refused; [`Error::Configuration`] if the operation's own server may not
/// be reached.
pub fn url(call: &Call, credentials: &[&ResolvedCredential]) -> Result<Url, Error> {
    let base_url = operation_base_url(&call.client.settings, call.operation);
    let mut url = base_url.map_err(Error::Configuration)?.into_owned();
    let expanded = expand(call)?;
    // A template can have a query of its own.
    let (path, own_query) = match expanded.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (expanded.as_str(), None),
    };
    let mut whole_path = base_path(&url).to_owned();
    if !path.starts_with('/') {
        whole_path.push('/');
    }
    whole_path.push_str(path);
    url.set_path(&whole_path);
    let query = query(call, credentials);
    let queries = own_query.into_iter().chain([query.as_str()]);
    let queries: Vec<&str> = queries.filter(|query| !query.is_empty()).collect();
    if !queries.is_empty() {
        url.set_query(Some(&queries.join("&")));
    }
    Ok(url)
}

/// Parses the base URL.
///
/// # Errors
///
/// If it is empty, relative or no URL, carries user information, a query or a fragment, or fails [`is_allowed`].
pub fn check_base_url(base_url: &str, allow_http: bool) -> Result<Url, ConfigurationError> {
    if base_url.is_empty() {
        return Err(ConfigurationError::new(
            "the API names no server; call `base_url` on the builder",
        ));
    }
    if base_url.starts_with('/') {
        return Err(ConfigurationError::new(format!(
            "the document gives no host, only the path `{base_url}`; call `base_url` on the builder with a full URL, such as \
             `https://host{base_url}`"
        )));
    }
    let mut url = Url::parse(base_url)
        .map_err(|error| ConfigurationError::new(format!("the base URL is invalid: {error}")))?;
    if has_user_information(&url) {
        return Err(ConfigurationError::new(
            "the base URL must not hold a user name or password",
        ));
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err(ConfigurationError::new(
            "the base URL must not hold a query or fragment",
        ));
    }
    if !is_allowed(&url, allow_http) {
        return Err(ConfigurationError::new(
            "the base URL must use https unless its host is this machine; call `allow_http` to send requests in the clear",
        ));
    }
    let path = base_path(&url).to_owned();
    url.set_path(&path);
    Ok(url)
}

/// Returns the path of a base URL without trailing slashes, fit for appending another path.
#[must_use]
pub fn base_path(base_url: &Url) -> &str {
    base_url.path().trim_end_matches('/')
}

/// Returns where the requests of `operation` go: to its own server, unless the user chose a base URL. A relative one is
/// resolved against the client's (RFC 3986, section 5.2).
///
/// # Errors
///
/// As [`check_base_url`], of a server of the operation's own.
pub fn operation_base_url<'a>(
    settings: &'a Settings,
    operation: &Operation,
) -> Result<Cow<'a, Url>, ConfigurationError> {
    let own = operation.base_url.filter(|_| !settings.is_users_base_url);
    let Some(own) = own else {
        return Ok(Cow::Borrowed(&settings.base_url));
    };
    let url = settings
        .base_url
        .join(own)
        .map_err(|error| error.to_string());
    let checked = url.and_then(|url| {
        let checked = check_base_url(url.as_str(), settings.allow_http);
        checked.map_err(|error| error.to_string())
    });
    checked.map(Cow::Owned).map_err(|problem| {
        ConfigurationError::new(format!("the server `{own}` of {}: {problem}", operation.id))
    })
}

/// Returns whether requests may go to `url`: over https, or over http to this machine or if `allow_http` is set.
#[must_use]
pub fn is_allowed(url: &Url, allow_http: bool) -> bool {
    match url.scheme() {
        "https" => true,
        "http" => allow_http || is_loopback(url),
        _ => false,
    }
}

/// Returns whether `url` carries credentials, which the HTTP library would send as basic authentication.
#[must_use]
pub fn has_user_information(url: &Url) -> bool {
    !url.username().is_empty() || url.password().is_some()
}

/// Returns whether the host of `url` is `localhost` or a loopback address (RFC 6890).
#[must_use]
pub fn is_loopback(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    let address = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost"
        || address
            .parse::<IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}

/// Returns the operation's path with all placeholders replaced by encoded values.
///
/// # Errors
///
/// [`Error::Parameter`] if a value is missing or empty, or would make a segment read as `.` or `..`, which URL
/// parsers remove together with a neighbour (RFC 3986, section 5.2.4).
pub fn expand(call: &Call) -> Result<String, Error> {
    let mut path = String::with_capacity(2 * call.operation.path.len());
    let mut rest = call.operation.path;
    while let Some((literal, name, tail)) = next_placeholder(rest) {
        path.extend(style::template(literal));
        path.push_str(&placeholder(call, name)?);
        rest = tail;
    }
    path.extend(style::template(rest));
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

/// Returns the placeholders that are not among the operation's parameters: single values in style `simple`.
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
    let text = style::text(parameter, &written(parameter, value), style::unreserved);
    if is_dot_segment(&text) {
        return Err(call.refuse(name, "is part of the path and must not be `.` or `..`"));
    }
    Ok(text)
}

/// Returns a value that spans several segments of the path: each of them is encoded, the slashes between them stay.
fn segments(call: &Call, name: &str, text: &str) -> Result<String, Error> {
    if text
        .split('/')
        .any(|segment| segment.is_empty() || is_dot_segment(segment))
    {
        let reason = "spans segments of the path, of which none may be empty, `.` or `..`";
        return Err(call.refuse(name, reason));
    }
    let segments: Vec<String> = text.split('/').map(style::unreserved).collect();
    Ok(segments.join("/"))
}

/// Returns the value in the form its style sees: as it is, or as JSON text.
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

/// Returns all query parameters and keys of a call, encoded and joined with `&`; empty if there are none.
#[must_use]
pub fn query(call: &Call, credentials: &[&ResolvedCredential]) -> String {
    let parameters = call.values_in(Location::Query);
    let mut pairs: Vec<_> = parameters
        .flat_map(|(parameter, value)| style::pairs(parameter, &written(parameter, value)))
        .collect();
    for credential in credentials {
        if let ResolvedCredential::Query { name, value } = credential {
            pairs.push((style::unreserved(name), style::unreserved(value.expose())));
        }
    }
    join(&pairs, "&")
}

/// Writes `name=value` pairs with `separator` between them.
#[must_use]
pub fn join(pairs: &[(String, String)], separator: &str) -> String {
    let pairs: Vec<_> = pairs
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    pairs.join(separator)
}
