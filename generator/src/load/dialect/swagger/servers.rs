//! `host`, `basePath` and `schemes` become `servers`.

use serde_json::{Map, Value, json};

use super::context::{Context, MovedNode};
use crate::codes::swagger::{HOST_INVALID, MEMBER_INVALID, SCHEME_IGNORED};
use crate::diagnostics::Pointer;

/// How a server can be spoken to, most wanted first.
const SCHEMES: &[&str] = &["https", "http"];

/// Puts `servers` in the place of `host`, `basePath` and `schemes` (Swagger 2.0, Swagger Object).
///
/// Without `host` there is only a relative URL to tell. Without `schemes`, `https` is assumed.
pub(super) fn upgrade(context: &mut Context<'_>, members: &mut Map<String, Value>) {
    let host = take_text(context, members, "host");
    let path = take_text(context, members, "basePath");
    let schemes = take_schemes(context, members);
    let path = path.map(|path| base_path(context, &path));
    let urls = match host {
        Some(host) => with_host(context, &host, path.as_deref().unwrap_or_default(), schemes),
        None => path.into_iter().map(|path| (path, String::new())).collect(),
    };
    if urls.is_empty() {
        return;
    }
    let servers = urls.into_iter().enumerate();
    let servers = servers
        .map(|(place, (url, description))| server(context, place, &or_root(url), &description));
    let servers = Value::Array(servers.collect());
    members.insert("servers".to_owned(), servers);
}

fn or_root(url: String) -> String {
    if url.is_empty() { "/".to_owned() } else { url }
}

fn server(context: &mut Context<'_>, place: usize, url: &str, description: &str) -> Value {
    let old = if url.starts_with('/') {
        "basePath"
    } else {
        "host"
    };
    let new = Pointer::root().child("servers").index(place);
    let root = MovedNode::still(Pointer::root());
    context.moved(&root.to(old, new.child("url")));
    context.moved(&root.to(old, new));
    if description.is_empty() {
        json!({ "url": url })
    } else {
        json!({ "url": url, "description": description })
    }
}

fn take_text(
    context: &mut Context<'_>,
    members: &mut Map<String, Value>,
    key: &str,
) -> Option<String> {
    match members.shift_remove(key)? {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Null => None,
        _ => {
            let message = format!("expected a string as `{key}`");
            context.report(&MEMBER_INVALID, message, &Pointer::root().child(key));
            None
        }
    }
}

/// Returns the path without a slash at its end.
fn base_path(context: &mut Context<'_>, path: &str) -> String {
    let trimmed = path.trim_end_matches('/');
    if path.starts_with('/') {
        return trimmed.to_owned();
    }
    let message = format!("`{path}` does not begin with a slash");
    let at = Pointer::root().child("basePath");
    context.report_with_note(&HOST_INVALID, message, "a slash is added", &at);
    format!("/{trimmed}")
}

/// Returns the URLs, each with what tells it from the others.
fn with_host(
    context: &mut Context<'_>,
    host: &str,
    path: &str,
    mut schemes: Vec<String>,
) -> Vec<(String, String)> {
    let (scheme, name) = host.split_once("://").unwrap_or(("", host));
    let name = name.trim_end_matches('/');
    if name != host || name.contains('/') {
        let message = format!("`{host}` is more than a host");
        let note = format!("`{name}` is used as the host");
        let at = Pointer::root().child("host");
        context.report_with_note(&HOST_INVALID, message, note, &at);
    }
    if schemes.is_empty() {
        schemes.push(if scheme.is_empty() { "https" } else { scheme }.to_owned());
    }
    context.scheme = schemes.first().cloned();
    let several = schemes.len() > 1;
    let url = |scheme: String| {
        let description = if several {
            scheme.to_ascii_uppercase()
        } else {
            String::new()
        };
        (format!("{scheme}://{name}{path}"), description)
    };
    schemes.into_iter().map(url).collect()
}

/// Returns the schemes that a client can use.
fn take_schemes(context: &mut Context<'_>, members: &mut Map<String, Value>) -> Vec<String> {
    let at = Pointer::root().child("schemes");
    let listed = match members.shift_remove("schemes") {
        None | Some(Value::Null) => return Vec::new(),
        Some(Value::Array(items)) => items,
        Some(single) => vec![single],
    };
    let named: Vec<Option<String>> = listed
        .iter()
        .map(|item| item.as_str().map(str::to_ascii_lowercase))
        .collect();
    for (place, scheme) in named.iter().enumerate() {
        let scheme = scheme.as_deref().unwrap_or_default();
        if !SCHEMES.contains(&scheme) {
            let message = format!("the client does not support `{scheme}`");
            let at = at.index(place);
            context.report_with_note(&SCHEME_IGNORED, message, "the scheme is ignored", &at);
        }
    }
    let is_listed = |scheme: &&&str| named.iter().any(|named| named.as_deref() == Some(**scheme));
    let usable = SCHEMES.iter().filter(is_listed);
    usable.map(|scheme| (*scheme).to_owned()).collect()
}
