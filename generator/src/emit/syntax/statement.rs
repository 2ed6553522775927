//! Statements.

use proc_macro2::Ident;
use syn::{Expr, Local, LocalInit, LocalModifiers, Pat, PatIdent, Stmt, Token};

use super::pattern::binding;

/// `of;`
pub(in crate::emit) fn expression(of: Expr) -> Stmt {
    Stmt::Expr(of, Some(<Token![;]>::default()))
}

/// An expression as the value of a block.
pub(in crate::emit) fn value(of: Expr) -> Stmt {
    Stmt::Expr(of, None)
}

/// `let mut name = value;`
pub(in crate::emit) fn variable(name: Ident, value: Expr) -> Stmt {
    let pat = PatIdent {
        mutability: Some(<Token![mut]>::default()),
        ..binding(name)
    };
    Stmt::Local(Local {
        attrs: Vec::new(),
        let_token: <Token![let]>::default(),
        modifiers: LocalModifiers::default(),
        pat: Pat::Ident(pat),
        init: Some(LocalInit {
            eq_token: <Token![=]>::default(),
            expr: Box::new(value),
            diverge: None,
        }),
        semi_token: <Token![;]>::default(),
    })
}
