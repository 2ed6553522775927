//! Literals.

use proc_macro2::Span;
use syn::{Expr, ExprLit, ExprUnary, Lit, LitBool, LitFloat, LitInt, LitStr, Token, UnOp};

/// Returns a string.
pub(in crate::emit) fn literal(text: &str) -> Expr {
    literal_expression(Lit::Str(LitStr::new(text, Span::call_site())))
}

/// `true` or `false`
pub(in crate::emit) fn boolean(value: bool) -> Expr {
    literal_expression(Lit::Bool(LitBool::new(value, Span::call_site())))
}

/// Returns an integer without a suffix.
pub(in crate::emit) fn integer(value: i64) -> Expr {
    let digits = value.unsigned_abs().to_string();
    let magnitude = literal_expression(Lit::Int(LitInt::new(&digits, Span::call_site())));
    signed(value < 0, magnitude)
}

/// Returns an integer of type `i64`.
pub(in crate::emit) fn suffixed(value: i64) -> Expr {
    let digits = format!("{}_i64", value.unsigned_abs());
    let magnitude = literal_expression(Lit::Int(LitInt::new(&digits, Span::call_site())));
    signed(value < 0, magnitude)
}

/// Returns a number with a fraction, without a suffix.
pub(in crate::emit) fn number(value: f64) -> Expr {
    let digits = format!("{:?}", value.abs());
    let magnitude = literal_expression(Lit::Float(LitFloat::new(&digits, Span::call_site())));
    signed(value.is_sign_negative(), magnitude)
}

fn signed(is_negative: bool, magnitude: Expr) -> Expr {
    if !is_negative {
        return magnitude;
    }
    Expr::Unary(ExprUnary {
        attrs: Vec::new(),
        op: UnOp::Neg(<Token![-]>::default()),
        expr: Box::new(magnitude),
    })
}

fn literal_expression(lit: Lit) -> Expr {
    Expr::Lit(ExprLit {
        attrs: Vec::new(),
        lit,
    })
}
