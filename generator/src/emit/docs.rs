//! Doc comments.

use syn::Attribute;

use super::syntax;
pub(super) use crate::doc_text::code_span as code;
use crate::doc_text::doc_lines;

/// `description` as the doc comment of an item, or `fallback` where there is none.
pub(super) fn outer(description: &str, fallback: &str) -> Vec<Attribute> {
    syntax::docs(&text(description, fallback))
}

/// `description` as the doc comment of the module that it stands in, or `fallback` where there is none.
pub(super) fn inner(description: &str, fallback: &str) -> Vec<Attribute> {
    syntax::module_docs(&text(description, fallback))
}

/// Returns the lines of `description`, or `fallback` if it is empty.
pub(super) fn text(description: &str, fallback: &str) -> Vec<String> {
    let lines = doc_lines(description);
    if lines.is_empty() {
        vec![fallback.to_owned()]
    } else {
        lines
    }
}
