//! Names for types that have none, made from their place in the document alone, so that they do not depend on
//! who refers to them or in what order.

use crate::diagnostics::Pointer;
use crate::lower::context::Context;
use crate::lower::operation::operation_name;
use crate::names::{singular, split};

/// A name made from a place.
pub(super) struct PlaceName {
    /// The component or operation that the place belongs to.
    pub home: String,
    /// The words of the name.
    pub words: String,
}

/// The name for a schema at `at`.
pub(super) fn place_name(context: &Context<'_>, at: &Pointer) -> PlaceName {
    let tokens: Vec<_> = at.tokens().collect();
    let tokens: Vec<&str> = tokens.iter().map(AsRef::as_ref).collect();
    match tokens.as_slice() {
        ["components", _, name, rest @ ..] => named((*name).to_owned(), (*name).to_owned(), rest),
        ["paths", path, "parameters", place, rest @ ..] => {
            let parameter = parameter_name(context, at, &["paths", path, "parameters", place]);
            named(
                path.trim_matches('/').to_owned(),
                format!("{path} {parameter}"),
                rest,
            )
        }
        ["paths", path, method, "parameters", place, rest @ ..] => {
            let operation = operation_name(context.document, path, method);
            let parameter =
                parameter_name(context, at, &["paths", path, method, "parameters", place]);
            named(operation.clone(), format!("{operation} {parameter}"), rest)
        }
        ["paths", path, method, "requestBody", rest @ ..] => {
            let operation = operation_name(context.document, path, method);
            named(operation.clone(), format!("{operation} body"), rest)
        }
        ["paths", path, method, "responses", status, rest @ ..] => {
            let operation = operation_name(context.document, path, method);
            named(
                operation.clone(),
                format!("{operation} {}", response_words(status)),
                rest,
            )
        }
        _ => named("schema".to_owned(), tokens.join(" "), &[]),
    }
}

fn named(home: String, mut words: String, rest: &[&str]) -> PlaceName {
    let mut rest = rest;
    let mut depth = 0;
    while let Some((step, after)) = step(rest, &words, depth) {
        words = step;
        rest = after;
        depth += 1;
    }
    PlaceName { home, words }
}

/// The name one step further down, and what is left of the place.
fn step<'a>(rest: &'a [&'a str], words: &str, depth: usize) -> Option<(String, &'a [&'a str])> {
    Some(match rest {
        [] => return None,
        ["content" | "allOf", _, after @ ..] | ["schema" | "not", after @ ..] => {
            (words.to_owned(), after)
        }
        ["properties", name, after @ ..] => (format!("{words} {name}"), after),
        ["items", after @ ..] => (item_of(words, depth), after),
        ["additionalProperties", after @ ..] => (format!("{words} value"), after),
        ["oneOf" | "anyOf", place, after @ ..] => {
            (format!("{words} variant {}", place_number(place)), after)
        }
        [other, after @ ..] => (format!("{words} {other}"), after),
    })
}

/// The name of an item: the last word in the singular, or with `item` behind it.
fn item_of(words: &str, depth: usize) -> String {
    let mut parts = split(words);
    let last = parts.pop().unwrap_or_default();
    let one = singular(&last);
    if depth == 0 || one == last {
        return format!("{words} item");
    }
    parts.push(one);
    parts.join(" ")
}

fn place_number(token: &str) -> usize {
    token
        .parse::<usize>()
        .map_or(1, |place| place.saturating_add(1))
}

fn response_words(status: &str) -> String {
    match status {
        "200" | "201" | "202" => "response".to_owned(),
        "default" => "error".to_owned(),
        status if status.starts_with('2') => format!("response {status}"),
        status => format!("error {status}"),
    }
}

fn parameter_name(context: &Context<'_>, at: &Pointer, tokens: &[&str]) -> String {
    let place = tokens
        .iter()
        .fold(Pointer::root(), |place, token| place.child(token));
    let name = context
        .document
        .value(&place)
        .and_then(|parameter| parameter.get("name"))
        .and_then(|name| name.as_str());
    name.map_or_else(|| at.as_str().to_owned(), str::to_owned)
}
