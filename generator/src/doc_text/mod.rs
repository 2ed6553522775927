//! Doc comments from the descriptions of a document.
//!
//! A description is Markdown, often with HTML, by an author nobody knows. It is parsed and written anew: every
//! construct in the result is one that this module wrote, and everything else is escaped text. So nothing in it can
//! become a doctest, an intra-doc link or HTML.

mod blocks;
mod characters;
mod code;
mod escape;
mod html;
mod inline;
mod plain;
mod rewrite;
mod sections;
mod spans;
mod summary;
mod table;
mod url;

pub use characters::is_direction_control;
pub use code::code_span;
pub use summary::summary_sentence;

/// Turns `text`, a Markdown description, into the lines of a doc comment, without `///` and without a leading space.
///
/// Empty lines stand between blocks, never first or last; an empty or blank `text` gives no lines. Fenced and indented
/// code is tagged `text`, headings become `####` or smaller, links are kept where they lead to `http` or `https`.
/// See "Rich Text Formatting" in the `OpenAPI` Specification, which names `CommonMark`.
#[must_use]
pub fn doc_lines(text: &str) -> Vec<String> {
    let line = text.trim_matches([' ', '\n', '\r']);
    if plain::is_plain(line) {
        return line.split('\n').map(str::to_owned).collect();
    }
    rewrite::rewritten(text)
}
