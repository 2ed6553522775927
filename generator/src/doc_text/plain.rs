//! The short way for the usual description: one sentence without markup.

/// Whether `text` is one line that reads the same as Markdown and as plain text.
///
/// It errs on the side of `false`: what is not plain is parsed.
pub(super) fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.first().is_some_and(u8::is_ascii_alphabetic)
        && bytes.iter().all(|byte| is_plain_byte(*byte))
        && !text.contains("://")
}

/// Letters, digits, and signs that mean nothing to Markdown inside a line.
fn is_plain_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(byte, b' '..=b'%' | b'\''..=b')' | b'+'..=b'/' | b':' | b';' | b'=' | b'?' | b'@')
}

#[cfg(test)]
mod tests {
    use super::is_plain;

    #[test]
    fn tells_plain_text() {
        assert!(is_plain(
            "The service's name (1-63 characters), e.g. \"metrics\"."
        ));
        for text in [
            "",
            "1. one",
            "- a",
            "a_b",
            "a*b",
            "a\nb",
            "https://a.b",
            "é",
            "a\tb",
            "`a`",
            "[a]",
            "a&b",
        ] {
            assert!(!is_plain(text), "{text}");
        }
    }
}
