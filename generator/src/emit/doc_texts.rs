//! The texts of doc comments, which go into the source when it is laid out: as literals they would be escaped and
//! unescaped, letter by letter, on the way.

/// What stands in an attribute in place of a text, with its number. No text has it, as doc comments drop it.
const MARK: char = '\u{1}';

/// The texts of a module's doc comments.
#[derive(Debug, Default)]
pub(crate) struct DocTexts(Vec<String>);

impl DocTexts {
    /// Keeps the lines of a doc comment, and gives what stands in their place.
    pub fn put(&mut self, lines: &[impl AsRef<str>]) -> String {
        let number = self.0.len();
        let lines: Vec<&str> = lines.iter().map(AsRef::as_ref).collect();
        self.0.push(lines.join("\n"));
        format!("{MARK}{number}")
    }

    /// Every text changed by `change`.
    pub fn map(self, change: impl Fn(String) -> String) -> Self {
        Self(self.0.into_iter().map(change).collect())
    }

    /// The source with the texts in their places.
    pub fn put_into(&self, source: &str) -> String {
        let size: usize = self.0.iter().map(|text| text.len() * 2).sum();
        let mut text = String::with_capacity(source.len() + size);
        let mut parts = source.split(MARK);
        text.push_str(parts.next().unwrap_or_default());
        for part in parts {
            let end = part.find('\n').unwrap_or(part.len());
            let (number, rest) = part.split_at(end);
            let number: Option<usize> = number.parse().ok();
            let lines = number.and_then(|number| self.0.get(number));
            put_lines(&mut text, lines.map_or("", String::as_str));
            text.push_str(rest);
        }
        text
    }
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
        let source = texts.put_into(&prettyplease::unparse(&file));
        let expected = "//! Of a module.\nimpl A {\n    /// Of an item.\n    ///\n    /// \"quoted\" \\\n    #[inline]\n    fn f() {}\n}\n";
        assert_eq!(source, expected);
    }
}
