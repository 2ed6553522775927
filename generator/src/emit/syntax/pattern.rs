//! Arms of `match`.

use proc_macro2::Span;
use syn::{Arm, Expr, ExprLit, Lit, LitStr, Pat, Token};

/// `"text" => body,`
pub(in crate::emit) fn arm(text: &str, body: Expr) -> Arm {
    let lit = Lit::Str(LitStr::new(text, Span::call_site()));
    Arm {
        attrs: Vec::new(),
        pat: Pat::Lit(ExprLit {
            attrs: Vec::new(),
            lit,
        }),
        fat_arrow_token: <Token![=>]>::default(),
        body: Box::new(body),
        comma: Some(<Token![,]>::default()),
    }
}
