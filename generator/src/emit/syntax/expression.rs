//! Expressions.

use proc_macro2::Ident;
use syn::punctuated::Punctuated;
use syn::token::Bracket;
use syn::{
    ClosureModifiers, Expr, ExprArray, ExprAssign, ExprClosure, ExprField, ExprPath, ExprReference,
    Index, Member, Pat, Path, ReturnType, Token,
};

use super::function::binding;
use super::ident;
use super::type_node::path_of;

/// Returns a name, such as `self`.
pub(in crate::emit) fn path(name: &str) -> Expr {
    local(ident(name))
}

/// Returns a variable, or another name of its own.
pub(in crate::emit) fn local(name: Ident) -> Expr {
    of_path(Path::from(name))
}

/// `part::part`
pub(in crate::emit) fn qualified_path(parts: &[&str]) -> Expr {
    of_path(path_of(parts.iter().map(|part| ident(part))))
}

/// `ty::name`
pub(in crate::emit) fn associated(ty: Ident, name: Ident) -> Expr {
    of_path(path_of([ty, name]))
}

pub(super) fn of_path(path: Path) -> Expr {
    Expr::Path(ExprPath {
        attrs: Vec::new(),
        qself: None,
        path,
    })
}

/// `base.name`
pub(in crate::emit) fn field_of(base: &str, name: Ident) -> Expr {
    access(base, Member::Named(name))
}

/// `base.0`
pub(in crate::emit) fn first_of(base: &str) -> Expr {
    access(base, Member::Unnamed(Index::from(0)))
}

fn access(base: &str, member: Member) -> Expr {
    Expr::Field(ExprField {
        attrs: Vec::new(),
        base: Box::new(path(base)),
        dot_token: <Token![.]>::default(),
        member,
    })
}

/// `&of`
pub(in crate::emit) fn shared(of: Expr) -> Expr {
    Expr::Reference(ExprReference {
        attrs: Vec::new(),
        and_token: <Token![&]>::default(),
        mutability: None,
        expr: Box::new(of),
    })
}

/// `&[items]`
pub(in crate::emit) fn slice(items: impl IntoIterator<Item = Expr>) -> Expr {
    shared(Expr::Array(ExprArray {
        attrs: Vec::new(),
        bracket_token: Bracket::default(),
        elems: Punctuated::from_iter(items),
    }))
}

/// `|parameter| body`
pub(in crate::emit) fn closure(parameter: Ident, body: Expr) -> Expr {
    Expr::Closure(ExprClosure {
        attrs: Vec::new(),
        lifetimes: None,
        modifiers: ClosureModifiers::default(),
        constness: None,
        asyncness: None,
        capture: None,
        inputs_begin: <Token![|]>::default(),
        inputs: Punctuated::from_iter([Pat::Ident(binding(parameter))]),
        inputs_end: <Token![|]>::default(),
        output: ReturnType::Default,
        body: Box::new(body),
    })
}

/// `place = value`
pub(in crate::emit) fn assignment(place: Expr, value: Expr) -> Expr {
    Expr::Assign(ExprAssign {
        attrs: Vec::new(),
        left: Box::new(place),
        eq_token: <Token![=]>::default(),
        right: Box::new(value),
    })
}
