//! Names for types that have none, made from their place in the document alone, so that they do not depend on
//! who refers to them or in what order.

use serde_json::Value;

use crate::diagnostics::Pointer;
use crate::load::{FILES, file_stem};
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

/// The name for the place behind `rest` in another file: what the place is called there, or what the file is.
fn of_file(context: &Context<'_>, at: &Pointer, file: &str, rest: &[&str]) -> PlaceName {
    let (name, rest) = match rest {
        [
            "properties" | "items" | "allOf" | "anyOf" | "oneOf" | "additionalProperties",
            ..,
        ]
        | [] => (file_stem(file), rest),
        ["components", _, name, rest @ ..] | [_, name, rest @ ..] => (*name, rest),
        [name] => (*name, &[][..]),
    };
    named(context, at, name.to_owned(), name.to_owned(), rest)
}

/// A place in a path item that stands apart, as if it stood among the paths.
fn as_path(context: &Context<'_>, at: &Pointer) -> Pointer {
    let mut above = Some(at.clone());
    while let Some(item) = above {
        if let Some(path) = context.path_items.get(&item) {
            let rest = at.as_str().get(item.as_str().len()..).unwrap_or_default();
            return Pointer::parse(&format!(
                "{}{rest}",
                Pointer::root().child("paths").child(path)
            ));
        }
        above = item.parent();
    }
    at.clone()
}

/// The name for the place behind `rest`, the last tokens of `at`.
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
            format!(
                "{words} {}",
                alternative_name(context, &above(at, after.len()))
            )
        });
        rest = after;
        depth += 1;
    }
    PlaceName { home, words }
}

/// The place `levels` above `at`.
fn above(at: &Pointer, levels: usize) -> Pointer {
    (0..levels)
        .try_fold(at.clone(), |at, _| at.parent())
        .unwrap_or_default()
}

/// The name one step further down, unless it takes a look at the schema there, and what is left of the place.
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
        ["additionalProperties", after @ ..] => (Some(format!("{words} value")), after),
        ["oneOf" | "anyOf", _, after @ ..] => (None, after),
        [other, after @ ..] => (Some(format!("{words} {other}")), after),
    })
}

/// What an alternative is called: by its title, by the one value that a member of it can have, by its type if no other
/// one has it, or by its number.
fn alternative_name(context: &Context<'_>, at: &Pointer) -> String {
    let schema = context.document.value(at);
    let title = schema
        .and_then(|schema| schema.get("title"))
        .and_then(Value::as_str)
        .filter(|title| !split(title).is_empty());
    let number = at
        .tokens()
        .last()
        .and_then(|token| token.parse::<usize>().ok())
        .map_or(1, |place| place.saturating_add(1));
    title
        .or_else(|| schema.and_then(constant))
        .or_else(|| own_type(context, at))
        .map_or_else(|| format!("variant {number}"), str::to_owned)
}

/// The type of the alternative at `at`, if none of the others has it.
fn own_type<'a>(context: &Context<'a>, at: &Pointer) -> Option<&'a str> {
    let type_of = |schema: &'a Value| schema.get("type").and_then(Value::as_str);
    let own = context.document.value(at).and_then(type_of)?;
    let others = context.document.value(&at.parent()?)?.as_array()?;
    let alike = others.iter().filter(|other| type_of(other) == Some(own));
    (alike.count() == 1 && others.iter().all(|other| type_of(other).is_some())).then_some(own)
}

/// The value of the first required member that can have only one.
fn constant(schema: &Value) -> Option<&str> {
    let required = schema.get("required")?.as_array()?;
    let is_required = |name: &String| {
        required
            .iter()
            .any(|required| required.as_str() == Some(name))
    };
    let members = schema
        .get("properties")?
        .as_object()?
        .iter()
        .filter(|(name, _)| is_required(name));
    members
        .filter_map(|(_, member)| member.get("enum")?.as_array())
        .find_map(|values| match values.as_slice() {
            [only] => only.as_str(),
            _ => None,
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

fn response_words(status: &str) -> String {
    match status {
        "200" | "201" | "202" => "response".to_owned(),
        "default" => "error".to_owned(),
        status if status.starts_with('2') => format!("response {status}"),
        status => format!("error {status}"),
    }
}

/// The name of the parameter that `tokens` lead to, perhaps by way of a path item that stands apart.
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
