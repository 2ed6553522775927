//! From bytes to text, within limits.

use std::sync::Arc;

use crate::codes::text::{ENCODING, TOO_LARGE};
use crate::diagnostics::{Diagnostic, Diagnostics, Place, Source};

const UTF_8: &[u8] = b"\xEF\xBB\xBF";
const UTF_16_LE: &[u8] = b"\xFF\xFE";
const UTF_16_BE: &[u8] = b"\xFE\xFF";

/// Returns the text in `bytes`, known to the user as `name`, without its byte order mark.
///
/// The text is UTF-8, or UTF-16 if it begins with a byte order mark
/// ([YAML 1.2.2, section 5.2](https://yaml.org/spec/1.2.2/#52-character-encodings)).
///
/// # Errors
///
/// One diagnostic with the place of the first bytes that are no text.
pub fn decode(name: &str, bytes: &[u8]) -> Result<Source, Diagnostics> {
    if let Some(rest) = bytes.strip_prefix(UTF_16_LE) {
        utf_16(name, rest, u16::from_le_bytes)
    } else if let Some(rest) = bytes.strip_prefix(UTF_16_BE) {
        utf_16(name, rest, u16::from_be_bytes)
    } else {
        utf_8(name, bytes.strip_prefix(UTF_8).unwrap_or(bytes))
    }
}

fn utf_8(name: &str, bytes: &[u8]) -> Result<Source, Diagnostics> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Source::new(name, text)),
        Err(error) => Err(refuse(
            Source::new(name, String::from_utf8_lossy(bytes)),
            error.valid_up_to(),
            "the file is not UTF-8 text",
        )),
    }
}

fn utf_16(name: &str, bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<Source, Diagnostics> {
    let (pairs, rest) = bytes.as_chunks();
    let mut text = String::with_capacity(bytes.len());
    let mut fault = None;
    for char in char::decode_utf16(pairs.iter().copied().map(unit)) {
        let char = char.unwrap_or_else(|_| {
            fault.get_or_insert(text.len());
            char::REPLACEMENT_CHARACTER
        });
        text.push(char);
    }
    if !rest.is_empty() {
        fault.get_or_insert(text.len());
    }
    match fault {
        None => Ok(Source::new(name, text)),
        Some(offset) => Err(refuse(
            Source::new(name, text),
            offset,
            "the file begins as UTF-16, but is not UTF-16 text",
        )),
    }
}

fn refuse(source: Source, offset: usize, message: &str) -> Diagnostics {
    let mut diagnostics = Diagnostics::new(Arc::new(source));
    diagnostics.push(Diagnostic::new(&ENCODING, Place::offset(offset), message));
    diagnostics
}

/// How much of a document is read before it is refused, so that no text can exhaust memory or stack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Size of the text in bytes, and of all strings in it once YAML aliases are expanded.
    pub bytes: usize,
    /// How many lists and mappings may be nested. At most 120 has an effect.
    pub depth: usize,
    /// How many values and keys there may be once YAML aliases are expanded.
    pub nodes: usize,
}

impl Limits {
    /// Both parsers have a fixed limit slightly above this; ours says where it was exceeded.
    pub(super) const MAX_DEPTH: usize = 120;

    pub(super) fn check_size(&self, text: &str) -> Result<(), Diagnostic> {
        if text.len() <= self.bytes {
            return Ok(());
        }
        let message = format!(
            "the document has {} bytes, more than the limit of {}",
            text.len(),
            self.bytes
        );
        Err(Diagnostic::new(&TOO_LARGE, Place::Whole, message))
    }
}

impl Default for Limits {
    /// 64 MiB, 120 levels, 5 million values.
    fn default() -> Self {
        Self {
            bytes: 64 << 20,
            depth: Self::MAX_DEPTH,
            nodes: 5_000_000,
        }
    }
}

#[cfg(test)]
mod tests {

    use super::*;

    fn check(bytes: &[u8], text: &str) {
        assert_eq!(decode("x", bytes).unwrap().text(), text);
    }

    fn check_fault(bytes: &[u8], offset: usize) {
        let diagnostics = decode("x", bytes).unwrap_err();
        let places: Vec<_> = diagnostics.iter().map(|it| it.place.clone()).collect();
        assert_eq!(places, [Place::offset(offset)]);
        assert!(diagnostics.render(false).contains("text-encoding"));
    }

    #[test]
    fn byte_order_marks_tell_the_encoding() {
        check("é: 1".as_bytes(), "é: 1");
        check(b"\xEF\xBB\xBFa: 1", "a: 1");
        check(b"\xFF\xFEa\0\xE9\0\x3D\xD8\x00\xDE", "aé😀");
        check(b"\xFE\xFF\0a\0\xE9\xD8\x3D\xDE\x00", "aé😀");
        check(b"", "");
    }

    #[test]
    fn what_is_no_text_is_refused_with_its_place() {
        check_fault(b"a: \xE9t\xE9", 3);
        check_fault(b"\xEF\xBB\xBFa: \xFF", 3);
        check_fault(b"\xFF\xFEa\0\x3D\xD8b\0", 1);
        check_fault(b"\xFE\xFF\0a\0", 1);
    }
}
