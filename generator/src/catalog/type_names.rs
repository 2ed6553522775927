//! Words that documents write for `type` (OpenAPI 3.0.3, Data Types, knows six), where it is plain what they mean.

/// What a word means: `type`, and `format` where there is one.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Meaning {
    pub kind: Option<&'static str>,
    pub format: Option<&'static str>,
}

/// Words, in small letters, and what they mean.
const NAMES: &[(&str, &str, Option<&str>)] = &[
    ("arr", "array", None),
    ("array", "array", None),
    ("base64", "string", Some("byte")),
    ("bigint", "integer", Some("int64")),
    ("binary", "string", Some("binary")),
    ("bool", "boolean", None),
    ("boolean", "boolean", None),
    ("byte", "string", Some("byte")),
    ("char", "string", None),
    ("date", "string", Some("date")),
    ("date-time", "string", Some("date-time")),
    ("datetime", "string", Some("date-time")),
    ("dict", "object", None),
    ("dictionary", "object", None),
    ("double", "number", Some("double")),
    ("email", "string", Some("email")),
    ("enum", "string", None),
    ("file", "string", Some("binary")),
    ("float", "number", Some("float")),
    ("float32", "number", Some("float")),
    ("float64", "number", Some("double")),
    ("guid", "string", Some("uuid")),
    ("hash", "object", None),
    ("int", "integer", None),
    ("int16", "integer", Some("int16")),
    ("int32", "integer", Some("int32")),
    ("int64", "integer", Some("int64")),
    ("int8", "integer", Some("int8")),
    ("integer", "integer", None),
    ("list", "array", None),
    ("long", "integer", Some("int64")),
    ("map", "object", None),
    ("num", "number", None),
    ("number", "number", None),
    ("obj", "object", None),
    ("object", "object", None),
    ("password", "string", Some("password")),
    ("short", "integer", Some("int16")),
    ("str", "string", None),
    ("string", "string", None),
    ("text", "string", None),
    ("uint", "integer", Some("uint64")),
    ("uint16", "integer", Some("uint16")),
    ("uint32", "integer", Some("uint32")),
    ("uint64", "integer", Some("uint64")),
    ("uint8", "integer", Some("uint8")),
    ("uri", "string", Some("uri")),
    ("url", "string", Some("uri")),
    ("uuid", "string", Some("uuid")),
    ("varchar", "string", None),
];

/// What `word` means as a `type`: nothing, if that is not plain.
pub(crate) fn meaning(word: &str) -> Meaning {
    let word = word.trim().to_lowercase();
    let known = NAMES.iter().find(|(name, ..)| *name == word);
    known.map_or_else(Meaning::default, |(_, kind, format)| Meaning {
        kind: Some(kind),
        format: *format,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_mean_types_in_any_case() {
        let check = |word: &str| meaning(word).kind;
        assert_eq!(check(" String"), Some("string"));
        assert_eq!(check("LONG"), Some("integer"));
        assert_eq!(check("any"), None);
    }
}
