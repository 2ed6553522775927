//! Doc comments.
//!
//! A doc comment is one attribute that holds all its lines; rendering gives each line its own.

use proc_macro2::TokenStream;
use quote::quote;

pub(super) use crate::doc_text::code_span as code;
use crate::doc_text::doc_lines;

/// `description` as the doc comment of an item, or `fallback` where there is none.
pub(super) fn outer(description: &str, fallback: &str) -> TokenStream {
    lines(&text(description, fallback))
}

/// `description` as the doc comment of the module that it stands in, or `fallback` where there is none.
pub(super) fn inner(description: &str, fallback: &str) -> TokenStream {
    let text = joined(&text(description, fallback));
    quote!(#![doc = #text])
}

/// Lines that are known to be safe as the doc comment of an item.
pub(super) fn lines(lines: &[String]) -> TokenStream {
    let text = joined(lines);
    quote!(#[doc = #text])
}

/// The lines of `description`, or `fallback` where it says nothing.
pub(super) fn text(description: &str, fallback: &str) -> Vec<String> {
    let lines = doc_lines(description);
    if lines.is_empty() {
        vec![fallback.to_owned()]
    } else {
        lines
    }
}

/// Lines as the text of one attribute, each with the space that `///` is followed by.
pub(super) fn joined(lines: &[String]) -> String {
    let mut text = String::with_capacity(lines.iter().map(|line| line.len() + 2).sum());
    for (place, line) in lines.iter().enumerate() {
        if place > 0 {
            text.push('\n');
        }
        if !line.is_empty() {
            text.push(' ');
            text.push_str(line);
        }
    }
    text
}
