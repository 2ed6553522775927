//! Wrappers.

use proc_macro2::TokenStream;
use quote::quote;

use super::type_docs;
use crate::emit::types::IN_MODELS;
use crate::ir::{Type, TypeRef};

pub(super) fn emit(ty: &Type, target: &TypeRef) -> TokenStream {
    let docs = type_docs(ty);
    let name = ty.name.to_ident();
    let target = IN_MODELS.owned(target);
    quote! {
        #(#docs)*
        #[derive(Clone, Debug, PartialEq)]
        pub struct #name(pub #target);
        #[comment = " `Serialize` and `Deserialize`, as the value in it."]
        model::wrapper!(#name);
    }
}
