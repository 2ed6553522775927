//! The inline markup that is open while text is written.

use super::code::without_break;
use super::url::destination;

/// What can be open around text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Span {
    Emphasis,
    Strong,
    Strikethrough,
    /// A link; the destination is ready to be written.
    Link(String),
}

/// A span that is open, and where it was opened in the output, once there is text in it.
#[derive(Clone, Debug)]
pub(super) struct OpenSpan {
    pub span: Span,
    pub opened_at: Option<usize>,
    /// A span inside another one of its kind writes nothing.
    pub repeats: bool,
}

impl Span {
    /// Returns whether both open and close with the same markup.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }

    fn marker(&self) -> &'static str {
        match self {
            Self::Emphasis => "*",
            Self::Strong => "**",
            Self::Strikethrough => "~~",
            Self::Link(_) => "[",
        }
    }
}

impl OpenSpan {
    /// Writes the opening markup, unless that was done before.
    pub(super) fn open(&mut self, out: &mut String) {
        if self.opened_at.is_some() {
            return;
        }
        self.opened_at = Some(out.len());
        if self.repeats {
            return;
        }
        let is_link = matches!(self.span, Span::Link(_));
        if is_link && out.ends_with('!') && !out.ends_with("\\!") {
            // Without the backslash, this would be an image.
            out.insert(out.len() - 1, '\\');
        }
        self.opened_at = Some(out.len());
        out.push_str(self.span.marker());
    }

    /// Writes the closing markup before the white space and the line break that `out` ends with.
    pub(super) fn close(self, out: &mut String) {
        if self.repeats {
            return;
        }
        match (self.span, self.opened_at) {
            (Span::Link(url), opened_at) => close_link(out, &url, opened_at),
            (_, None) => {}
            (span, Some(_)) => before_break(out, span.marker()),
        }
    }
}

/// A link without text, or with its own address for text, is an autolink.
fn close_link(out: &mut String, url: &str, opened_at: Option<usize>) {
    let opened_at = opened_at.unwrap_or(out.len());
    let text = out
        .get(opened_at + 1..)
        .unwrap_or_default()
        .trim()
        .replace('\\', "");
    if text.is_empty() || destination(&text).as_deref() == Some(url) {
        let is_autolink = !text.is_empty() && !text.contains([' ', '\n', '<', '>']);
        out.truncate(opened_at);
        out.push('<');
        out.push_str(if is_autolink { &text } else { url });
        out.push('>');
    } else {
        before_break(out, &format!("]({url})"));
    }
}

fn before_break(out: &mut String, markup: &str) {
    let end = without_break(out.trim_end()).len();
    out.insert_str(end, markup);
}

#[cfg(test)]
mod tests {
    use super::{OpenSpan, Span};

    fn written(span: Span, before: &str, text: &str) -> String {
        let mut out = before.to_owned();
        let mut open = OpenSpan {
            span,
            opened_at: None,
            repeats: false,
        };
        open.open(&mut out);
        out.push_str(text);
        open.close(&mut out);
        out
    }

    #[test]
    fn writes_markup_around_text() {
        let link = || Span::Link("https://a.b".to_owned());
        assert_eq!(written(Span::Strong, "", "a "), "**a** ");
        assert_eq!(written(link(), "see ", "a"), "see [a](https://a.b)");
        assert_eq!(written(link(), "so!", "a"), "so\\![a](https://a.b)");
        assert_eq!(written(link(), "", "https://a.b"), "<https://a.b>");
    }
}
