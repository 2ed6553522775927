//! Names and texts, plain and odd.

use serde_json::{Value, json};

use super::choices::Choices;
use super::context::Context;
use super::words::{ODD, PLAIN, TEXTS};

/// A name, often a plain one.
pub(super) fn name(choices: &mut Choices<'_>) -> String {
    let word = |choices: &mut Choices<'_>| {
        let words = if choices.chance(35) { ODD } else { PLAIN };
        *choices.one(words)
    };
    let first = word(choices);
    if !choices.chance(35) {
        return first.to_owned();
    }
    let sign = *choices.one(&["_", "-", "", " ", ".", "/", "__", "$"]);
    format!("{first}{sign}{}", word(choices))
}

/// At most `most` names, all different.
pub(super) fn names(choices: &mut Choices<'_>, most: usize) -> Vec<String> {
    let count = choices.below(most + 1);
    let mut names: Vec<String> = Vec::new();
    for _ in 0..count {
        let name = name(choices);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// A name, as a value.
pub(super) fn word(context: &mut Context<'_>) -> Value {
    json!(name(&mut context.choices))
}

/// A text for people.
pub(super) fn text(context: &mut Context<'_>) -> Value {
    let first = *context.choices.one(TEXTS);
    if !context.choices.chance(20) {
        return json!(first);
    }
    json!(format!("{first}\n{}", context.choices.one(TEXTS)))
}

/// `true` or `false`.
pub(super) fn flag(context: &mut Context<'_>) -> Value {
    json!(!context.choices.chance(30))
}

/// An address.
pub(super) fn address(context: &mut Context<'_>) -> Value {
    let addresses = [
        "https://example.com",
        "https://example.com/v1/",
        "/",
        "/v1",
        "",
        "//example.com",
        "http://localhost:8080",
        "https://[::1]:99999/",
        "ftp://x",
        "https://a.example/%zz?q#f",
        "https://é.example",
        "not an address",
    ];
    json!(context.choices.one(&addresses))
}
