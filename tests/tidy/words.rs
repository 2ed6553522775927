//! Which words a file says outside comments, strings and tests.

use std::collections::BTreeSet;
use std::str::FromStr;

use proc_macro2::{Spacing, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Attribute, Item};

use crate::sources::Source;

/// The identifiers in a file, those of its tests apart.
pub fn words(source: &Source) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for item in production(source) {
        collect(item.into_token_stream(), &mut words);
    }
    words
}

/// The words that begin a path or name a macro in a file, those of its tests apart: libraries, modules, types.
pub fn paths(source: &Source) -> BTreeSet<String> {
    let mut paths = BTreeSet::new();
    for item in production(source) {
        collect_paths(item.into_token_stream(), &mut paths);
    }
    paths
}

/// The identifiers in `text`.
pub fn all_words(text: &str) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    collect(TokenStream::from_str(text).unwrap(), &mut words);
    words
}

/// The items of a file that are in the library, not only in its tests.
pub fn production(source: &Source) -> Vec<Item> {
    if is_test(source) {
        return Vec::new();
    }
    let file =
        syn::parse_file(&source.text).unwrap_or_else(|error| panic!("{}: {error}", source.path));
    file.items
        .into_iter()
        .filter(|item| !is_for_tests(item))
        .collect()
}

/// Files of tests are named so.
fn is_test(source: &Source) -> bool {
    let path = source.path.as_str();
    path.contains("/tests/") || path.ends_with("/tests.rs") || path.ends_with("_tests.rs")
}

fn is_for_tests(item: &Item) -> bool {
    let attributes: &[Attribute] = match item {
        Item::Const(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    };
    let is_test = |attribute: &Attribute| {
        attribute.to_token_stream().to_string().replace(' ', "") == "#[cfg(test)]"
    };
    attributes.iter().any(is_test)
}

fn collect(tokens: TokenStream, words: &mut BTreeSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => collect(group.stream(), words),
            TokenTree::Ident(word) => drop(words.insert(word.to_string())),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

fn collect_paths(tokens: TokenStream, paths: &mut BTreeSet<String>) {
    let mut before = None;
    for token in tokens {
        match token {
            TokenTree::Group(group) => collect_paths(group.stream(), paths),
            TokenTree::Punct(mark) => {
                let goes_on = mark.as_char() == '!'
                    || (mark.as_char() == ':' && mark.spacing() == Spacing::Joint);
                paths.extend(before.take().filter(|_| goes_on));
            }
            TokenTree::Ident(word) => {
                before = Some(word.to_string());
                continue;
            }
            TokenTree::Literal(_) => {}
        }
        before = None;
    }
}
