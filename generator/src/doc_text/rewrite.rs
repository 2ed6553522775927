//! Parses a description and writes it anew.

use std::borrow::Cow;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::blocks::Blocks;
use super::characters::{is_clean, is_unwanted, prepared};
use super::escape::Surroundings;
use super::html::HtmlList;
use super::inline::Inline;
use super::spans::Span;
use super::table::Table;

/// A line across the page; `---` would make a heading of text above it.
pub(super) const RULE: &str = "***";

/// Returns the lines of `text`, safe as a doc comment.
pub(super) fn rewritten(text: &str) -> Vec<String> {
    let text = prepared(text);
    let options = Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS;
    let mut rewriter = Rewriter::default();
    for event in Parser::new_ext(&text, options) {
        rewriter.event(event);
    }
    rewriter.paragraph();
    rewriter.blocks.into_lines()
}

/// What has been written so far, and what is open in the source.
#[derive(Debug, Default)]
pub(super) struct Rewriter {
    pub inline: Inline,
    pub blocks: Blocks,
    /// The next number of each open list, `None` for bullets.
    pub lists: Vec<Option<u64>>,
    /// Whether each open link and image is written as a link.
    pub links: Vec<bool>,
    /// The text of the code or HTML block that is open.
    pub raw: Option<String>,
    pub table: Table,
    pub html_list: HtmlList,
}

impl Rewriter {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text)
            | Event::Html(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text) => self.text(&text),
            Event::Code(code) => self.inline.code(&wanted(&code)),
            Event::InlineHtml(tag) => self.tag(&wanted(&tag)),
            Event::SoftBreak => self.inline.soft_break(),
            Event::HardBreak => self.inline.hard_break(),
            Event::Rule => self.block(RULE),
            Event::TaskListMarker(done) => self.inline.text(if done { "☑ " } else { "☐ " }),
            Event::FootnoteReference(label) => self.text(&format!("[^{label}]")),
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Emphasis => self.inline.open(Span::Emphasis),
            Tag::Strong => self.inline.open(Span::Strong),
            Tag::Strikethrough => self.inline.open(Span::Strikethrough),
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
                let opened = self.open_link(&wanted(&dest_url));
                self.links.push(opened);
            }
            Tag::TableCell => self.inline.set_surroundings(Surroundings {
                cell: true,
                ..Surroundings::default()
            }),
            Tag::Paragraph => {}
            other => {
                self.tight();
                self.start_block(other);
            }
        }
    }

    fn start_block(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { .. } => self.inline.set_surroundings(Surroundings {
                heading: true,
                ..Surroundings::default()
            }),
            Tag::BlockQuote(_) => self.blocks.enter_quote(),
            Tag::CodeBlock(CodeBlockKind::Indented | CodeBlockKind::Fenced(_)) | Tag::HtmlBlock => {
                self.raw = Some(String::new());
            }
            Tag::List(first) => self.start_list(first),
            Tag::Item => self.start_item(),
            Tag::FootnoteDefinition(label) => self.text(&format!("[^{label}]: ")),
            Tag::Table(alignments) => self.start_table(alignments),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis => self.inline.close(&Span::Emphasis),
            TagEnd::Strong => self.inline.close(&Span::Strong),
            TagEnd::Strikethrough => self.inline.close(&Span::Strikethrough),
            TagEnd::Link | TagEnd::Image => self.end_link(),
            TagEnd::Paragraph => self.end_paragraph(),
            TagEnd::Heading(level) => self.end_heading(level),
            TagEnd::BlockQuote(_) => self.end_quote(),
            TagEnd::CodeBlock => self.end_code(),
            TagEnd::HtmlBlock => self.end_html(),
            TagEnd::List(_) => self.end_list(),
            TagEnd::Item => self.end_item(),
            TagEnd::TableCell => self.table.cell(&self.inline.finish()),
            TagEnd::TableHead => self.table.end_head(),
            TagEnd::TableRow => self.table.end_row(),
            TagEnd::Table => self.end_table(),
            _ => self.tight(),
        }
    }

    fn text(&mut self, text: &str) {
        let text = wanted(text);
        match &mut self.raw {
            Some(raw) => raw.push_str(&text),
            None => self.inline.text(&text),
        }
    }
}

/// `text` without guards, and without what character references may have smuggled in.
fn wanted(text: &str) -> Cow<'_, str> {
    let is_wanted = |character: char| character == '\n' || !is_unwanted(character);
    if is_clean(text) || text.chars().all(is_wanted) {
        return Cow::Borrowed(text);
    }
    text.chars()
        .filter(|character| is_wanted(*character))
        .collect()
}

#[cfg(test)]
#[path = "rewrite_tests.rs"]
mod tests;
