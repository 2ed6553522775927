//! The backslash of a hard line break (`CommonMark` 0.31, section 6.7).

/// `text` without the hard line break that it ends with; an escaped backslash stays.
pub(super) fn without_break(text: &str) -> &str {
    let backslashes = text.len() - text.trim_end_matches('\\').len();
    if backslashes.is_multiple_of(2) {
        return text;
    }
    text.strip_suffix('\\').unwrap_or(text).trim_end()
}

#[cfg(test)]
mod tests {
    use super::without_break;

    #[test]
    fn tells_breaks_from_backslashes() {
        assert_eq!(without_break(r"a \"), "a");
        assert_eq!(without_break(r"a \\"), r"a \\");
        assert_eq!(without_break(r"a\\\"), r"a\\");
    }
}
