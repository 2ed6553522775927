//! Doc comments.

use proc_macro2::TokenStream;
use quote::quote;

use crate::doc_text::doc_lines;

/// `description` as the doc comment of an item, or `fallback` where there is none.
pub(super) fn outer(description: &str, fallback: &str) -> TokenStream {
    lines(&text(description, fallback))
}

/// `description` as the doc comment of the module that it stands in, or `fallback` where there is none.
pub(super) fn inner(description: &str, fallback: &str) -> TokenStream {
    let lines = text(description, fallback)
        .into_iter()
        .map(|line| spaced(&line));
    quote!(#(#![doc = #lines])*)
}

/// Lines that are known to be safe as the doc comment of an item.
pub(super) fn lines(lines: &[String]) -> TokenStream {
    let lines = lines.iter().map(|line| spaced(line));
    quote!(#(#[doc = #lines])*)
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

fn spaced(line: &str) -> String {
    if line.is_empty() {
        String::new()
    } else {
        format!(" {line}")
    }
}

/// `text` as a code span that nothing in it can end.
pub(super) fn code(text: &str) -> String {
    let text: String = text.chars().filter(|letter| !letter.is_control()).collect();
    let longest = text
        .split(|letter| letter != '`')
        .map(str::len)
        .max()
        .unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    let padding = if text.starts_with('`') || text.ends_with('`') || text.trim().is_empty() {
        " "
    } else {
        ""
    };
    format!("{fence}{padding}{text}{padding}{fence}")
}
