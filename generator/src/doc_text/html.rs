//! What the HTML elements that descriptions use become in Markdown.

use super::rewrite::{RULE, Rewriter};
use super::spans::Span;

/// What a tag asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Markup {
    /// The end of a line.
    Break,
    /// The end of the paragraph.
    Paragraph,
    /// A line across the page.
    Rule,
    Open(Span),
    Close(Span),
    /// A link to the address, as the document spells it.
    OpenLink(String),
    OpenCode,
    CloseCode,
    /// A heading, which is shown as a bold paragraph.
    OpenHeading,
    /// A list whose items have the marker.
    OpenList(&'static str),
    CloseList,
    Item,
    /// Nothing that Markdown can show.
    Nothing,
}

/// What opening and closing an element asks for.
type Element = (&'static str, fn() -> (Markup, Markup));

const ELEMENTS: &[Element] = &[
    ("a", || {
        (Markup::Nothing, Markup::Close(Span::Link(String::new())))
    }),
    ("b", || around(Span::Strong)),
    ("blockquote", || (Markup::Paragraph, Markup::Paragraph)),
    ("br", || (Markup::Break, Markup::Break)),
    ("center", || (Markup::Paragraph, Markup::Paragraph)),
    ("code", || (Markup::OpenCode, Markup::CloseCode)),
    ("del", || around(Span::Strikethrough)),
    ("div", || (Markup::Paragraph, Markup::Paragraph)),
    ("em", || around(Span::Emphasis)),
    ("font", || (Markup::Nothing, Markup::Nothing)),
    ("h1", || (Markup::OpenHeading, Markup::Paragraph)),
    ("h2", || (Markup::OpenHeading, Markup::Paragraph)),
    ("h3", || (Markup::OpenHeading, Markup::Paragraph)),
    ("h4", || (Markup::OpenHeading, Markup::Paragraph)),
    ("h5", || (Markup::OpenHeading, Markup::Paragraph)),
    ("h6", || (Markup::OpenHeading, Markup::Paragraph)),
    ("hr", || (Markup::Rule, Markup::Nothing)),
    ("i", || around(Span::Emphasis)),
    ("li", || (Markup::Item, Markup::Nothing)),
    ("ol", || (Markup::OpenList("1. "), Markup::CloseList)),
    ("p", || (Markup::Paragraph, Markup::Paragraph)),
    ("s", || around(Span::Strikethrough)),
    ("small", || (Markup::Nothing, Markup::Nothing)),
    ("span", || (Markup::Nothing, Markup::Nothing)),
    ("strong", || around(Span::Strong)),
    ("tt", || (Markup::OpenCode, Markup::CloseCode)),
    ("u", || (Markup::Nothing, Markup::Nothing)),
    ("ul", || (Markup::OpenList("- "), Markup::CloseList)),
];

/// Returns what `tag`, written as `<name attributes>` or `</name>`, asks for; `None` if it is to be shown as text.
pub(super) fn markup(tag: &str) -> Option<Markup> {
    if tag.starts_with("<!--") {
        return Some(Markup::Nothing);
    }
    let inner = tag.strip_prefix('<')?.strip_suffix('>')?;
    let name = inner
        .trim_start_matches('/')
        .split([' ', '\n', '/'])
        .next()?;
    let (_, both) = ELEMENTS
        .iter()
        .find(|(element, _)| element.eq_ignore_ascii_case(name))?;
    let (open, close) = both();
    if inner.starts_with('/') {
        return Some(close);
    }
    let link = name
        .eq_ignore_ascii_case("a")
        .then(|| address(inner))
        .flatten();
    Some(link.map_or(open, Markup::OpenLink))
}

fn around(span: Span) -> (Markup, Markup) {
    (Markup::Open(span.clone()), Markup::Close(span))
}

/// Returns the value of the attribute `href`.
fn address(inner: &str) -> Option<String> {
    let at = inner.to_ascii_lowercase().find("href")?;
    let value = inner
        .get(at + "href".len()..)?
        .trim_start()
        .strip_prefix('=')?
        .trim_start();
    let address = match value.chars().next()? {
        quote @ ('"' | '\'') => value.split(quote).nth(1)?,
        _ => value.split_whitespace().next()?,
    };
    Some(address.replace("&amp;", "&"))
}

/// `html` without its comments, if all of them are closed.
pub(super) fn without_comments(html: &str) -> Option<String> {
    let mut kept = String::new();
    let mut rest = html;
    while let Some((before, comment)) = rest.split_once("<!--") {
        kept.push_str(before);
        (_, rest) = comment.split_once("-->")?;
    }
    kept.push_str(rest);
    Some(kept)
}

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

#[cfg(test)]
mod tests {
    use super::{Markup, Span, markup, without_comments};

    #[test]
    fn knows_simple_elements() {
        assert_eq!(markup("<BR />"), Some(Markup::Break));
        assert_eq!(markup("<b class=x>"), Some(Markup::Open(Span::Strong)));
        assert_eq!(markup("</strong>"), Some(Markup::Close(Span::Strong)));
        let link = Markup::OpenLink("https://a.b?c&d".to_owned());
        assert_eq!(
            markup("<a id=\"x\" href='https://a.b?c&amp;d'>"),
            Some(link)
        );
        assert_eq!(markup("<id>"), None);
        assert_eq!(markup("<script>"), None);
    }

    #[test]
    fn drops_closed_comments() {
        assert_eq!(without_comments("a<!-- b -->c").as_deref(), Some("ac"));
        assert_eq!(without_comments("a<!-- b"), None);
    }
}
