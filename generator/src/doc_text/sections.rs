//! Does what the start and the end of a block or link ask for.

use pulldown_cmark::{Alignment, HeadingLevel};

use super::html::without_comments;
use super::rewrite::Rewriter;
use super::spans::Span;
use super::table::Table;
use super::url::destination;

impl Rewriter {
    /// Opens a link where one may stand, and tells whether it did.
    pub(super) fn open_link(&mut self, url: &str) -> bool {
        if self.inline.in_link() {
            return false;
        }
        if let Some(url) = destination(url) {
            self.inline.open(Span::Link(url));
        }
        self.inline.in_link()
    }

    pub(super) fn end_link(&mut self) {
        if self.links.pop() == Some(true) {
            self.inline.close(&Span::Link(String::new()));
        }
    }

    /// Ends the text before a nested block, or that of a list item without paragraphs.
    pub(super) fn tight(&mut self) {
        let text = self.inline.finish();
        self.blocks.tight(&text);
    }

    pub(super) fn block(&mut self, text: &str) {
        self.tight();
        self.blocks.block(text);
    }

    pub(super) fn end_paragraph(&mut self) {
        self.paragraph();
        self.close_html_list();
    }

    pub(super) fn end_heading(&mut self, level: HeadingLevel) {
        let text = self.inline.finish().replace('\n', " ");
        let marks = "#".repeat((level as usize + 3).min(6));
        if !text.trim().is_empty() {
            self.blocks.block(&format!("{marks} {}", text.trim()));
        }
        self.close_html_list();
    }

    pub(super) fn end_quote(&mut self) {
        self.end_paragraph();
        self.blocks.leave();
        self.blocks.set_apart();
    }

    pub(super) fn end_code(&mut self) {
        let code = self.raw.take().unwrap_or_default();
        self.blocks.code(&code);
    }

    /// Ends a comment: nothing else makes an HTML block, thanks to the guard.
    pub(super) fn end_html(&mut self) {
        let html = self.raw.take().unwrap_or_default();
        self.inline
            .text(without_comments(&html).as_deref().unwrap_or(&html));
        self.paragraph();
    }

    pub(super) fn start_list(&mut self, first: Option<u64>) {
        // Only a list that starts at 1 can follow a paragraph without an empty line.
        if self.lists.is_empty() || first.is_some_and(|first| first != 1) {
            self.blocks.set_apart();
        }
        self.lists.push(first);
    }

    pub(super) fn end_list(&mut self) {
        self.lists.pop();
        if self.lists.is_empty() {
            self.blocks.set_apart();
        }
    }

    pub(super) fn start_item(&mut self) {
        let number = self.lists.last_mut().and_then(Option::as_mut);
        let marker = number.map_or_else(
            || "- ".to_owned(),
            |number| {
                let marker = format!("{number}. ");
                *number = number.saturating_add(1).min(999_999_999);
                marker
            },
        );
        self.blocks.enter_item(&marker);
    }

    pub(super) fn end_item(&mut self) {
        self.tight();
        self.close_html_list();
        self.blocks.leave();
    }

    pub(super) fn start_table(&mut self, alignments: Vec<Alignment>) {
        self.table = Table::new(alignments);
    }

    pub(super) fn end_table(&mut self) {
        let table = std::mem::take(&mut self.table);
        self.blocks.block(&table.into_text());
    }
}
