//! Fields of declared types.

use proc_macro2::Ident;
use syn::punctuated::Punctuated;
use syn::token::{Brace, Paren};
use syn::{
    Attribute, Field, FieldModifiers, Fields, FieldsNamed, FieldsUnnamed, Token, Type, Visibility,
};

use super::public;

/// `{ pub name: ty, … }`, each with its attributes.
pub(in crate::emit) fn fields(
    members: impl IntoIterator<Item = (Vec<Attribute>, Ident, Type)>,
) -> Fields {
    let named = members.into_iter().map(|(attrs, name, ty)| Field {
        attrs,
        vis: public(),
        ident: Some(name),
        colon_token: Some(<Token![:]>::default()),
        ..private(ty)
    });
    Fields::Named(FieldsNamed {
        brace_token: Brace::default(),
        named: named.collect(),
    })
}

/// `(ty)`
pub(in crate::emit) fn content(ty: Type) -> Fields {
    Fields::Unnamed(FieldsUnnamed {
        paren_token: Paren::default(),
        unnamed: Punctuated::from_iter([private(ty)]),
    })
}

fn private(ty: Type) -> Field {
    Field {
        attrs: Vec::new(),
        vis: Visibility::Inherited,
        modifiers: FieldModifiers::default(),
        ident: None,
        colon_token: None,
        ty,
        default: None,
    }
}
