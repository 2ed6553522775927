//! The string literals and doc comments of a Rust file.

use std::str::FromStr;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// The strings in `text`, doc comments apart, in their order.
#[must_use]
pub fn strings(text: &str) -> Vec<String> {
    let mut found = Found::default();
    found.collect(tokens(text));
    found.strings
}

/// The doc comments in `text`, each with its lines joined.
#[must_use]
pub fn docs(text: &str) -> Vec<String> {
    let mut found = Found::default();
    found.collect(tokens(text));
    found.docs
}

fn tokens(text: &str) -> TokenStream {
    TokenStream::from_str(text).unwrap_or_else(|error| panic!("no Rust: {error}"))
}

#[derive(Default)]
struct Found {
    strings: Vec<String>,
    docs: Vec<String>,
}

impl Found {
    fn collect(&mut self, tokens: TokenStream) {
        let mut in_doc = false;
        for token in tokens {
            match token {
                TokenTree::Group(group) => match doc_line(&group) {
                    Some(line) => {
                        self.add_line(&line, in_doc);
                        in_doc = true;
                    }
                    None => {
                        in_doc = false;
                        self.collect(group.stream());
                    }
                },
                TokenTree::Literal(literal) => self.strings.extend(string(literal)),
                TokenTree::Punct(mark) if matches!(mark.as_char(), '#' | '!') => {}
                _ => in_doc = false,
            }
        }
    }

    fn add_line(&mut self, line: &str, goes_on: bool) {
        let line = line.strip_prefix(' ').unwrap_or(line);
        match self.docs.last_mut() {
            Some(doc) if goes_on => {
                doc.push('\n');
                doc.push_str(line);
            }
            _ => self.docs.push(line.to_owned()),
        }
    }
}

/// The text of `[doc = "..."]`.
fn doc_line(group: &proc_macro2::Group) -> Option<String> {
    if group.delimiter() != Delimiter::Bracket {
        return None;
    }
    let mut tokens = group.stream().into_iter();
    match (tokens.next()?, tokens.next()?, tokens.next()?) {
        (TokenTree::Ident(name), TokenTree::Punct(_), TokenTree::Literal(text))
            if name == "doc" =>
        {
            string(text)
        }
        _ => None,
    }
}

fn string(literal: proc_macro2::Literal) -> Option<String> {
    syn::parse2::<syn::LitStr>(TokenTree::from(literal).into())
        .ok()
        .map(|literal| literal.value())
}
