//! Expressions that make structs.

use proc_macro2::Ident;
use syn::punctuated::Punctuated;
use syn::token::Brace;
use syn::{Expr, ExprStruct, FieldValue, Member, Token};

use super::expression::local;
use super::ident;
use super::type_node::path_of;

/// `parts { members, ..rest }`
pub(in crate::emit) fn structure(
    parts: &[&str],
    members: impl IntoIterator<Item = FieldValue>,
    rest: Option<Expr>,
) -> Expr {
    let mut fields = Punctuated::from_iter(members);
    // As tokens, the last member would run into the rest.
    if rest.is_some() && !fields.is_empty() {
        fields.push_punct(<Token![,]>::default());
    }
    Expr::Struct(ExprStruct {
        attrs: Vec::new(),
        qself: None,
        path: path_of(parts.iter().map(|part| ident(part))),
        brace_token: Brace::default(),
        fields,
        dot2_token: rest.as_ref().map(|_| <Token![..]>::default()),
        rest: rest.map(Box::new),
    })
}

/// `name`, where a variable has the name of its member.
pub(in crate::emit) fn same_member(name: Ident) -> FieldValue {
    FieldValue {
        colon_token: None,
        ..member(name.clone(), local(name))
    }
}

/// `name: value`
pub(in crate::emit) fn member(name: Ident, value: Expr) -> FieldValue {
    FieldValue {
        attrs: Vec::new(),
        member: Member::Named(name),
        colon_token: Some(<Token![:]>::default()),
        expr: value,
    }
}
