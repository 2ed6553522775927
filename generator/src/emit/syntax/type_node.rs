//! Types.

use proc_macro2::{Ident, Span};
use syn::punctuated::Punctuated;
use syn::token::Bracket;
use syn::{
    AngleBracketedGenericArguments, Expr, GenericArgument, Lifetime, Path, PathArguments,
    PathSegment, Token, TraitBound, TraitBoundModifiers, Type, TypeImplTrait, TypeParamBound,
    TypePath, TypeReference, TypeSlice,
};

use super::expression::of_path;
use super::ident;

/// Returns a type with a name of its own.
pub(in crate::emit) fn named(name: Ident) -> Type {
    path_type(Path::from(name))
}

/// Returns a type of a module.
pub(in crate::emit) fn member_of(module: &str, name: Ident) -> Type {
    path_type(path_of([ident(module), name]))
}

/// Returns a type by its path, the last part of which takes `arguments`.
pub(in crate::emit) fn qualified(
    parts: &[&str],
    arguments: impl IntoIterator<Item = Type>,
) -> Type {
    path_type(with_arguments(parts, None, arguments))
}

/// `wrapper<inner>`
pub(in crate::emit) fn generic(wrapper: &str, inner: Type) -> Type {
    qualified(&[wrapper], [inner])
}

/// `name<'_>`
pub(in crate::emit) fn with_elided_lifetime(name: Ident) -> Type {
    let mut path = Path::from(name);
    let lifetime = GenericArgument::Lifetime(Lifetime::new("'_", Span::call_site()));
    set_arguments(&mut path, None, [lifetime]);
    path_type(path)
}

/// `&of`
pub(in crate::emit) fn reference(of: Type) -> Type {
    Type::Reference(TypeReference {
        attrs: Vec::new(),
        and_token: <Token![&]>::default(),
        lifetime: None,
        mutability: None,
        elem: Box::new(of),
    })
}

/// `[item]`
pub(in crate::emit) fn list_of(item: Type) -> Type {
    Type::Slice(TypeSlice {
        attrs: Vec::new(),
        bracket_token: Bracket::default(),
        elem: Box::new(item),
    })
}

/// `impl Into<target>`
pub(in crate::emit) fn into(target: Type) -> Type {
    implementing([with_arguments(&["Into"], None, [target])])
}

/// `impl crate::IntoPatch<target>`
pub(in crate::emit) fn into_patch(target: Type) -> Type {
    implementing([with_arguments(&["crate", "IntoPatch"], None, [target])])
}

/// `impl AsRef<str> + serde::Serialize`
pub(in crate::emit) fn any_text() -> Type {
    let text = with_arguments(&["AsRef"], None, [named(ident("str"))]);
    implementing([text, with_arguments(&["serde", "Serialize"], None, [])])
}

/// `impl bound + bound`
fn implementing(bounds: impl IntoIterator<Item = Path>) -> Type {
    let bounds = bounds.into_iter().map(|path| {
        TypeParamBound::Trait(TraitBound {
            paren_token: None,
            lifetimes: None,
            modifiers: TraitBoundModifiers::default(),
            maybe: None,
            path,
        })
    });
    Type::ImplTrait(TypeImplTrait {
        attrs: Vec::new(),
        impl_token: <Token![impl]>::default(),
        bounds: bounds.collect(),
    })
}

/// `part::part::<argument>`, as an expression.
pub(in crate::emit) fn with_turbofish(parts: &[&str], argument: Type) -> Expr {
    of_path(with_arguments(
        parts,
        Some(<Token![::]>::default()),
        [argument],
    ))
}

/// `part::part`
pub(super) fn path_of(parts: impl IntoIterator<Item = Ident>) -> Path {
    Path {
        leading_colon: None,
        segments: parts.into_iter().map(PathSegment::from).collect(),
    }
}

fn with_arguments(
    parts: &[&str],
    colon2_token: Option<Token![::]>,
    arguments: impl IntoIterator<Item = Type>,
) -> Path {
    let mut path = path_of(parts.iter().map(|part| ident(part)));
    let arguments = arguments.into_iter().map(GenericArgument::Type);
    set_arguments(&mut path, colon2_token, arguments);
    path
}

fn set_arguments(
    path: &mut Path,
    colon2_token: Option<Token![::]>,
    arguments: impl IntoIterator<Item = GenericArgument>,
) {
    let args: Punctuated<_, Token![,]> = arguments.into_iter().collect();
    if let Some(last) = path.segments.last_mut()
        && !args.is_empty()
    {
        last.arguments = PathArguments::AngleBracketed(AngleBracketedGenericArguments {
            colon2_token,
            lt_token: <Token![<]>::default(),
            args,
            gt_token: <Token![>]>::default(),
        });
    }
}

fn path_type(path: Path) -> Type {
    Type::Path(TypePath {
        attrs: Vec::new(),
        qself: None,
        path,
    })
}
