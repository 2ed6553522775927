//! Servers (OpenAPI 3.0.3, Server Object).

mod common;
mod own;

pub(super) use common::find_common;
pub(super) use own::own;

use serde_json::Value;

use super::context::Context;
use super::shapes::{items, keys};
use crate::codes::lower::{SERVER_INVALID, SERVER_RELATIVE, SERVER_VARIABLE_REPAIRED};
use crate::diagnostics::Pointer;
use crate::ir::{Server, ServerVariable};
use crate::load::plain;
use crate::names::{Case, Identifier, Scope};
use crate::normalize::template_names;

/// Returns the servers of the document that a client can use.
pub(super) fn servers(context: &mut Context<'_>) -> Vec<Server> {
    let listed = items(context, &Pointer::root().child("servers"), "`servers`");
    let mut functions = Scope::new();
    listed
        .iter()
        .filter_map(|at| server(context, &mut functions, at))
        .collect()
}

fn server(context: &mut Context<'_>, functions: &mut Scope, at: &Pointer) -> Option<Server> {
    let url = demanded_url(context, at).map(with_scheme)?;
    let description = text(context, &at.child("description")).unwrap_or_default();
    let name = text(context, &at.child("name")).filter(|name| !name.is_empty());
    let wanted = format!("server {}", name.unwrap_or_else(|| address(&url)));
    let variables = variables(context, at, &url);
    let default_url = filled(&url, &variables);
    if !is_full(&default_url) {
        relative(context, at, &default_url);
        return None;
    }
    Some(Server {
        function: functions.claim(Case::Function, &wanted),
        default_url,
        variables,
        url,
        description,
        origin: at.clone(),
    })
}

/// Returns what a server without a `name` (OpenAPI 3.2.0, Server Object) is called after: host and path. Unlike
/// descriptions, which change, they are what the server is.
fn address(url: &str) -> String {
    let address = url.strip_prefix("https://").unwrap_or(url);
    address.replace(['/', '.', '{', '}', ':'], " ")
}

/// Returns the URL with the defaults of its variables.
fn filled(url: &str, variables: &[ServerVariable]) -> String {
    let variables = variables.iter();
    variables.fold(url.to_owned(), |url, variable| {
        url.replace(&format!("{{{}}}", variable.wire), &variable.default)
    })
}

/// Adds `https` to a URL without a scheme (RFC 3986, section 4.2).
fn with_scheme(url: String) -> String {
    if url.starts_with("//") {
        format!("https:{url}")
    } else {
        url
    }
}

fn is_full(url: &str) -> bool {
    url.contains("://") || url.starts_with('{')
}

/// Keeps the path of a relative server URL (OpenAPI 3.0.3, Server Object, `url`); its host is not known.
fn relative(context: &mut Context<'_>, at: &Pointer, url: &str) {
    let message = format!("`{url}` is relative to the URL of the document, which is not known");
    context.report(&SERVER_RELATIVE, message, &at.child("url"));
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let steps = path
        .split('/')
        .filter(|step| !matches!(*step, "" | "." | ".."));
    let path: String = steps.flat_map(|step| ["/", step]).collect();
    context.base_path.get_or_insert(path);
}

/// Returns the URL of a server; that there is none is noted.
fn demanded_url(context: &mut Context<'_>, at: &Pointer) -> Option<String> {
    let url = url(context, at);
    if url.is_none() {
        let message = "this server has no `url`";
        context.report(&SERVER_INVALID, message, at);
    }
    url
}

/// Returns the URL of a server; some documents have it in place of the whole object.
fn url(context: &Context<'_>, at: &Pointer) -> Option<String> {
    let node = context.document.value(at)?;
    let url = node.get("url").unwrap_or(node).as_str()?.trim();
    (!url.is_empty()).then(|| url.to_owned())
}

/// Returns the text, number or truth value at `at`.
fn text(context: &Context<'_>, at: &Pointer) -> Option<String> {
    let value = context.document.value(at)?;
    (value.is_string() || value.is_number() || value.is_boolean()).then(|| plain(value))
}

/// Returns the variables that a server declares, and those that only its URL names.
fn variables(context: &mut Context<'_>, at: &Pointer, url: &str) -> Vec<ServerVariable> {
    let declared = at.child("variables");
    let keys = keys(context, &declared, "`variables`");
    let mut texts: Vec<String> = keys.into_iter().map(str::to_owned).collect();
    for name in template_names(url) {
        if !texts.contains(&name) {
            let message = format!("`{{{name}}}` is not declared");
            let note = "it is treated as a variable without a default";
            context.report_with_note(&SERVER_VARIABLE_REPAIRED, message, note, &at.child("url"));
            texts.push(name);
        }
    }
    let names = Scope::new().claim_each(Case::Value, &texts);
    let named = texts.into_iter().zip(names);
    named
        .map(|(wire, name)| variable(context, &declared.child(&wire), wire.clone(), name))
        .collect()
}

/// Returns a variable (OpenAPI 3.0.3, Server Variable Object).
fn variable(
    context: &mut Context<'_>,
    at: &Pointer,
    wire: String,
    name: Identifier,
) -> ServerVariable {
    let values = context.document.value(&at.child("enum"));
    let values = values.and_then(Value::as_array).into_iter().flatten();
    let allowed: Vec<String> = values.filter(|value| !value.is_null()).map(plain).collect();
    ServerVariable {
        default: default(context, at, &wire, &allowed),
        allowed,
        description: text(context, &at.child("description")).unwrap_or_default(),
        wire,
        name,
    }
}

/// Returns the default of a variable. Without one it is the first allowed value, or else the variable stays in the URL.
fn default(context: &mut Context<'_>, at: &Pointer, wire: &str, allowed: &[String]) -> String {
    if let Some(default) = text(context, &at.child("default")) {
        return default;
    }
    let first = allowed.first().cloned();
    if context.document.value(at).is_some() {
        let message = format!("`{wire}` has no default");
        let note = match &first {
            Some(first) => format!("`{first}` is used"),
            None => format!("`{{{wire}}}` stays in the URL"),
        };
        context.report_with_note(&SERVER_VARIABLE_REPAIRED, message, note, at);
    }
    first.unwrap_or_else(|| format!("{{{wire}}}"))
}
