use saphyr_parser::Parser;

// Far more than documents have open at once, and little enough for the parser to be quick.
const MAX_UNCHECKED_OPENINGS: usize = 1_000;

/// Returns the offset at which flow collections (`[`, `{`) are nested hopelessly deep.
///
/// The parser that builds the tree looks at all open flow collections for every token, so a long row of `[` would keep
/// it busy for hours before the tree's own limit applies. The parser asked here gives up at 255.
pub(super) fn too_deep(text: &str) -> Option<usize> {
    if openings(text) <= MAX_UNCHECKED_OPENINGS {
        return None;
    }
    let error = Parser::new_from_str(text).find_map(Result::err)?;
    let refused = error.info().contains("recursion limit");
    let mut offsets = text.char_indices().skip(error.marker().index());
    refused.then(|| offsets.next().map_or(text.len(), |(offset, _)| offset))
}

/// Returns how many flow collections begin in `text` at most: those in quotes and comments are counted too.
fn openings(text: &str) -> usize {
    let bytes = text.as_bytes();
    let pairs = bytes.iter().zip(bytes.iter().skip(1));
    let begin = |(before, byte): &(&u8, &u8)| {
        matches!(byte, b'[' | b'{')
            && matches!(
                before,
                b' ' | b'\t' | b'\n' | b'\r' | b'[' | b'{' | b',' | b':' | b'"' | b'\''
            )
    };
    pairs.filter(begin).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_deep_nesting_is_refused() {
        assert_eq!(too_deep(&"- [a, {b: c}]\n".repeat(2_000)), None);
        assert_eq!(too_deep(&"- ' [ [ ['\n".repeat(2_000)), None);
        assert_eq!(too_deep(&"[".repeat(200)), None);
        assert_eq!(too_deep(&format!("é: {}", "[".repeat(2_000))), Some(259));
        assert_eq!(
            too_deep(&format!("a: {}", "{ a: #}\n".repeat(2_000))),
            Some(2_043)
        );
    }
}
