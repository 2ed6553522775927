//! Media types (RFC 9110, section 8.3.1).

/// A media type in small letters and without blanks.
pub(super) fn normal(media_type: &str) -> String {
    let letters = media_type.chars().filter(|letter| !letter.is_whitespace());
    letters.flat_map(char::to_lowercase).collect()
}

/// The media type without parameters.
pub(super) fn essence(media_type: &str) -> String {
    let normal = normal(media_type);
    normal.split(';').next().unwrap_or_default().to_owned()
}

/// Whether `range` (RFC 9110, section 12.5.1) is one and `media_type` is in it.
pub(super) fn covers(range: &str, media_type: &str) -> bool {
    let (range, media_type) = (essence(range), essence(media_type));
    match range.split_once('/') {
        Some(("*", _)) => true,
        Some((kind, "*")) => media_type
            .split_once('/')
            .is_some_and(|(other, _)| other == kind),
        _ => false,
    }
}

/// Whether a schema tells more of a body than that it is a text, or bytes.
pub(super) fn is_structured(media_type: &str) -> bool {
    let essence = essence(media_type);
    !essence.starts_with("text/") && essence != "application/octet-stream"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_and_letters_do_not_count() {
        assert_eq!(
            normal("Text/Plain; charset=UTF-8"),
            "text/plain;charset=utf-8"
        );
        assert_eq!(essence("Text/Plain; charset=UTF-8"), "text/plain");
        assert!(covers("*/*", "a/b") && covers("a/*", "a/b"));
        assert!(!covers("a/*", "b/b") && !covers("a/b", "a/b"));
    }
}
