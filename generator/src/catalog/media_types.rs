//! Media types and how the runtime writes and reads them.

/// How a body of a media type is handled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Codec {
    /// By the schema, as JSON.
    Json,
    /// By the schema, as `application/x-www-form-urlencoded`.
    Form,
    /// As text.
    Text,
    /// As raw bytes.
    Bytes,
}

/// Patterns of media types with their rank, lower is preferred; the first match counts and `*` is a wildcard. JSON Patch
/// (RFC 6902) comes last of JSON, as its body has its own structure, and bytes come before text, as they can hold any.
const CODECS: &[(&str, usize, Codec)] = &[
    ("application/json", 0, Codec::Json),
    ("*/json", 1, Codec::Json),
    ("application/merge-patch+json", 2, Codec::Json),
    ("application/json-patch+json", 4, Codec::Json),
    ("*+json", 3, Codec::Json),
    ("application/x-www-form-urlencoded", 5, Codec::Form),
    ("application/octet-stream", 6, Codec::Bytes),
    ("text/*", 7, Codec::Text),
    ("*", 8, Codec::Bytes),
];

/// Returns how a body of this media type is handled, and how much it is wanted where there are several (less is more).
pub(crate) fn codec(media_type: &str) -> (usize, Codec) {
    let essence = essence_of(media_type);
    let found = CODECS
        .iter()
        .find(|(pattern, ..)| matches(pattern, &essence));
    found.map_or((CODECS.len(), Codec::Bytes), |(_, rank, codec)| {
        (*rank, *codec)
    })
}

/// Returns whether this is a patch format, such as those of RFC 6902 and RFC 7396: the same body means another change
/// in another format.
pub(crate) fn is_patch(media_type: &str) -> bool {
    essence_of(media_type).contains("patch")
}

/// Returns the media type without its parameters, in small letters.
pub(crate) fn essence_of(media_type: &str) -> String {
    split(media_type).0.to_ascii_lowercase()
}

/// Returns the media type without its parameters, and these, as they are written (RFC 9110, section 8.3.1).
pub(crate) fn split(media_type: &str) -> (&str, &str) {
    let (essence, parameters) = media_type.split_once(';').unwrap_or((media_type, ""));
    (essence.trim(), parameters.trim())
}

fn matches(pattern: &str, essence: &str) -> bool {
    match pattern.split_once('*') {
        Some((start, end)) => {
            essence.len() >= pattern.len() - 1
                && essence.starts_with(start)
                && essence.ends_with(end)
        }
        None => pattern == essence,
    }
}
