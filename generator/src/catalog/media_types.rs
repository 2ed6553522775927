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

/// Patterns of media types, of which the first that matches counts, and how much each is wanted (less is more); `*` stands
/// for anything. A list of changes (RFC 6902) is what other JSON is not; bytes can hold any text.
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

/// How a body of this media type is handled, and how much it is wanted where there are several (less is more).
pub(crate) fn codec(media_type: &str) -> (usize, Codec) {
    let essence = essence_of(media_type);
    let found = CODECS
        .iter()
        .find(|(pattern, ..)| matches(pattern, &essence));
    found.map_or((CODECS.len(), Codec::Bytes), |(_, rank, codec)| {
        (*rank, *codec)
    })
}

/// Whether bodies of this media type tell how to change something, in a way that the media type alone tells: RFC 6902, RFC
/// 7396 and others like them.
pub(crate) fn is_patch(media_type: &str) -> bool {
    essence_of(media_type).contains("patch")
}

/// The media type without its parameters, in small letters.
pub(crate) fn essence_of(media_type: &str) -> String {
    let essence = media_type.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
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
