//! Writes text so that Markdown reads it as nothing but text.

use super::code::push_code_span;
use super::url::{first_url, is_template};

/// Where a piece of text stands.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Surroundings {
    /// Inside a link, where no other link may stand.
    pub link: bool,
    /// Inside a cell, which `|` would end.
    pub cell: bool,
    /// Inside a heading, which `#` may close.
    pub heading: bool,
}

/// Appends `text` to `out`, escaped; bare URLs become links.
pub(super) fn push_text(out: &mut String, text: &str, surroundings: Surroundings) {
    let mut rest = text;
    while !surroundings.link
        && let Some(url) = first_url(rest)
    {
        push_escaped(out, rest.get(..url.start).unwrap_or_default(), surroundings);
        push_url(out, rest.get(url.start..url.end).unwrap_or_default());
        rest = rest.get(url.end..).unwrap_or_default();
    }
    push_escaped(out, rest, surroundings);
}

/// A template is shown as code: it leads nowhere.
fn push_url(out: &mut String, url: &str) {
    if is_template(url) {
        return push_code_span(out, url);
    }
    out.push('<');
    out.push_str(url);
    out.push('>');
}

fn push_escaped(out: &mut String, text: &str, surroundings: Surroundings) {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| byte.is_ascii_punctuation()) {
        let (plain, sign) = rest.split_at(at);
        out.push_str(plain);
        let mut behind = sign.chars();
        let Some(character) = behind.next() else {
            break;
        };
        rest = behind.as_str();
        if is_special(character, || current_line(out), rest, surroundings) {
            out.push('\\');
        }
        out.push(character);
    }
    out.push_str(rest);
}

/// Returns what is written of the line so far; only its beginning matters, so a long one is not searched to its start.
fn current_line(out: &str) -> &str {
    const ENOUGH: usize = 24;
    let tail = out.char_indices().rev().take(ENOUGH).last();
    let tail = tail
        .and_then(|(start, _)| out.get(start..))
        .unwrap_or_default();
    tail.rsplit('\n').next().unwrap_or_default()
}

/// Returns whether `character` between `line` and `rest` would mean something to Markdown.
fn is_special<'a>(
    character: char,
    line: impl Fn() -> &'a str,
    rest: &str,
    surroundings: Surroundings,
) -> bool {
    let previous = || line().chars().next_back();
    let next = rest.chars().next();
    match character {
        '`' | '[' | ']' | '<' => true,
        '*' => {
            !(is_space(previous())
                && next.is_some_and(char::is_whitespace)
                && !line().trim().is_empty())
        }
        '\\' => next.is_none_or(|next| next.is_ascii_punctuation() || next.is_whitespace()),
        '_' => !next.is_some_and(char::is_alphanumeric),
        '~' => !(is_space(previous()) && next.is_some_and(char::is_alphanumeric)),
        '&' => begins_entity(rest),
        '|' => surroundings.cell || line().trim().is_empty(),
        '#' if surroundings.heading => true,
        '>' | '#' | '+' | '-' | '=' | ':' => {
            begins_block(character, next) && line().trim().is_empty()
        }
        '.' | ')' => next.is_none_or(char::is_whitespace) && is_list_number(line()),
        _ => false,
    }
}

/// Returns whether `character`, the first one of a line, may open a block: a heading, a list, a quote, a table.
fn begins_block(character: char, next: Option<char>) -> bool {
    character == '>' || !next.is_some_and(char::is_alphanumeric)
}

fn is_space(character: Option<char>) -> bool {
    character.is_none_or(char::is_whitespace)
}

/// Returns whether `line` holds only the number of an ordered list, which has at most nine digits.
fn is_list_number(line: &str) -> bool {
    let digits = line.trim_start();
    !digits.is_empty() && digits.len() <= 9 && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns whether `&` and `rest` make a character reference; the longest name has 31 letters.
pub(super) fn begins_entity(rest: &str) -> bool {
    let name = rest.strip_prefix('#').unwrap_or(rest);
    let after = name.trim_start_matches(|character: char| character.is_ascii_alphanumeric());
    name.len() > after.len() && after.starts_with(';')
}

#[cfg(test)]
mod tests {
    use super::{Surroundings, push_text};

    const CASES: &[(&str, &str)] = &[
        ("snake_case and _links", "snake_case and _links"),
        ("__init__", r"\__init\_\_"),
        ("a * b", "a * b"),
        ("a*b*", r"a\*b\*"),
        ("* a", r"\* a"),
        ("<id> -> [x]", r"\<id> -> \[x\]"),
        ("1. a", r"1\. a"),
        ("1.5", "1.5"),
        ("-1", "-1"),
        ("- 1", r"\- 1"),
        ("---", r"\---"),
        ("> a", r"\> a"),
        ("# a", r"\# a"),
        ("#1", "#1"),
        ("R&D &lt; &#1;", r"R&D \&lt; \&#1;"),
        (r"C:\path\*", r"C:\path\\\*"),
        ("~5 to ~6", "~5 to ~6"),
        ("at https://a.b/c.", "at <https://a.b/c>."),
        ("at https://{a}.b/c", "at `https://{a}.b/c`"),
    ];

    #[test]
    fn escapes_what_means_something() {
        for (text, escaped) in CASES {
            let mut out = String::new();
            push_text(&mut out, text, Surroundings::default());
            assert_eq!(out, *escaped, "{text}");
        }
    }
}
