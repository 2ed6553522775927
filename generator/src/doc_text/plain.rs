//! The short way for the usual description: sentences with hardly any markup.

/// Returns whether `text` consists of lines that read the same as Markdown and as plain text, code spans apart.
///
/// It errs on the side of `false`: what is not plain is parsed.
pub(super) fn is_plain(text: &str) -> bool {
    text.split('\n').all(|line| is_plain_line(line.as_bytes())) && !text.contains("://")
}

/// Returns whether a line begins with a letter, ends without a space, and has no markup but code spans.
fn is_plain_line(line: &[u8]) -> bool {
    let begins = line.first().is_some_and(u8::is_ascii_alphabetic);
    let ends = line.last().is_some_and(|byte| *byte != b' ');
    begins && ends && has_plain_bytes(line)
}

fn has_plain_bytes(line: &[u8]) -> bool {
    let mut rest = line;
    while let Some(at) = rest.iter().position(|byte| !is_plain_byte(*byte)) {
        let (before, sign) = rest.split_at(at);
        rest = match sign {
            [b'_', after @ ..] if is_within_word(before, after) => after,
            [b'`', after @ ..] => match after_code(after) {
                Some(after) => after,
                None => return false,
            },
            _ => return false,
        };
    }
    true
}

/// Letters, digits, and signs that mean nothing to Markdown inside a line.
fn is_plain_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(byte, b' '..=b'%' | b'\''..=b')' | b'+'..=b'/' | b':' | b';' | b'=' | b'?' | b'@')
}

/// Returns whether an underscore between these is part of a word (`CommonMark` 0.31, section 6.2).
fn is_within_word(before: &[u8], after: &[u8]) -> bool {
    before.last().is_some_and(u8::is_ascii_alphanumeric)
        && after.first().is_some_and(u8::is_ascii_alphanumeric)
}

/// Returns what follows a code span that holds a single word, behind its opening backtick.
fn after_code(text: &[u8]) -> Option<&[u8]> {
    let end = text.iter().position(|byte| *byte == b'`')?;
    let (code, after) = text.split_at(end);
    let after = after.get(1..)?;
    let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || b"_-.".contains(byte);
    let is_single = !code.is_empty() && code.iter().all(is_word) && after.first() != Some(&b'`');
    is_single.then_some(after)
}

#[cfg(test)]
mod tests {
    use super::is_plain;
    use crate::doc_text::rewrite::rewritten;

    #[test]
    fn tells_plain_text() {
        for text in [
            "The service's name (1-63 characters), e.g. \"metrics\".",
            "See `a_b.c-d` and x_y.\nThen wait.",
        ] {
            assert!(is_plain(text), "{text}");
        }
        for text in [
            "",
            "1. one",
            "- a",
            "a_",
            "a _b",
            "a*b",
            "a  \nb",
            "a\n\nb",
            "a\n- b",
            "https://a.b",
            "é",
            "a\tb",
            "`a`",
            "a ``b``",
            "a `b",
            "[a]",
            "a&b",
        ] {
            assert!(!is_plain(text), "{text}");
        }
    }

    #[test]
    fn plain_text_is_what_parsing_makes_of_it() {
        const PARTS: [&str; 14] = [
            "a", "B1", "_", "`", "`c`", " ", "\n", ".", "1.", "-", "=", ":", "(d)", "#",
        ];
        let mut texts = vec![String::new()];
        for _ in 0..4 {
            let longer = |text: &String| PARTS.map(|part| format!("{text}{part}"));
            texts = texts.iter().flat_map(longer).collect();
            for text in texts.iter().filter(|text| is_plain(text)) {
                assert_eq!(rewritten(text), text.split('\n').collect::<Vec<_>>());
            }
        }
    }
}
