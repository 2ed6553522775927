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
    /// `impl Into<Patch<T>>`
    IntoPatch(&'a TypeRef),
    /// `&T`
    Borrowed(&'a TypeRef),
    /// `&[T]`
    Slice(&'a TypeRef),
    /// `&[impl AsRef<str> + serde::Serialize]`: callers have texts as `&str` or as `String`.
    Texts,
    /// `&str`
    Text,
    /// The enum of what several success statuses carry.
    Success(&'a Identifier),
}
