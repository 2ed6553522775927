//! The texts of doc comments, which go into the source when it is laid out: as literals they would be escaped and
//! unescaped, letter by letter, on the way.

/// What stands in an attribute in place of a text, with its number. No text has it, as doc comments drop it.
pub(crate) const MARK: char = '\u{1}';

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

    /// Returns every text changed by `change`.
    pub fn map(self, change: impl Fn(String) -> String) -> Self {
        Self(self.0.into_iter().map(change).collect())
    }

    /// Returns the text that replaces a [`MARK`], by its number.
    pub fn get(&self, number: &str) -> Option<&str> {
        let number: usize = number.parse().ok()?;
        self.0.get(number).map(String::as_str)
    }
}
