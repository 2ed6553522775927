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

/// The parameters, sorted, without those that say nothing about the document: UTF-8 is what is assumed anyway, and a
/// boundary is another one in each message.
pub(super) fn parameters(media_type: &str) -> Vec<String> {
    let normal = normal(media_type).replace('"', "");
    let parameters = normal.split(';').skip(1).map(str::to_owned);
    let counts = |parameter: &String| {
        let is_assumed = ["", "charset=utf-8"].contains(&parameter.as_str());
        !is_assumed && !parameter.starts_with("boundary=")
    };
    let mut parameters: Vec<String> = parameters.filter(counts).collect();
    parameters.sort();
    parameters
}

/// Whether bodies of this media type are XML (RFC 7303, sections 9.1 and 9.2, 8.1 for `+xml`).
pub(super) fn is_xml(media_type: &str) -> bool {
    let essence = essence(media_type);
    ["application/xml", "text/xml"].contains(&essence.as_str()) || essence.ends_with("+xml")
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
    fn letters_and_blanks_do_not_count() {
        assert_eq!(
            normal("Text/Plain; charset=UTF-8"),
            "text/plain;charset=utf-8"
        );
        assert_eq!(essence("Text/Plain; charset=UTF-8"), "text/plain");
        let check = |media_type, expected: &[&str]| {
            assert_eq!(parameters(media_type), expected, "{media_type}");
        };
        check("a/b; Charset=\"UTF-8\"; boundary=x", &[]);
        check("a/b; v=2; charset=latin1", &["charset=latin1", "v=2"]);
        assert!(is_xml("Text/XML; charset=utf-8") && is_xml("image/svg+xml") && !is_xml("a/xml"));
        assert!(covers("*/*", "a/b") && covers("a/*", "a/b"));
        assert!(!covers("a/*", "b/b") && !covers("a/b", "a/b"));
    }
}
