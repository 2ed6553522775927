//! The struct of an operation's required parameters.

use proc_macro2::Span;
use quote::quote;
use syn::{Item, Lifetime, Type};

use super::doc;
use crate::emit::types::OUTSIDE;
use crate::ir::{Operation, Parameter};
use crate::signature::{argument_field, has_lifetime, required_parameters};

/// Returns the struct, if the operation has one.
pub(super) fn emit(operation: &Operation) -> Option<Item> {
    let name = operation.arguments.as_ref()?.ty.to_ident();
    let docs = doc::of_arguments(operation);
    let lifetime = has_lifetime(operation).then(|| quote!(<'a>));
    let fields = required_parameters(operation).map(|parameter| {
        let (docs, name, ty) = (
            doc::of_argument(parameter),
            parameter.name.to_ident(),
            field_type(parameter),
        );
        quote!(#(#docs)* pub #name: #ty)
    });
    Some(Item::Verbatim(quote! {
        #(#docs)*
        #[derive(Clone, Copy, Debug)]
        pub struct #name #lifetime {
            #(#fields,)*
        }
    }))
}

fn field_type(parameter: &Parameter) -> Type {
    let mut ty = OUTSIDE.used(argument_field(parameter));
    name_lifetimes(&mut ty);
    ty
}

/// Names the lifetimes of references, of which a type has one in another at most.
fn name_lifetimes(ty: &mut Type) {
    match ty {
        Type::Reference(reference) => {
            reference.lifetime = Some(Lifetime::new("'a", Span::call_site()));
            name_lifetimes(&mut reference.elem);
        }
        Type::Slice(slice) => name_lifetimes(&mut slice.elem),
        _ => {}
    }
}
