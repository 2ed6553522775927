//! Line endings and byte order marks of texts that people keep.

const BYTE_ORDER_MARK: char = '\u{feff}';

/// The style of a text: its line endings, and whether it has a byte order mark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct TextStyle {
    has_mark: bool,
    has_crlf: bool,
}

impl TextStyle {
    /// Splits a text into its style and the text with `\n` at the ends of lines and without a byte order mark.
    ///
    /// A text with both line endings counts as one with `\r\n`.
    pub fn split(text: &str) -> (Self, String) {
        let plain = text.strip_prefix(BYTE_ORDER_MARK);
        let style = Self {
            has_mark: plain.is_some(),
            has_crlf: text.contains("\r\n"),
        };
        (style, plain.unwrap_or(text).replace("\r\n", "\n"))
    }

    /// Puts a text without carriage returns into this style.
    pub fn apply(self, text: &str) -> String {
        let text = if self.has_crlf {
            text.replace('\n', "\r\n")
        } else {
            text.to_owned()
        };
        if self.has_mark {
            format!("{BYTE_ORDER_MARK}{text}")
        } else {
            text
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_keep_their_style() {
        for text in ["", "a\nb\n", "a\r\nb\r\n", "\u{feff}a\n", "\u{feff}a\r\n"] {
            let (style, plain) = TextStyle::split(text);
            assert!(!plain.contains(['\r', BYTE_ORDER_MARK]), "{text:?}");
            assert_eq!(style.apply(&plain), text);
        }
    }
}
