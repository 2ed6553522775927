//! Writes blocks as lines, each behind the markers of the lists and block quotes around it.

use super::code::{longest_run, without_break};

/// Lists and block quotes nested deeper are written as if they were not nested: the text may be hostile, and every
/// line repeats the markers of all that is around it.
const MAX_DEPTH: usize = 8;

/// The most empty lines that stay together.
const MAX_EMPTY: usize = 2;

/// The lines written so far, and what is open around the next one.
#[derive(Debug, Default)]
pub(super) struct Blocks {
    lines: Vec<String>,
    containers: Vec<Container>,
    /// Whether an empty line must stand before the next block, whatever it is.
    apart: bool,
}

/// A list item or block quote.
#[derive(Debug)]
struct Container {
    first: String,
    other: String,
    started: bool,
}

impl Blocks {
    pub(super) fn enter_quote(&mut self) {
        self.enter("> ".to_owned(), "> ".to_owned());
        self.apart = true;
    }

    /// Opens a list item with the marker `marker`, such as `- ` or `2. `.
    pub(super) fn enter_item(&mut self, marker: &str) {
        self.enter(marker.to_owned(), " ".repeat(marker.len()));
    }

    fn enter(&mut self, first: String, other: String) {
        self.containers.push(Container {
            first,
            other,
            started: false,
        });
    }

    pub(super) fn leave(&mut self) {
        self.containers.pop();
    }

    /// Keeps the next block apart from the last one.
    pub(super) fn set_apart(&mut self) {
        self.apart = true;
    }

    /// Writes a block, an empty line before it.
    pub(super) fn block(&mut self, text: &str) {
        self.apart = true;
        self.tight(text);
    }

    /// Writes a block close to the one before it.
    pub(super) fn tight(&mut self, text: &str) {
        let mut lines = text
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .peekable();
        while let Some(line) = lines.next() {
            // A backslash breaks a line only where another one follows.
            let line = if lines.peek().is_none() {
                without_break(line)
            } else {
                line
            };
            self.separate();
            self.push(line);
        }
    }

    /// Writes code in a fence that the code cannot close.
    pub(super) fn code(&mut self, code: &str) {
        let fence = "`".repeat(longest_run(code, '`').max(2) + 1);
        self.apart = true;
        self.separate();
        self.push(&format!("{fence}text"));
        let mut empty = 0;
        for line in code.lines() {
            empty = if line.trim().is_empty() { empty + 1 } else { 0 };
            if empty <= MAX_EMPTY {
                self.push(line);
            }
        }
        self.push(&fence);
    }

    pub(super) fn into_lines(self) -> Vec<String> {
        self.lines
    }

    fn separate(&mut self) {
        if std::mem::take(&mut self.apart) && !self.lines.is_empty() {
            let prefix: String = self
                .nested()
                .take_while(|one| one.started)
                .map(|one| one.other.as_str())
                .collect();
            self.lines.push(prefix.trim_end().to_owned());
        }
    }

    fn push(&mut self, line: &str) {
        let mut text = String::new();
        for container in self.containers.iter_mut().take(MAX_DEPTH) {
            let marker = if container.started {
                &container.other
            } else {
                &container.first
            };
            text.push_str(marker);
            container.started = true;
        }
        text.push_str(line);
        text.truncate(text.trim_end().len());
        self.lines.push(text);
    }

    fn nested(&self) -> impl Iterator<Item = &Container> {
        self.containers.iter().take(MAX_DEPTH)
    }
}

#[cfg(test)]
mod tests {
    use super::Blocks;

    #[test]
    fn writes_markers_before_lines() {
        let mut blocks = Blocks::default();
        blocks.block("a\nb\\");
        blocks.enter_item("- ");
        blocks.block("c\nd");
        blocks.code("```");
        blocks.leave();
        blocks.enter_quote();
        blocks.block("e");
        blocks.block("f");
        let expected = [
            "a",
            "b",
            "",
            "- c",
            "  d",
            "",
            "  ````text",
            "  ```",
            "  ````",
            "",
            "> e",
            ">",
            "> f",
        ];
        assert_eq!(blocks.into_lines(), expected);
    }
}
