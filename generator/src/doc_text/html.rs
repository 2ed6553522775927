//! What the HTML elements that descriptions use become in Markdown.

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

/// What `tag`, written as `<name attributes>` or `</name>`, asks for; `None` if it is to be shown as text.
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

/// The value of the attribute `href`.
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
