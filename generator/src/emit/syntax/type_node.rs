//! Types.

use proc_macro2::{Ident, Span};
use syn::punctuated::Punctuated;
use syn::{
    AngleBracketedGenericArguments, GenericArgument, Path, PathArguments, PathSegment, Token, Type,
    TypePath,
};

/// A type with a name of its own.
pub(in crate::emit) fn named(name: Ident) -> Type {
    of_segments([PathSegment::from(name)])
}

/// A type by its path, the last part of which takes `arguments`.
pub(in crate::emit) fn qualified(
    parts: &[&str],
    arguments: impl IntoIterator<Item = Type>,
) -> Type {
    let mut segments: Vec<_> = parts
        .iter()
        .map(|part| PathSegment::from(Ident::new(part, Span::call_site())))
        .collect();
    let arguments: Punctuated<_, Token![,]> =
        arguments.into_iter().map(GenericArgument::Type).collect();
    if let Some(last) = segments.last_mut()
        && !arguments.is_empty()
    {
        last.arguments = PathArguments::AngleBracketed(AngleBracketedGenericArguments {
            colon2_token: None,
            lt_token: <Token![<]>::default(),
            args: arguments,
            gt_token: <Token![>]>::default(),
        });
    }
    of_segments(segments)
}

/// `wrapper<inner>`
pub(in crate::emit) fn generic(wrapper: &str, inner: Type) -> Type {
    qualified(&[wrapper], [inner])
}

fn of_segments(segments: impl IntoIterator<Item = PathSegment>) -> Type {
    let path = Path {
        leading_colon: None,
        segments: Punctuated::from_iter(segments),
    };
    Type::Path(TypePath {
        attrs: Vec::new(),
        qself: None,
        path,
    })
}
