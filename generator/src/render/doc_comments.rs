//! Doc comments, whose texts are put where the source has their marks.

use crate::emit::{DocTexts, MARK};

/// Returns the source with the texts in their places.
pub(super) fn written(source: &str, texts: &DocTexts) -> String {
    let mut text = String::with_capacity(source.len() * 2);
    let mut parts = source.split(MARK);
    text.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let end = part.find('\n').unwrap_or(part.len());
        let (number, rest) = part.split_at(end);
        put_lines(&mut text, texts.get(number).unwrap_or_default());
        text.push_str(rest);
    }
    text
}

/// Adds the lines of a comment to a source that ends where the first of them begins, behind `///` or `//!`.
fn put_lines(text: &mut String, lines: &str) {
    let start = text.rfind('\n').map_or(0, |at| at + 1);
    let marker = text.split_off(start);
    for (number, line) in lines.split('\n').enumerate() {
        if number > 0 {
            text.push('\n');
        }
        text.push_str(&marker);
        let line = line.trim_end_matches(' ');
        if !line.is_empty() {
            text.push(' ');
            text.push_str(line);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_stand_where_their_comment_does() {
        let mut texts = DocTexts::default();
        let module = texts.put(&["Of a module."]);
        let item = texts.put(&["Of an item. ", "", "\"quoted\" \\"]);
        let file: syn::File = syn::parse_quote! {
            #![doc = #module]
            impl A {
                #[doc = #item]
                #[inline]
                fn f() {}
            }
        };
        let source = written(&prettyplease::unparse(&file), &texts);
        let expected = "//! Of a module.\nimpl A {\n    /// Of an item.\n    ///\n    /// \"quoted\" \\\n    #[inline]\n    fn f() {}\n}\n";
        assert_eq!(source, expected);
    }
}
