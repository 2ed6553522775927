//! Names for types that have none, made from their place in the document alone, so that they do not depend on
//! who refers to them or in what order.

use serde_json::Value;

use crate::diagnostics::Pointer;
use crate::load::{FILES, file_stem};
use crate::lower::alternative_names::alternative_name;
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

/// Returns the name for a schema at `at`.
pub(super) fn place_name(context: &Context<'_>, at: &Pointer) -> PlaceName {
    let at = &as_path(context, at);
    let tokens: Vec<_> = at.tokens().collect();
    let tokens: Vec<&str> = tokens.iter().map(AsRef::as_ref).collect();
    match tokens.as_slice() {
        ["components", _, name, rest @ ..] => {
            named(context, at, (*name).to_owned(), (*name).to_owned(), rest)
        }
        ["paths", path, "parameters", place, rest @ ..] => {
            let parameter = parameter_name(context, at, &["paths", path, "parameters", place]);
            named(
                context,
                at,
                path.trim_matches('/').to_owned(),
                format!("{path} {parameter}"),
                rest,
            )
        }
        ["paths", path, method, "parameters", place, rest @ ..] => {
            let operation = operation_name(context, path, method);
            let parameter =
                parameter_name(context, at, &["paths", path, method, "parameters", place]);
            named(
                context,
                at,
                operation.clone(),
                format!("{operation} {parameter}"),
                rest,
            )
        }
        ["paths", path, method, "requestBody", rest @ ..] => {
            let operation = operation_name(context, path, method);
            named(
                context,
                at,
                operation.clone(),
                format!("{operation} body"),
                rest,
            )
        }
        ["paths", path, method, "responses", status, rest @ ..] => {
            let operation = operation_name(context, path, method);
            named(
                context,
                at,
                operation.clone(),
                format!("{operation} {}", response_words(status)),
                rest,
            )
        }
        ["webhooks" | "x-webhooks", name, _, "requestBody", rest @ ..] => {
            let home = format!("{name} webhook");
            named(context, at, home.clone(), home, rest)
        }
        [
            "webhooks" | "x-webhooks",
            name,
            _,
            "responses",
            status,
            rest @ ..,
        ] => {
            let home = format!("{name} webhook");
            let words = format!("{home} {}", response_words(status));
            named(context, at, home, words, rest)
        }
        [FILES, file, rest @ ..] => of_file(context, at, file, rest),
        // Whatever else holds schemas is taken for a map of them, as `components` has it.
        [_, name, rest @ ..] => named(context, at, (*name).to_owned(), (*name).to_owned(), rest),
        _ => named(context, at, "schema".to_owned(), tokens.join(" "), &[]),
    }
}

/// Members that hold components by their names.
const COMPONENTS: &[&str] = &[
    "$defs",
    "definitions",
    "parameters",
    "requestBodies",
    "responses",
    "schemas",
];

/// Members behind which a component has schemas.
const WITHIN: &[&str] = &[
    "additionalProperties",
    "allOf",
    "anyOf",
    "content",
    "items",
    "not",
    "oneOf",
    "properties",
    "schema",
];

/// Returns the name for the place behind `rest` in another file: what the place is called there, or what the file is.
fn of_file(context: &Context<'_>, at: &Pointer, file: &str, rest: &[&str]) -> PlaceName {
    let holders = match rest {
        ["components", _, _, ..] => 2,
        [holder, _, ..] if COMPONENTS.contains(holder) => 1,
        _ => 0,
    };
    let is_within = |token: &&str| WITHIN.contains(token);
    let within = rest.iter().skip(holders).position(is_within);
    let (to, rest) = match within {
        Some(0) if holders == 0 => (&[][..], rest),
        Some(place) => rest.split_at(holders + place.max(1)),
        None => (rest, &[][..]),
    };
    let name = to.last().copied().unwrap_or_else(|| file_stem(file));
    named(context, at, name.to_owned(), name.to_owned(), rest)
}

/// Returns a place in a path item that stands apart, as if it stood among the paths.
fn as_path(context: &Context<'_>, at: &Pointer) -> Pointer {
    let apart = at
        .upward()
        .find_map(|item| Some((item, context.path_items.get(item)?)));
    apart.map_or_else(
        || at.clone(),
        |(item, path)| {
            let rest = at.as_str().get(item.len()..).unwrap_or_default();
            let path = Pointer::root().child("paths").child(path);
            Pointer::parse(&format!("{path}{rest}"))
        },
    )
}

/// Returns the name for the place behind `rest`, the last tokens of `at`.
fn named(
    context: &Context<'_>,
    at: &Pointer,
    home: String,
    mut words: String,
    rest: &[&str],
) -> PlaceName {
    let mut rest = rest;
    let mut depth = 0;
    while let Some((step, after)) = step(rest, &words, depth) {
        words = step.unwrap_or_else(|| {
            let alternative = at.upward().nth(after.len()).unwrap_or_default();
            let name = alternative_name(context, alternative);
            format!("{words} {name}").trim_end().to_owned()
        });
        rest = after;
        depth += 1;
    }
    PlaceName { home, words }
}

/// Returns the name one step further down, unless it takes a look at the schema there, and what is left of the place.
fn step<'a>(
    rest: &'a [&'a str],
    words: &str,
    depth: usize,
) -> Option<(Option<String>, &'a [&'a str])> {
    Some(match rest {
        [] => return None,
        ["content" | "allOf", _, after @ ..] | ["schema" | "not", after @ ..] => {
            (Some(words.to_owned()), after)
        }
        ["properties" | "$defs" | "definitions", name, after @ ..] => {
            (Some(format!("{words} {name}")), after)
        }
        ["items", after @ ..] => (Some(item_of(words, depth)), after),
        ["itemSchema", after @ ..] => (Some(format!("{words} item")), after),
        ["additionalProperties", after @ ..] => (Some(format!("{words} value")), after),
        ["oneOf" | "anyOf", _, after @ ..] => (None, after),
        [other, after @ ..] => (Some(format!("{words} {other}")), after),
    })
}

/// Returns the name of an item: the last word in the singular, or with `item` behind it.
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

fn response_words(status: &str) -> String {
    match status {
        "200" | "201" | "202" => "response".to_owned(),
        "default" => "error".to_owned(),
        status if status.starts_with('2') => format!("response {status}"),
        status => format!("error {status}"),
    }
}

/// Returns the name of the parameter that `tokens` lead to, perhaps by way of a path item that stands apart.
fn parameter_name(context: &Context<'_>, at: &Pointer, tokens: &[&str]) -> String {
    let (path, rest) = tokens.split_at_checked(2).unwrap_or((tokens, &[]));
    let below = |start: Pointer, tokens: &[&str]| {
        tokens.iter().fold(start, |place, token| place.child(token))
    };
    let item = below(Pointer::root(), path);
    let item = context.document.resolve(&item).0.unwrap_or(item);
    let name = context
        .document
        .value(&below(item, rest))
        .and_then(|parameter| parameter.get("name"))
        .and_then(Value::as_str);
    name.map_or_else(|| at.as_str().to_owned(), str::to_owned)
}
