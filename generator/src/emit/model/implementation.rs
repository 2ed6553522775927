//! How structs are read and written.

use proc_macro2::TokenStream;
use quote::quote;
use syn::token::Underscore;
use syn::{FnArg, Item, ItemImpl, Pat, PatWild};

use super::object::uses_deprecated;
use super::{reading, writing};
use crate::emit::syntax::{from_template, functions, ident, set_bodies};
use crate::ir::{Struct, Type};

/// The impl of the runtime's `SparseObject` or `Object`.
pub(super) fn emit(ty: &Type, fields: &Struct) -> Item {
    let (name, tokens): (_, fn() -> TokenStream) = if fields.has_default {
        ("SparseObject", sparse_object)
    } else {
        ("Object", object)
    };
    from_template(name, tokens, ty.name.to_ident(), |item| fill(item, fields))
}

fn sparse_object() -> TokenStream {
    quote! {
        impl model::SparseObject for Model {
            fn read<'de, A: model::Access<'de>>(&mut self, at: &mut A) -> Result<(), A::Error> {}
            fn write<S: model::Serializer>(&self, fields: &mut model::Fields<S>) {}
        }
    }
}

fn object() -> TokenStream {
    quote! {
        impl model::Object for Model {
            fn read<'de, A: model::Access<'de>>(access: &mut A) -> Result<Self, A::Error> {}
            fn write<S: model::Serializer>(&self, fields: &mut model::Fields<S>) {}
        }
    }
}

fn fill(item: &mut ItemImpl, fields: &Struct) {
    item.attrs.extend(uses_deprecated(fields.fields.iter()));
    let reading = if fields.has_default {
        reading::of_member(fields)
    } else {
        name_input(item, &reading::input_name(fields));
        reading::of_object(fields)
    };
    set_bodies(item, [reading, writing::emit(fields)]);
    if fields.fields.is_empty() && fields.extra.is_none() {
        ignore_argument(item);
    }
}

/// Gives the input of the reading function its name.
fn name_input(item: &mut ItemImpl, name: &str) {
    let inputs = functions(item)
        .next()
        .and_then(|read| read.sig.inputs.first_mut());
    if let Some(FnArg::Typed(argument)) = inputs
        && let Pat::Ident(input) = &mut *argument.pat
    {
        input.ident = ident(name);
    }
}

/// An object without members has nothing to write.
fn ignore_argument(item: &mut ItemImpl) {
    let inputs = functions(item)
        .last()
        .and_then(|write| write.sig.inputs.last_mut());
    if let Some(FnArg::Typed(argument)) = inputs {
        *argument.pat = Pat::Wild(PatWild {
            attrs: Vec::new(),
            underscore_token: Underscore::default(),
        });
    }
}
