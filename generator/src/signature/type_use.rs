//! Types in signatures, and how they are written.

use crate::catalog::scalar_row::RustPath;
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
    /// Returns whether it is a reference.
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

/// Writes `ty` to `text`.
pub(crate) fn write_type(text: &mut String, ty: TypeUse<'_>) {
    let (before, inner, after) = match ty {
        TypeUse::Owned(ty) => ("", ty, ""),
        TypeUse::Optional(ty) => ("Option<", ty, ">"),
        TypeUse::Patch(ty) => ("Patch<", ty, ">"),
        TypeUse::Members(ty) => (MAP, ty, ">"),
        TypeUse::IntoOwned(ty) => ("impl Into<", ty, ">"),
        TypeUse::IntoPatch(ty) => ("impl IntoPatch<", ty, ">"),
        TypeUse::Borrowed(ty) => ("&", ty, ""),
        TypeUse::Slice(ty) => ("&[", ty, "]"),
        TypeUse::Text => return text.push_str("&str"),
        TypeUse::Texts => return text.push_str("&[impl AsRef<str> + serde::Serialize]"),
        TypeUse::TextSlices => return text.push_str("&[&str]"),
        TypeUse::Arguments(name) => {
            text.push_str("&operations::");
            return text.push_str(name.as_str());
        }
        TypeUse::Success(name) => {
            text.push_str("operations::");
            return text.push_str(name.as_str());
        }
    };
    text.push_str(before);
    write_owned(text, inner);
    text.push_str(after);
}

/// Returns the path of a type.
pub(crate) fn owned_text(ty: &TypeRef) -> String {
    let mut text = String::new();
    write_owned(&mut text, ty);
    text
}

const MAP: &str = "std::collections::BTreeMap<String, ";

fn write_owned(text: &mut String, ty: &TypeRef) {
    let mut depth = 0;
    let mut inner = Some(ty);
    while let Some(ty) = inner {
        let (before, next) = match ty {
            TypeRef::List(item) => ("Vec<", item),
            TypeRef::Map(item) => (MAP, item),
            TypeRef::Optional(inner) => ("Option<", inner),
            TypeRef::Boxed(inner) => ("Box<", inner),
            TypeRef::Named(name) => {
                text.push_str("models::");
                text.push_str(name.as_str());
                break;
            }
            TypeRef::Scalar(scalar) => {
                write_path(text, &scalar.row().path);
                break;
            }
            TypeRef::Json => {
                text.push_str("serde_json::Value");
                break;
            }
        };
        text.push_str(before);
        depth += 1;
        inner = Some(next);
    }
    text.extend(std::iter::repeat_n('>', depth));
}

/// Writes a path as users of the client have it after `use the_client::*`.
fn write_path(text: &mut String, path: &RustPath) {
    let segments = path.segments.iter().copied();
    let segments: Vec<&str> = segments.filter(|segment| *segment != "crate").collect();
    if segments.is_empty() {
        return text.push_str("()");
    }
    text.push_str(&segments.join("::"));
    let mut separator = "<";
    for argument in path.arguments {
        text.push_str(separator);
        write_path(text, argument);
        separator = ", ";
    }
    if !path.arguments.is_empty() {
        text.push('>');
    }
}

#[cfg(test)]
mod text_tests {
    use super::*;
    use crate::ir::Scalar;

    #[test]
    fn paths_are_those_of_a_user() {
        let of = |scalar| TypeRef::Scalar(scalar);
        let map = TypeRef::Map(Box::new(TypeRef::List(Box::new(of(Scalar::Secret)))));
        assert_eq!(
            owned_text(&map),
            "std::collections::BTreeMap<String, Vec<Secret>>"
        );
        let instant = TypeRef::Optional(Box::new(of(Scalar::DateTime)));
        assert_eq!(
            owned_text(&instant),
            "Option<chrono::DateTime<chrono::FixedOffset>>"
        );
    }

    #[test]
    fn wrappers_close_again() {
        let mut text = String::new();
        write_type(&mut text, TypeUse::IntoPatch(&TypeRef::Json));
        assert_eq!(text, "impl IntoPatch<serde_json::Value>");
    }
}
