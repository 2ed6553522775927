//! The modules that list others.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::Api;

/// `src/models/mod.rs`
pub(super) fn models(api: &Api) -> TokenStream {
    let title = format!(" The types of {}.", super::docs::code(&api.title));
    let modules = api.models.keys().map(crate::names::Identifier::to_ident);
    let exports = api.models.iter().map(|(module, types)| {
        let module = module.to_ident();
        let types = types.iter().map(crate::names::Identifier::to_ident);
        quote!(pub use #module::{#(#types),*};)
    });
    quote! {
        #![doc = #title]
        #(mod #modules;)*
        #(#exports)*
    }
}

/// `src/operations/mod.rs`
pub(super) fn operations(api: &Api) -> TokenStream {
    let modules = api
        .operations
        .keys()
        .map(crate::names::Identifier::to_ident);
    let builders = api.operations.iter().filter_map(|(module, operations)| {
        let module = module.to_ident();
        let types: Vec<_> = super::operation::public_types(operations)
            .map(crate::names::Identifier::to_ident)
            .collect();
        (!types.is_empty()).then(|| quote!(pub use #module::{#(#types),*};))
    });
    quote! {
        //! What operations with optional parameters, or with several kinds of success, return.
        //!
        //! The operations themselves are functions of [`Client`](crate::Client).
        #(mod #modules;)*
        #(#builders)*
    }
}
