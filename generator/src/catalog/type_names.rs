//! Words that documents write for `type` (OpenAPI 3.0.3, Data Types, knows six), where it is plain what they mean.

use super::json_type::JsonType;

/// What a word means: `type`, and `format` where there is one.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Meaning {
    pub kind: Option<JsonType>,
    pub format: Option<&'static str>,
}

/// Words, in small letters, and what they mean.
const NAMES: &[(&str, JsonType, Option<&str>)] = &[
    ("arr", JsonType::Array, None),
    ("array", JsonType::Array, None),
    ("base64", JsonType::String, Some("byte")),
    ("bigint", JsonType::Integer, Some("int64")),
    ("binary", JsonType::String, Some("binary")),
    ("bool", JsonType::Boolean, None),
    ("boolean", JsonType::Boolean, None),
    ("byte", JsonType::String, Some("byte")),
    ("char", JsonType::String, None),
    ("date", JsonType::String, Some("date")),
    ("date-time", JsonType::String, Some("date-time")),
    ("datetime", JsonType::String, Some("date-time")),
    ("dict", JsonType::Object, None),
    ("dictionary", JsonType::Object, None),
    ("double", JsonType::Number, Some("double")),
    ("email", JsonType::String, Some("email")),
    ("enum", JsonType::String, None),
    ("file", JsonType::String, Some("binary")),
    ("float", JsonType::Number, Some("float")),
    ("float32", JsonType::Number, Some("float")),
    ("float64", JsonType::Number, Some("double")),
    ("guid", JsonType::String, Some("uuid")),
    ("hash", JsonType::Object, None),
    ("int", JsonType::Integer, None),
    ("int16", JsonType::Integer, Some("int16")),
    ("int32", JsonType::Integer, Some("int32")),
    ("int64", JsonType::Integer, Some("int64")),
    ("int8", JsonType::Integer, Some("int8")),
    ("integer", JsonType::Integer, None),
    ("list", JsonType::Array, None),
    ("long", JsonType::Integer, Some("int64")),
    ("map", JsonType::Object, None),
    ("num", JsonType::Number, None),
    ("number", JsonType::Number, None),
    ("obj", JsonType::Object, None),
    ("object", JsonType::Object, None),
    ("password", JsonType::String, Some("password")),
    ("short", JsonType::Integer, Some("int16")),
    ("str", JsonType::String, None),
    ("string", JsonType::String, None),
    ("text", JsonType::String, None),
    ("uint", JsonType::Integer, Some("uint64")),
    ("uint16", JsonType::Integer, Some("uint16")),
    ("uint32", JsonType::Integer, Some("uint32")),
    ("uint64", JsonType::Integer, Some("uint64")),
    ("uint8", JsonType::Integer, Some("uint8")),
    ("uri", JsonType::String, Some("uri")),
    ("url", JsonType::String, Some("uri")),
    ("uuid", JsonType::String, Some("uuid")),
    ("varchar", JsonType::String, None),
];

/// Returns what `word` means as a `type`: nothing, if that is not plain.
pub(crate) fn meaning(word: &str) -> Meaning {
    let word = word.trim().to_lowercase();
    let known = NAMES.iter().find(|(name, ..)| *name == word);
    known.map_or_else(Meaning::default, |(_, kind, format)| Meaning {
        kind: Some(*kind),
        format: *format,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_mean_types_in_any_case() {
        let check = |word: &str| meaning(word).kind;
        assert_eq!(check(" String"), Some(JsonType::String));
        assert_eq!(check("LONG"), Some(JsonType::Integer));
        assert_eq!(check("any"), None);
    }
}
