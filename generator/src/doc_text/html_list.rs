//! Follows the tags of HTML among the Markdown.

use super::html::{Markup, markup};
use super::rewrite::{RULE, Rewriter};
use super::spans::Span;

/// The list that HTML has opened.
#[derive(Debug, Default)]
pub(super) struct HtmlList {
    ordered: bool,
    item: Item,
}

#[derive(Debug, Default, PartialEq, Eq)]
enum Item {
    #[default]
    None,
    Empty,
    Filled,
}

impl Rewriter {
    /// Does what an HTML tag asks for, or shows it as text.
    pub(super) fn tag(&mut self, tag: &str) {
        match markup(tag) {
            Some(markup) => self.markup(markup),
            None => self.inline.text(tag),
        }
    }

    fn markup(&mut self, markup: Markup) {
        match markup {
            Markup::Open(span) => self.inline.open(span),
            Markup::Close(span) => self.inline.close(&span),
            Markup::OpenLink(url) => {
                self.open_link(&url);
            }
            Markup::OpenCode => self.inline.open_code(),
            Markup::CloseCode => self.inline.close_code(),
            Markup::Nothing => {}
            // A block cannot stand in a cell or heading.
            _ if self.inline.is_one_line() => self.inline.text(" "),
            Markup::Break if !self.inline.is_broken() => self.inline.hard_break(),
            Markup::Item => self.html_item(),
            other => self.end_block(&other),
        }
    }

    fn end_block(&mut self, markup: &Markup) {
        self.paragraph();
        match markup {
            Markup::Rule => self.blocks.block(RULE),
            Markup::OpenHeading => self.inline.open(Span::Strong),
            Markup::OpenList(marker) => self.html_list.ordered = *marker != "- ",
            Markup::CloseList => self.close_html_list(),
            _ => {}
        }
    }

    fn html_item(&mut self) {
        self.paragraph();
        if self.html_list.item == Item::None {
            self.blocks.set_apart();
        } else {
            self.blocks.leave();
        }
        self.html_list.item = Item::Empty;
        self.blocks
            .enter_item(if self.html_list.ordered { "1. " } else { "- " });
    }

    pub(super) fn close_html_list(&mut self) {
        if self.html_list.item != Item::None {
            self.paragraph();
            self.html_list = HtmlList::default();
            self.blocks.leave();
            self.blocks.set_apart();
        }
    }

    /// Ends the current paragraph, if there is text in it.
    pub(super) fn paragraph(&mut self) {
        let text = self.inline.finish();
        if text.trim().is_empty() {
            return;
        }
        if self.html_list.item == Item::Empty {
            self.html_list.item = Item::Filled;
            self.blocks.tight(&text);
        } else {
            self.blocks.block(&text);
        }
    }
}
