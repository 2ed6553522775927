//! Removes what must not stand in source text, and evens out what is left.

use std::borrow::Cow;

/// Stands before a `<` that would begin an HTML block; no text holds it.
pub(super) const GUARD: char = '\u{E000}';

/// Columns from one tab stop to the next (`CommonMark` 0.31, section 2.2).
const TAB: usize = 4;

/// `text` with `\n` as the only line ending, spaces for tabs, no control or invisible formatting characters, no common
/// indentation, and a [`GUARD`] wherever HTML would begin a block.
pub(super) fn prepared(text: &str) -> String {
    let text = if is_clean(text) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(cleaned(text))
    };
    let indent = common_indent(&text);
    let mut prepared = String::with_capacity(text.len());
    for line in text.lines() {
        let line = line.get(indent..).unwrap_or_default();
        let (markers, rest) = line.split_at(line.find(begins_content).unwrap_or(line.len()));
        prepared.push_str(markers);
        if rest.starts_with('<') && !rest.starts_with("<!--") {
            prepared.push(GUARD);
        }
        prepared.push_str(rest);
        prepared.push('\n');
    }
    prepared
}

/// Returns whether `character` is no indentation and no marker of a list or block quote.
fn begins_content(character: char) -> bool {
    !matches!(
        character,
        ' ' | '>' | '-' | '+' | '*' | '.' | ')' | '0'..='9'
    )
}

/// Returns whether `text` has nothing but lines of printable ASCII, as most texts, in which nothing is unwanted.
pub(super) fn is_clean(text: &str) -> bool {
    text.bytes()
        .all(|byte| byte == b'\n' || matches!(byte, b' '..=b'~'))
}

fn cleaned(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    let mut column = 0;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' if characters.peek() == Some(&'\n') => continue,
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                cleaned.push('\n');
                column = 0;
                continue;
            }
            '\t' => {
                let width = TAB - column % TAB;
                cleaned.extend(std::iter::repeat_n(' ', width));
                column += width;
                continue;
            }
            unwanted if is_unwanted(unwanted) => continue,
            wanted => cleaned.push(wanted),
        }
        column += 1;
    }
    cleaned
}

/// Returns whether `character` changes the direction of the text around it (Unicode Standard Annex 9), or pretends to
/// be no character at all.
#[must_use]
pub fn is_direction_control(character: char) -> bool {
    matches!(
        character,
        '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}'
    )
}

/// Control characters, invisible and bidirectional formatting, and tags (Unicode 16, section 23).
pub(super) fn is_unwanted(character: char) -> bool {
    character.is_control()
        || character == GUARD
        || matches!(
            character,
            '\u{61C}'
                | '\u{180E}'
                | '\u{200B}'..='\u{200F}'
                | '\u{202A}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}'
                | '\u{FEFF}'
                | '\u{FFF9}'..='\u{FFFB}'
                | '\u{E0000}'..='\u{E007F}'
        )
}

fn common_indent(text: &str) -> usize {
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| line.len() - line.trim_start_matches(' ').len())
        .min()
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::prepared;

    #[test]
    fn evens_out() {
        assert_eq!(prepared("a\r\nb\rc\u{2028}d"), "a\nb\nc\nd\n");
        assert_eq!(prepared("a\tb"), "a   b\n");
        assert_eq!(prepared("a\0\u{202e}\u{200b}\u{e0041}\u{1b}b"), "ab\n");
        assert_eq!(prepared("    a\n\n      b\n"), "a\n\n  b\n");
    }

    #[test]
    fn guards_against_html_blocks() {
        assert_eq!(prepared("- <p>a"), "- \u{e000}<p>a\n");
        assert_eq!(prepared("a <p>"), "a <p>\n");
        assert_eq!(prepared("<!-- a -->"), "<!-- a -->\n");
    }
}
