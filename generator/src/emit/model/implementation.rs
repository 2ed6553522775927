//! How structs are read and written.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Block, Expr, ImplItem, Item, ItemImpl, Stmt};

use super::object::uses_deprecated;
use super::{reading, writing};
use crate::emit::syntax::{named, template};
use crate::ir::{Struct, Type};

/// The impl of the runtime's `SparseObject` or `Object`.
pub(super) fn emit(ty: &Type, fields: &Struct) -> Item {
    let (name, tokens): (_, fn() -> TokenStream) = if fields.has_default {
        ("SparseObject", sparse_object)
    } else {
        ("Object", object)
    };
    // Tokens that are no impl are left to rendering, which reports them.
    template(name, tokens).map_or_else(
        || Item::Verbatim(tokens()),
        |item| Item::Impl(filled(item, ty, fields)),
    )
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

/// Gives the functions of an impl their bodies.
fn fill(item: &mut ItemImpl, bodies: [Vec<Stmt>; 2]) {
    for (member, statements) in item.items.iter_mut().zip(bodies) {
        if let ImplItem::Fn(function) = member {
            function.block = Block {
                brace_token: syn::token::Brace::default(),
                stmts: statements,
            };
        }
    }
}

fn filled(mut item: ItemImpl, ty: &Type, fields: &Struct) -> ItemImpl {
    item.self_ty = Box::new(named(ty.name.to_ident()));
    item.attrs.extend(uses_deprecated(fields));
    if fields.has_default {
        fill(
            &mut item,
            [reading::of_member(fields), writing::emit(fields)],
        );
    } else {
        fill(
            &mut item,
            [reading::of_object(fields), writing::emit(fields)],
        );
        name_input(&mut item, &reading::input_name(fields));
    }
    if fields.fields.is_empty() && fields.extra.is_none() {
        ignore_argument(&mut item);
    }
    item
}

/// Gives the input of the reading function its name.
fn name_input(item: &mut ItemImpl, name: &str) {
    let Some(ImplItem::Fn(read)) = item.items.first_mut() else {
        return;
    };
    if let Some(syn::FnArg::Typed(argument)) = read.sig.inputs.first_mut()
        && let syn::Pat::Ident(input) = &mut *argument.pat
    {
        input.ident = proc_macro2::Ident::new(name, proc_macro2::Span::call_site());
    }
}

/// An object without members has nothing to write.
fn ignore_argument(item: &mut ItemImpl) {
    let Some(ImplItem::Fn(write)) = item.items.last_mut() else {
        return;
    };
    if let Some(syn::FnArg::Typed(argument)) = write.sig.inputs.last_mut() {
        *argument.pat = syn::Pat::Wild(syn::PatWild {
            attrs: Vec::new(),
            underscore_token: <syn::Token![_]>::default(),
        });
    }
}

/// An expression as the value of a block.
pub(super) fn value(of: Expr) -> Stmt {
    Stmt::Expr(of, None)
}
