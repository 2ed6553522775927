//! Writes tables (GitHub Flavored Markdown, section 4.10).

use pulldown_cmark::Alignment;

/// A table, row by row.
#[derive(Debug, Default)]
pub(super) struct Table {
    alignments: Vec<Alignment>,
    text: String,
}

impl Table {
    pub(super) fn new(alignments: Vec<Alignment>) -> Self {
        Self {
            alignments,
            text: String::new(),
        }
    }

    /// Adds a cell to the row, given its inline Markdown.
    pub(super) fn cell(&mut self, markdown: &str) {
        let content = markdown.replace('\n', " ");
        self.text.push_str("| ");
        self.text.push_str(content.trim());
        self.text
            .push_str(if content.trim().is_empty() { "" } else { " " });
    }

    pub(super) fn end_row(&mut self) {
        self.text.push_str("|\n");
    }

    pub(super) fn end_head(&mut self) {
        self.end_row();
        for alignment in &self.alignments {
            self.text.push_str(match alignment {
                Alignment::None => "| --- ",
                Alignment::Left => "| :-- ",
                Alignment::Center => "| :-: ",
                Alignment::Right => "| --: ",
            });
        }
        self.end_row();
    }

    pub(super) fn into_text(self) -> String {
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::{Alignment, Table};

    #[test]
    fn writes_rows() {
        let mut table = Table::new(vec![Alignment::None, Alignment::Right]);
        table.cell("a");
        table.cell("");
        table.end_head();
        assert_eq!(table.into_text(), "| a | |\n| --- | --: |\n");
    }
}
