//! Patterns, and arms of `match`.

use proc_macro2::{Ident, Span};
use syn::punctuated::Punctuated;
use syn::token::Paren;
use syn::{
    Arm, Expr, ExprLit, Lit, LitInt, LitStr, Pat, PatIdent, PatPath, PatTupleStruct, PatWild, Token,
};

use super::ident;
use super::type_node::path_of;

/// `pattern => body,`
pub(in crate::emit) fn arm(pattern: Pat, body: Expr) -> Arm {
    Arm {
        attrs: Vec::new(),
        pat: pattern,
        fat_arrow_token: <Token![=>]>::default(),
        body: Box::new(body),
        comma: Some(<Token![,]>::default()),
    }
}

/// `"text"`
pub(in crate::emit) fn text(text: &str) -> Pat {
    Pat::Lit(ExprLit {
        attrs: Vec::new(),
        lit: Lit::Str(LitStr::new(text, Span::call_site())),
    })
}

/// `42`
pub(in crate::emit) fn place(number: usize) -> Pat {
    Pat::Lit(ExprLit {
        attrs: Vec::new(),
        lit: Lit::Int(LitInt::new(&number.to_string(), Span::call_site())),
    })
}

/// `Self::variant`
pub(in crate::emit) fn unit(variant: Ident) -> Pat {
    Pat::Path(PatPath {
        attrs: Vec::new(),
        qself: None,
        path: path_of([ident("Self"), variant]),
    })
}

/// `Self::variant(value)`
pub(in crate::emit) fn holding(variant: Ident) -> Pat {
    let value = Pat::Ident(binding(ident("value")));
    Pat::TupleStruct(PatTupleStruct {
        attrs: Vec::new(),
        qself: None,
        path: path_of([ident("Self"), variant]),
        paren_token: Paren::default(),
        elems: Punctuated::from_iter([value]),
    })
}

/// `_`
pub(in crate::emit) fn otherwise() -> Pat {
    Pat::Wild(PatWild {
        attrs: Vec::new(),
        underscore_token: <Token![_]>::default(),
    })
}

/// A pattern that takes the whole value under a name.
pub(super) fn binding(name: Ident) -> PatIdent {
    PatIdent {
        attrs: Vec::new(),
        by_ref: None,
        mutability: None,
        ident: name,
        subpat: None,
    }
}
