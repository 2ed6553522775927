//! Expressions.

use proc_macro2::{Ident, Span};
use syn::punctuated::Punctuated;
use syn::token::Paren;
use syn::{
    Expr, ExprField, ExprLit, ExprMethodCall, ExprPath, ExprReference, ExprTry, Lit, LitStr,
    Member, Path, Token,
};

/// A name.
pub(in crate::emit) fn path(name: &str) -> Expr {
    let path = Path::from(Ident::new(name, Span::call_site()));
    Expr::Path(ExprPath {
        attrs: Vec::new(),
        qself: None,
        path,
    })
}

/// A string.
pub(in crate::emit) fn literal(text: &str) -> Expr {
    Expr::Lit(ExprLit {
        attrs: Vec::new(),
        lit: Lit::Str(LitStr::new(text, Span::call_site())),
    })
}

/// `base.name`
pub(in crate::emit) fn field_of(base: &str, name: Ident) -> Expr {
    Expr::Field(ExprField {
        attrs: Vec::new(),
        base: Box::new(path(base)),
        dot_token: <Token![.]>::default(),
        member: Member::Named(name),
    })
}

/// `&of`
pub(in crate::emit) fn shared(of: Expr) -> Expr {
    reference(None, of)
}

/// `&mut of`
pub(in crate::emit) fn mutably(of: Expr) -> Expr {
    reference(Some(<Token![mut]>::default()), of)
}

fn reference(mutability: Option<Token![mut]>, of: Expr) -> Expr {
    Expr::Reference(ExprReference {
        attrs: Vec::new(),
        and_token: <Token![&]>::default(),
        mutability,
        expr: Box::new(of),
    })
}

/// `receiver.name(arguments)`
pub(in crate::emit) fn method(
    receiver: &str,
    name: &str,
    arguments: impl IntoIterator<Item = Expr>,
) -> Expr {
    Expr::MethodCall(ExprMethodCall {
        attrs: Vec::new(),
        receiver: Box::new(path(receiver)),
        dot_token: <Token![.]>::default(),
        method: Ident::new(name, Span::call_site()),
        turbofish: None,
        paren_token: Paren::default(),
        args: Punctuated::from_iter(arguments),
    })
}

/// `of?`
pub(in crate::emit) fn question(of: Expr) -> Expr {
    Expr::Try(ExprTry {
        attrs: Vec::new(),
        expr: Box::new(of),
        question_token: <Token![?]>::default(),
    })
}
