//! Writes the text and inline markup of one block.

use super::code::{push_code_span, without_break};
use super::escape::{Surroundings, push_text};
use super::spans::{OpenSpan, Span};

/// How many spans may be open at once.
const MAX_DEPTH: usize = 16;

/// The inline content of the block that is being written.
#[derive(Debug, Default)]
pub(super) struct Inline {
    out: String,
    /// Text not yet escaped: a parser hands it out in pieces, and a piece alone does not show what it means.
    text: String,
    spans: Vec<OpenSpan>,
    /// The content of a `<code>` element.
    code: Option<String>,
    surroundings: Surroundings,
}

impl Inline {
    /// Sets where the content stands until [`Inline::finish`].
    pub(super) fn set_surroundings(&mut self, surroundings: Surroundings) {
        self.surroundings = surroundings;
    }

    /// Returns whether a link is open: another one must not be opened in it.
    pub(super) fn in_link(&self) -> bool {
        self.surroundings.link
    }

    /// Returns whether the content is bound to one line, as in a cell or heading.
    pub(super) fn is_one_line(&self) -> bool {
        self.surroundings.cell || self.surroundings.heading
    }

    /// Returns whether a line has just been broken, so that another break makes a paragraph.
    pub(super) fn is_broken(&self) -> bool {
        let written = self.out.trim_end();
        self.text.trim().is_empty() && without_break(written).len() < written.len()
    }

    pub(super) fn text(&mut self, text: &str) {
        self.code.as_mut().unwrap_or(&mut self.text).push_str(text);
    }

    /// A code span with the content `code`.
    pub(super) fn code(&mut self, code: &str) {
        if self.code.is_some() {
            return self.text(code);
        }
        let code = if self.surroundings.cell {
            code.replace('|', "\\|")
        } else {
            code.to_owned()
        };
        if code.trim().is_empty() {
            return;
        }
        self.flush();
        self.open_spans();
        push_code_span(&mut self.out, &code);
    }

    pub(super) fn soft_break(&mut self) {
        self.text(if self.is_one_line() { " " } else { "\n" });
    }

    pub(super) fn hard_break(&mut self) {
        if self.is_one_line() || self.code.is_some() {
            return self.text(" ");
        }
        if self.is_broken() {
            return;
        }
        self.flush();
        let end = self.out.trim_end().len();
        self.out.truncate(end);
        self.out.push_str(if end == 0 { "" } else { "\\\n" });
    }

    /// Opens `span`; markup in code, and markup nested too deep, is left out.
    pub(super) fn open(&mut self, span: Span) {
        if self.code.is_some() || self.spans.len() >= MAX_DEPTH {
            return;
        }
        self.flush();
        let repeats = self.spans.iter().any(|open| open.span.is_like(&span));
        self.surroundings.link |= matches!(span, Span::Link(_));
        self.spans.push(OpenSpan {
            span,
            opened_at: None,
            repeats,
        });
    }

    /// Closes the innermost span like `span`, and what was opened inside it.
    pub(super) fn close(&mut self, span: &Span) {
        if self.code.is_some() {
            return;
        }
        self.flush();
        if let Some(surroundings) = self.spans.iter().rposition(|open| open.span.is_like(span)) {
            self.close_from(surroundings);
        }
    }

    pub(super) fn open_code(&mut self) {
        self.flush();
        self.code.get_or_insert_default();
    }

    pub(super) fn close_code(&mut self) {
        if let Some(code) = self.code.take() {
            self.code(&code.replace('\n', " "));
        }
    }

    /// Closes all that is open and returns the Markdown of the block.
    pub(super) fn finish(&mut self) -> String {
        self.close_code();
        self.flush();
        self.close_from(0);
        self.surroundings = Surroundings::default();
        std::mem::take(&mut self.out)
    }

    fn close_from(&mut self, surroundings: usize) {
        for span in self.spans.drain(surroundings..).rev() {
            span.close(&mut self.out);
        }
        self.surroundings.link = self
            .spans
            .iter()
            .any(|open| matches!(open.span, Span::Link(_)));
    }

    /// Writes the text gathered so far; markup opens behind the white space that the text begins with.
    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        let content = text.trim_start();
        let space = text.len() - content.len();
        self.out.push_str(text.get(..space).unwrap_or_default());
        if !content.is_empty() {
            self.open_spans();
            push_text(&mut self.out, content, self.surroundings);
        }
    }

    fn open_spans(&mut self) {
        for span in &mut self.spans {
            span.open(&mut self.out);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Inline, Span};

    #[test]
    fn opens_and_closes_around_text() {
        let mut inline = Inline::default();
        inline.text("a");
        inline.open(Span::Strong);
        inline.open(Span::Emphasis);
        inline.text(" b_");
        inline.text("c ");
        inline.close(&Span::Strong);
        inline.text("d");
        inline.close(&Span::Emphasis);
        assert_eq!(inline.finish(), "a ***b_c*** d");
    }

    #[test]
    fn fences_code_that_holds_backticks() {
        let mut inline = Inline::default();
        inline.code("a``b`");
        inline.open_code();
        inline.text("c");
        assert_eq!(inline.finish(), "``` a``b` ``` `c`");
    }
}
