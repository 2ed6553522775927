//! Finds bare URLs and writes link destinations.

use super::escape::begins_entity;

/// A URL in running text: `text[start..end]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct BareUrl {
    pub start: usize,
    pub end: usize,
}

/// Returns the first bare `http` or `https` URL of `text`, without the punctuation of the sentence around it.
pub(super) fn first_url(text: &str) -> Option<BareUrl> {
    let mut from = 0;
    loop {
        let rest = text.get(from..)?;
        let scheme_end = from + rest.find("://")? + 3;
        from = scheme_end;
        let head = text.get(..scheme_end)?;
        let Some(scheme) = ["https://", "http://"]
            .into_iter()
            .find(|scheme| head.ends_with(scheme))
        else {
            continue;
        };
        let length = url_length(text.get(scheme_end..)?);
        if length > 0 {
            return Some(BareUrl {
                start: scheme_end - scheme.len(),
                end: scheme_end + length,
            });
        }
    }
}

/// Returns the length in bytes of the URL that `rest` begins with.
fn url_length(rest: &str) -> usize {
    let whole = rest
        .find(ends_url)
        .map_or(rest, |end| rest.get(..end).unwrap_or_default());
    let whole = if whole.contains('(') {
        whole
    } else {
        whole.split(')').next().unwrap_or(whole)
    };
    whole
        .trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_', '~'])
        .len()
}

fn ends_url(character: char) -> bool {
    character.is_whitespace()
        || matches!(
            character,
            '<' | '>' | '"' | '`' | '|' | '\\' | '^' | '[' | ']'
        )
}

/// Returns whether `url` is a template such as `https://{host}/path` and no address.
pub(super) fn is_template(url: &str) -> bool {
    url.contains(['{', '}'])
}

/// `url` as the destination of a Markdown link, if it is an `http` or `https` one.
pub(super) fn destination(url: &str) -> Option<String> {
    let is_web = ["https://", "http://"].into_iter().any(|scheme| {
        url.strip_prefix(scheme)
            .is_some_and(|rest| !rest.is_empty())
    });
    is_web.then(|| {
        url.char_indices()
            .map(|(at, character)| encoded(character, url, at))
            .collect()
    })
}

/// `character` as a link destination without angle brackets may hold it (`CommonMark` 0.31, section 6.3).
fn encoded(character: char, url: &str, at: usize) -> String {
    match character {
        ' ' | '"' | '<' | '>' | '(' | ')' | '[' | ']' | '\\' | '^' | '`' | '{' | '|' | '}' => {
            format!("%{:02X}", u32::from(character))
        }
        '&' if begins_entity(url.get(at + 1..).unwrap_or_default()) => "&amp;".to_owned(),
        character if character.is_whitespace() || character.is_control() => String::new(),
        character => character.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::{destination, first_url};

    fn url(text: &str) -> Option<&str> {
        first_url(text).map(|url| &text[url.start..url.end])
    }

    #[test]
    fn finds_urls_in_sentences() {
        assert_eq!(url("see https://a.b/c."), Some("https://a.b/c"));
        assert_eq!(url("(http://a.b)."), Some("http://a.b"));
        assert_eq!(url("https://a.b/c_(d), e"), Some("https://a.b/c_(d)"));
        assert_eq!(url("git+https://a.b"), Some("https://a.b"));
        assert_eq!(
            url("ftp://a.b or https://... or http://x"),
            Some("http://x")
        );
        assert_eq!(url("https://"), None);
    }

    #[test]
    fn keeps_web_destinations_only() {
        assert_eq!(
            destination("https://a.b/(c)?d&e").as_deref(),
            Some("https://a.b/%28c%29?d&e")
        );
        assert_eq!(
            destination("https://a.b?c&lt;").as_deref(),
            Some("https://a.b?c&amp;lt;")
        );
        for other in ["#a", "javascript:x", "mailto:a@b.c", "/a", "https://"] {
            assert_eq!(destination(other), None);
        }
    }
}
