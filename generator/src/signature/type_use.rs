//! Types in signatures.

use crate::ir::TypeRef;
use crate::names::Identifier;

/// A type as it stands in a signature.
#[derive(Clone, Copy, Debug)]
pub(crate) enum TypeUse<'a> {
    /// `T`
    Owned(&'a TypeRef),
    /// `Option<T>`
    Optional(&'a TypeRef),
    /// `Patch<T>`
    Patch(&'a TypeRef),
    /// `BTreeMap<String, T>`
    Members(&'a TypeRef),
    /// `impl Into<T>`
    IntoOwned(&'a TypeRef),
    /// `impl IntoPatch<T>`
    IntoPatch(&'a TypeRef),
    /// `&T`
    Borrowed(&'a TypeRef),
    /// `&[T]`
    Slice(&'a TypeRef),
    /// `&[impl AsRef<str> + serde::Serialize]`: callers have texts as `&str` or as `String`.
    Texts,
    /// `&[&str]`, for the fields of a struct.
    TextSlices,
    /// `&str`
    Text,
    /// A reference to the struct of an operation's required parameters.
    Arguments(&'a Identifier),
    /// The enum of what several success statuses carry.
    Success(&'a Identifier),
}

impl TypeUse<'_> {
    /// Whether it is a reference.
    pub(crate) fn is_reference(self) -> bool {
        match self {
            Self::Borrowed(_)
            | Self::Slice(_)
            | Self::Texts
            | Self::TextSlices
            | Self::Text
            | Self::Arguments(_) => true,
            Self::Owned(_)
            | Self::Optional(_)
            | Self::Patch(_)
            | Self::Members(_)
            | Self::IntoOwned(_)
            | Self::IntoPatch(_)
            | Self::Success(_) => false,
        }
    }
}
