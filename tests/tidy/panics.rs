//! Nothing panics on purpose outside tests.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;

use crate::sources::{Source, demand_none, rust};
use crate::words::production;

const METHODS: &[&str] = &[
    "unwrap",
    "expect",
    "unwrap_err",
    "expect_err",
    "unwrap_unchecked",
];
const MACROS: &[&str] = &[
    "panic",
    "todo",
    "unimplemented",
    "unreachable",
    "assert",
    "assert_eq",
    "assert_ne",
];

#[test]
fn nothing_panics_on_purpose() {
    let own = [
        "generator/src",
        "generator/runtime/src",
        "xtask/src",
        "xtask/measure",
    ];
    let sources = own.into_iter().flat_map(rust);
    let breaches: Vec<String> = sources.flat_map(|source| breaches(&source)).collect();
    demand_none("code outside tests returns its errors", &breaches);
}

fn breaches(source: &Source) -> Vec<String> {
    let mut found = Vec::new();
    for item in production(source) {
        collect(item.into_token_stream(), &mut found);
    }
    found
        .iter()
        .map(|call| format!("{}: {call}", source.path))
        .collect()
}

/// The calls in `tokens`. Attributes are passed over: `#[expect(lint)]` is none.
fn collect(tokens: TokenStream, found: &mut Vec<String>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (place, token) in tokens.iter().enumerate() {
        let before = |back: usize| place.checked_sub(back).and_then(|place| tokens.get(place));
        match token {
            TokenTree::Group(group) if !is_attribute(before(1), before(2), group) => {
                collect(group.stream(), found);
            }
            TokenTree::Ident(word) => {
                found.extend(call(before(1), &word.to_string(), tokens.get(place + 1)));
            }
            _ => {}
        }
    }
}

fn is_attribute(
    one: Option<&TokenTree>,
    two: Option<&TokenTree>,
    group: &proc_macro2::Group,
) -> bool {
    let hash = is_mark(one, '#') || (is_mark(one, '!') && is_mark(two, '#'));
    hash && group.delimiter() == Delimiter::Bracket
}

fn call(before: Option<&TokenTree>, word: &str, after: Option<&TokenTree>) -> Option<String> {
    let method = METHODS.contains(&word) && (is_mark(before, '.') || is_mark(before, ':'));
    let invocation = MACROS.contains(&word) && is_mark(after, '!');
    (method || invocation).then(|| word.to_owned())
}

fn is_mark(token: Option<&TokenTree>, mark: char) -> bool {
    matches!(token, Some(TokenTree::Punct(found)) if found.as_char() == mark)
}
