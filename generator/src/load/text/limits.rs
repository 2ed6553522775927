use crate::diagnostics::{Diagnostic, Place};

use super::codes;

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
    pub(super) const DEEPEST: usize = 120;

    pub(super) fn check_size(&self, text: &str) -> Result<(), Diagnostic> {
        if text.len() <= self.bytes {
            return Ok(());
        }
        let message = format!(
            "the document has {} bytes; at most {} are read",
            text.len(),
            self.bytes
        );
        Err(Diagnostic::new(&codes::TOO_LARGE, Place::Whole, message))
    }
}

impl Default for Limits {
    /// 64 MiB, 120 levels, 5 million values.
    fn default() -> Self {
        Self {
            bytes: 64 << 20,
            depth: Self::DEEPEST,
            nodes: 5_000_000,
        }
    }
}
