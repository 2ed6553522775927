//! Statements.

use syn::{Expr, Stmt, Token};

/// `of;`
pub(in crate::emit) fn expression(of: Expr) -> Stmt {
    Stmt::Expr(of, Some(<Token![;]>::default()))
}

/// Returns an expression as the value of a block.
pub(in crate::emit) fn value(of: Expr) -> Stmt {
    Stmt::Expr(of, None)
}
