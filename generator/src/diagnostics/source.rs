use std::cmp::Ordering;
use std::{fmt, ptr};

use super::Pointer;
use super::locate::scalar;

/// A text and the name the user knows it by.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct Source {
    name: String,
    text: String,
}

impl Source {
    /// `name` is shown in messages: the path or address that the user gave. `text` is the whole content.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            text: text.into(),
        }
    }

    /// Returns the name shown in messages.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the whole content.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the scalar at `pointer` as the text spells it, with its quotes.
    pub(crate) fn scalar(&self, pointer: &Pointer) -> Option<&str> {
        scalar(&self.text, pointer)
    }
}

impl Ord for Source {
    /// By name, then by text. One and the same source is not read for it: findings are sorted by their sources.
    fn cmp(&self, other: &Self) -> Ordering {
        if ptr::eq(self, other) {
            return Ordering::Equal;
        }
        (&self.name, &self.text).cmp(&(&other.name, &other.text))
    }
}

impl PartialOrd for Source {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

// A text can have megabytes, which would bury everything else in a debug print.
impl fmt::Debug for Source {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Source")
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}
