//! Statements.

use proc_macro2::Ident;
use syn::{Expr, Local, LocalInit, Pat, PatIdent, Stmt, Token};

/// `of;`
pub(in crate::emit) fn expression(of: Expr) -> Stmt {
    Stmt::Expr(of, Some(<Token![;]>::default()))
}

/// `let mut name = value;`
pub(in crate::emit) fn variable(name: Ident, value: Expr) -> Stmt {
    let pat = PatIdent {
        attrs: Vec::new(),
        by_ref: None,
        mutability: Some(<Token![mut]>::default()),
        ident: name,
        subpat: None,
    };
    Stmt::Local(Local {
        attrs: Vec::new(),
        let_token: <Token![let]>::default(),
        modifiers: syn::LocalModifiers::default(),
        pat: Pat::Ident(pat),
        init: Some(LocalInit {
            eq_token: <Token![=]>::default(),
            expr: Box::new(value),
            diverge: None,
        }),
        semi_token: <Token![;]>::default(),
    })
}
