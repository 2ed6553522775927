use std::borrow::Cow;

/// `text` with every `\uD800` to `\uDFFF` replaced by another escape sequence of the same length.
///
/// JSON writes characters beyond 16 bits as a pair of these
/// ([RFC 8259, section 7](https://www.rfc-editor.org/rfc/rfc8259#section-7)), which a YAML parser refuses.
/// For finding places only the length counts.
pub(super) fn mask(text: &str) -> Cow<'_, str> {
    let mut masked = String::new();
    let mut rest = text;
    while let Some((before, behind)) = next(rest) {
        masked.push_str(before);
        masked.push_str("\\uFFFD");
        rest = behind;
    }
    if masked.is_empty() {
        return text.into();
    }
    masked.push_str(rest);
    masked.into()
}

fn next(text: &str) -> Option<(&str, &str)> {
    let mut escapes = text.match_indices("\\u");
    escapes.find_map(|(start, _)| {
        let code = text.get(start + 2..start + 6)?;
        let code = u16::from_str_radix(code, 16).ok()?;
        let surrogate = (0xD800..=0xDFFF).contains(&code);
        surrogate.then_some((text.get(..start)?, text.get(start + 6..)?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_surrogates_are_masked() {
        let text = r"é\u00e9\uD83d\ude00\n\u1";
        assert_eq!(mask(text), r"é\u00e9\uFFFD\uFFFD\n\u1");
        assert_eq!(mask(r"\ud7ff\ue000"), r"\ud7ff\ue000");
        assert_eq!(mask(r"\ud83d"), r"\uFFFD");
    }
}
