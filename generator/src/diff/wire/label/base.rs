//! The nearest thing around a place that has a name of its own.

use crate::Document;
use crate::diagnostics::Pointer;
use crate::diff::wire::alike::{operation_name, said_of_one};
use crate::diff::wire::node::Node;
use crate::diff::wire::words::code;
use crate::load::{FILES, file_stem};
use crate::normalize::operation_id;

/// Returns what the nearest thing with a name around the place that `tokens` lead to is called, and the way from there.
pub(super) fn base<'t>(document: &Document, tokens: &'t [&'t str]) -> (String, &'t [&'t str]) {
    match tokens {
        ["components", "schemas", name, rest @ ..] => (code(name), rest),
        ["components", kind, name, rest @ ..] => component(document, tokens, kind, name, rest),
        ["paths", path, "parameters", _, rest @ ..] => {
            let parameter = name_at(document, tokens, rest.len());
            (
                format!("parameter {} of path {}", code(&parameter), code(path)),
                media(rest),
            )
        }
        ["paths", path, method, rest @ ..] => {
            let name = name_of_operation(document, path, method);
            within(document, tokens, "operation ", &operation_name(&name), rest)
        }
        ["paths", path] => (format!("path {}", code(path)), &[]),
        ["webhooks", name, _, rest @ ..] => within(
            document,
            tokens,
            "",
            &format!("webhook {}", code(name)),
            rest,
        ),
        ["servers", ..] => ("the server".to_owned(), &[]),
        ["security", ..] => ("the security of the API".to_owned(), &[]),
        [FILES, _, "components", "schemas", name, rest @ ..] => (code(name), rest),
        [FILES, _, name, rest @ ..] if !is_keyword(name) => (code(name), rest),
        [FILES, file, rest @ ..] => (code(file_stem(file)), rest),
        _ => ("the API".to_owned(), tokens),
    }
}

/// Returns whether a token leads into a schema, rather than being the name of one.
fn is_keyword(token: &str) -> bool {
    matches!(
        token,
        "properties" | "items" | "additionalProperties" | "allOf" | "oneOf" | "anyOf"
    )
}

fn component<'t>(
    document: &Document,
    tokens: &[&str],
    kind: &str,
    name: &str,
    rest: &'t [&'t str],
) -> (String, &'t [&'t str]) {
    match kind {
        "parameters" => {
            let wire = name_at(document, tokens, rest.len());
            (format!("parameter {}", code(&wire)), media(rest))
        }
        "responses" => response(&format!("response {}", code(name)), rest),
        "requestBodies" => (format!("the request body {}", code(name)), media(rest)),
        "headers" => (format!("header {}", code(name)), media(rest)),
        "securitySchemes" => (format!("security scheme {}", code(name)), &[]),
        _ => (code(name), rest),
    }
}

/// Returns a place in the operation called `name`.
fn within<'t>(
    document: &Document,
    tokens: &[&str],
    kind: &str,
    name: &str,
    rest: &'t [&'t str],
) -> (String, &'t [&'t str]) {
    let (mut name, mut kind, mut rest) = (name.to_owned(), kind, rest);
    while let ["callbacks", callback, _, _, further @ ..] = rest {
        (name, kind, rest) = (
            format!("callback {} of {name}", code(callback)),
            "",
            further,
        );
    }
    match rest {
        ["parameters", _, rest @ ..] => {
            let parameter = name_at(document, tokens, rest.len());
            (
                format!("parameter {} of {name}", code(&parameter)),
                media(rest),
            )
        }
        ["requestBody", rest @ ..] => (format!("the request body of {name}"), media(rest)),
        ["responses", status, rest @ ..] => response(&format!("response {status} of {name}"), rest),
        ["callbacks", callback, ..] => (format!("callback {} of {name}", code(callback)), &[]),
        ["servers", ..] => (format!("the server of {name}"), &[]),
        ["security", ..] => (format!("the security of {name}"), &[]),
        _ => (said_of_one(&format!("{kind}{name}")), &[]),
    }
}

fn response<'t>(name: &str, rest: &'t [&'t str]) -> (String, &'t [&'t str]) {
    match rest {
        ["headers", header, rest @ ..] => {
            (format!("header {} of {name}", code(header)), media(rest))
        }
        ["content", ..] => (format!("the body of {name}"), media(rest)),
        _ => (name.to_owned(), &[]),
    }
}

/// Returns the way within the schema of a parameter or body.
fn media<'t>(rest: &'t [&'t str]) -> &'t [&'t str] {
    match rest {
        ["schema", rest @ ..] | ["content", _, "schema", rest @ ..] => rest,
        _ => &[],
    }
}

/// Returns the name of the parameter that `tokens` without the last `count` lead to.
fn name_at(document: &Document, tokens: &[&str], count: usize) -> String {
    let length = tokens.len().saturating_sub(count);
    let node = Node::find(document, &pointer(tokens.get(..length).unwrap_or_default()));
    let node = node.map(|node| node.resolved());
    let name = node.as_ref().and_then(|node| node.text("name"));
    name.or(tokens.get(length.saturating_sub(1)).copied())
        .unwrap_or_default()
        .to_owned()
}

fn name_of_operation(document: &Document, path: &str, method: &str) -> String {
    let node = Node::find(document, &pointer(&["paths", path, method]));
    let id = node.and_then(|node| operation_id(node.value));
    id.unwrap_or_else(|| format!("{} {path}", method.to_uppercase()))
}

fn pointer(tokens: &[&str]) -> Pointer {
    tokens
        .iter()
        .fold(Pointer::root(), |at, token| at.child(token))
}
