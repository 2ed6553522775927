use serde::{Deserialize, Serialize};

/// What a file holds, byte for byte: documents can be UTF-16
/// ([YAML 1.2.2, section 5.2](https://yaml.org/spec/1.2.2/#52-character-encodings)). A journal stays legible where it
/// is UTF-8.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Content {
    /// UTF-8.
    Text(String),
    /// Anything else.
    Bytes(Vec<u8>),
}

impl Content {
    pub fn bytes(&self) -> &[u8] {
        match self {
            Self::Text(text) => text.as_bytes(),
            Self::Bytes(bytes) => bytes,
        }
    }

    /// Returns the text, if it is UTF-8.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Bytes(_) => None,
        }
    }
}

impl Default for Content {
    fn default() -> Self {
        Self::Text(String::new())
    }
}

impl From<Vec<u8>> for Content {
    fn from(bytes: Vec<u8>) -> Self {
        String::from_utf8(bytes).map_or_else(|error| Self::Bytes(error.into_bytes()), Self::Text)
    }
}

impl From<String> for Content {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_journal_keeps_every_byte() {
        for (bytes, written) in [
            (b"a: 1\n".as_slice(), r#""a: 1\n""#),
            (b"\xFF\xFEa\0", "[255,254,97,0]"),
        ] {
            let content = Content::from(bytes.to_vec());
            assert_eq!(serde_json::to_string(&content).unwrap(), written);
            let read: Content = serde_json::from_str(written).unwrap();
            assert_eq!(read.bytes(), bytes);
        }
    }
}
