//! `src/lib.rs`

use proc_macro2::TokenStream;
use quote::quote;

use super::Input;
use super::docs;

pub(super) fn emit(input: Input<'_>) -> TokenStream {
    let api = input.api;
    let docs = docs::inner(
        &api.description,
        &format!("A client for {}.", docs::code(&api.title)),
    );
    let example = crate::crate_files::example(input);
    let origin = format!(
        " Made from version {} of the API's document.",
        docs::code(&api.document_version)
    );
    let example = example.iter().map(|line| {
        if line.is_empty() {
            String::new()
        } else {
            format!(" {line}")
        }
    });
    let uses_dates = crate::crate_files::uses_dates(api).then(|| {
        quote!(
            pub use chrono;
        )
    });
    quote! {
        #docs
        //!
        #(#![doc = #example])*
        //!
        //! Every operation is a function of [`Client`]; its types are in [`models`]. A call is sent when it is awaited, or
        //! by `send`, which also gives the status and the headers. What can go wrong is an [`Error`].
        //!
        #![doc = #origin]
        mod client;
        pub mod models;
        pub mod operations;
        #[doc(hidden)]
        #[rustfmt::skip]
        pub mod runtime;

        pub use runtime::model::{Patch, UnknownInteger, UnknownValue};
        pub use runtime::{
            ApiError, Client, ClientBuilder, ConfigurationError, Credential, DecodeError, Error, Request, Response, RetryPolicy, Secret,
            TimeoutKind, TransportError,
        };
        #uses_dates
        pub use {bytes, reqwest, serde_json};
    }
}
