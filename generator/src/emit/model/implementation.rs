//! How structs are read and written.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Block, Expr, ImplItem, Item, ItemImpl, Stmt};

use super::{reading, writing};
use crate::emit::syntax::{named, template};
use crate::ir::{Struct, Type};

/// The impl of the runtime's `SparseObject` or `Object`.
pub(super) fn emit(ty: &Type, fields: &Struct) -> Item {
    let filled = if fields.has_default {
        template("SparseObject", sparse_object).map(|mut item| {
            fill(
                &mut item,
                [reading::of_member(fields), writing::emit(fields)],
            );
            item
        })
    } else {
        template("Object", object).map(|mut item| {
            fill(
                &mut item,
                [reading::of_object(fields), writing::emit(fields)],
            );
            name_input(&mut item, &reading::input_name(fields));
            item
        })
    };
    filled.map_or_else(
        || Item::Verbatim(TokenStream::new()),
        |item| Item::Impl(finished(item, ty, fields)),
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

fn finished(mut item: ItemImpl, ty: &Type, fields: &Struct) -> ItemImpl {
    item.self_ty = Box::new(named(ty.name.to_ident()));
    if fields.fields.iter().any(|field| field.deprecated) {
        item.attrs.push(expects_deprecated());
    }
    if fields.fields.is_empty() && fields.extra.is_none() {
        ignore_argument(&mut item);
    }
    item
}

/// Members that the document marks as deprecated still travel.
fn expects_deprecated() -> syn::Attribute {
    let mut attribute = crate::emit::syntax::derive(quote!(
        deprecated,
        reason = "deprecated members still travel"
    ));
    if let syn::Meta::List(list) = &mut attribute.meta {
        list.path = syn::Path::from(proc_macro2::Ident::new(
            "expect",
            proc_macro2::Span::call_site(),
        ));
    }
    attribute
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
