//! The hash that tells whether a file is still what was written.

use sha2::{Digest, Sha256};

/// A SHA-256 as 64 lower-case hexadecimal digits, the notation `sha256sum` prints.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Hash(String);

impl Hash {
    pub(super) fn of(bytes: &[u8]) -> Self {
        Self(format!("{:x}", Sha256::digest(bytes)))
    }

    /// Takes `text` if it is a hash in the notation of [`Hash::of`].
    pub(super) fn parse(text: &str) -> Option<Self> {
        let is_digit = |byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        (text.len() == 64 && text.bytes().all(is_digit)).then(|| Self(text.to_owned()))
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_reads_back() {
        let empty = Hash::of(b"");
        assert_eq!(
            empty.as_str(),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        );
        assert_eq!(Hash::parse(empty.as_str()), Some(empty));
        assert_eq!(Hash::parse(&"E".repeat(64)), None);
        assert_eq!(Hash::parse("e3b0"), None);
    }
}
