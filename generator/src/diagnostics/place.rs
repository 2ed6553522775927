use std::ops::Range;

use super::Pointer;

/// Where in a text a finding is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// The value at this pointer. What the text does not hold (because a `$ref`, an alias or an upgrade put it there)
    /// is shown at its nearest ancestor that the text does hold.
    Pointer(Pointer),
    /// The key of the member at this pointer, rather than its value.
    Key(Pointer),
    /// A range of the text in bytes; an empty one is a single spot.
    Span(Range<usize>),
    /// The text as a whole.
    Whole,
}

impl Place {
    /// The spot `offset` bytes into the text.
    #[must_use]
    pub const fn offset(offset: usize) -> Self {
        Self::Span(offset..offset)
    }
}

impl From<Pointer> for Place {
    fn from(pointer: Pointer) -> Self {
        Self::Pointer(pointer)
    }
}

impl From<Range<usize>> for Place {
    fn from(range: Range<usize>) -> Self {
        Self::Span(range)
    }
}
