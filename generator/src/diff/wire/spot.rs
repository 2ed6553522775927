use crate::diagnostics::Pointer;

/// Where a change is in one of the two documents.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Spot {
    /// What changed stands here.
    At(Pointer),
    /// What changed is not in this document; this is what would hold it.
    Missing(Pointer),
}

impl Spot {
    /// The place to show.
    #[must_use]
    pub fn pointer(&self) -> &Pointer {
        match self {
            Self::At(pointer) | Self::Missing(pointer) => pointer,
        }
    }

    /// The place of what changed, if this document has it.
    #[must_use]
    pub fn present(&self) -> Option<&Pointer> {
        match self {
            Self::At(pointer) => Some(pointer),
            Self::Missing(_) => None,
        }
    }
}
