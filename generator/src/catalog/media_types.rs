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

/// Patterns of media types, most wanted first; `*` stands for anything.
const CODECS: &[(&str, Codec)] = &[
    ("application/json", Codec::Json),
    ("*/json", Codec::Json),
    ("*+json", Codec::Json),
    ("application/x-www-form-urlencoded", Codec::Form),
    ("text/*", Codec::Text),
    ("*", Codec::Bytes),
];

/// How a body of this media type is handled, and how much it is wanted where there are several (less is more).
pub(crate) fn codec(media_type: &str) -> (usize, Codec) {
    let essence = essence_of(media_type);
    let found = CODECS
        .iter()
        .enumerate()
        .find(|(_, (pattern, _))| matches(pattern, &essence));
    found.map_or((CODECS.len(), Codec::Bytes), |(rank, (_, codec))| {
        (rank, *codec)
    })
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
