//! Values that are the only ones.

use syn::Expr;

use super::syntax::{associated, boolean, integer, literal, number};
use crate::ir::Constant;

/// Returns a constant as an expression; a string is a `&str`.
pub(super) fn constant_value(constant: &Constant) -> Expr {
    match constant {
        Constant::Text(text) => literal(text),
        Constant::Integer(value) => integer(*value),
        Constant::Number(value) => number(*value),
        Constant::Boolean(value) => boolean(*value),
        Constant::Variant(ty, variant) => associated(ty.to_ident(), variant.to_ident()),
    }
}
