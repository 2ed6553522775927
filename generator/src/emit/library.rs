//! `src/lib.rs`

use proc_macro2::TokenStream;
use quote::quote;

use super::example::example;
use super::{Input, docs, syntax};
use crate::doc_text::summary_sentence;
use crate::ir::Api;
use crate::settings::RuntimeSettings;

pub(super) fn emit(input: Input<'_>) -> TokenStream {
    let api = input.api;
    let docs = docs::inner(
        &api.description,
        &format!("A client for {}.", docs::code(&api.title)),
    );
    let example = example(input, "no_run");
    let operations = operations(api);
    let operations = operations.iter().map(|line| spaced(line));
    let origin = format!(
        " Made from version {} of the API's document.",
        docs::code(&api.document_version)
    );
    let example = example.iter().map(|line| spaced(line));
    let libraries = api.libraries().into_iter();
    let libraries = libraries.map(|library| syntax::ident(library.name));
    let setup = setup(input);
    let unmatched = api.has_unions().then(|| quote!(, UnmatchedValue));
    let integer = api.has_integer_enums().then(|| quote!(UnknownInteger,));
    let recursion_limit = api.recursion_limit.map(|limit| {
        let limit = limit.to_string();
        quote!(#![recursion_limit = #limit])
    });
    let runtime = match &input.settings.runtime {
        RuntimeSettings::Embedded => quote!(
            pub mod runtime;
        ),
        RuntimeSettings::Crate { .. } => quote!(
            pub use clientsmith_runtime::runtime;
        ),
    };
    quote! {
        #(#docs)*
        //!
        #(#![doc = #example])*
        //!
        //! Every operation is a function of [`Client`]; its types are in [`models`]. A call is sent when it is awaited, or
        //! by `send`, which also gives the status and the headers. Calls need a tokio runtime.
        //!
        #![doc = #setup]
        //!
        //! # Errors
        //!
        //! A failed call returns an [`Error`]. If the API answered with an error, that is [`Error::Api`]: an
        //! [`ApiError`] has the status, the headers, and the body as the type that the operation documents.
        //!
        //! Failed attempts are repeated only where that is safe; [`RetryPolicy`] tells when. [`ClientBuilder`] tells the
        //! limits of time and size, and changes them.
        //!
        //! # Features
        //!
        //! TLS uses reqwest's default, rustls with the platform's root certificates (feature `rustls`). With
        //! `default-features = false`, the feature `native-tls` selects the platform's TLS library, and `rustls-ring`
        //! selects rustls with *ring*, which builds faster: unless TLS of `reqwest` is enabled elsewhere in the program,
        //! `reqwest::Client::new` then panics without a process-wide `CryptoProvider`. The features `gzip`, `http2` and
        //! `socks` enable those of `reqwest`.
        //!
        #(#![doc = #operations])*
        #![doc = #origin]
        #recursion_limit
        mod client;
        pub mod models;
        pub mod operations;
        #[doc(hidden)]
        #[rustfmt::skip]
        #runtime

        pub use client::{Client, ClientBuilder};
        #[doc(inline)]
        pub use runtime::model::{IntoPatch, Patch, #integer UnknownValue #unmatched};
        #[doc(inline)]
        pub use runtime::{
            ApiError, ConfigurationError, Credential, DecodeError, Error, Request, Response, RetryPolicy, Secret,
            TimeoutKind, TransportError,
        };
        #(pub use #libraries;)*
        pub use {bytes, reqwest, serde_json};
    }
}

/// Returns the content of a doc comment with the usual space before it.
fn spaced(line: &str) -> String {
    if line.is_empty() {
        String::new()
    } else {
        format!(" {line}")
    }
}

/// Returns all operations by their tags, each with a link and its first sentence.
fn operations(api: &Api) -> Vec<String> {
    let mut lines = Vec::new();
    for module in api.operations.values() {
        if lines.is_empty() {
            lines.extend(["# Operations".to_owned(), String::new()]);
        }
        let title = docs::code(&module.tag);
        lines.extend([format!("{title}:"), String::new()]);
        lines.extend(module.operations.iter().map(|operation| {
            let name = operation.name.as_str();
            let summary = summary_sentence(&operation.description);
            let separator = if summary.is_empty() { "" } else { ": " };
            format!("* [`{name}`](crate::Client::{name}){separator}{summary}")
        }));
        lines.push(String::new());
    }
    lines
}

/// Returns where requests go, and how a client is set up by the environment.
fn setup(input: Input<'_>) -> String {
    let path = input.api.base_path.as_deref();
    let server = match input.api.servers.first() {
        None if path.is_some_and(|path| !path.is_empty()) => format!(
            "The document gives only the path of the API, {}: set the full URL with [`ClientBuilder::base_url`].",
            docs::code(path.unwrap_or_default())
        ),
        None if path.is_some() => {
            "The document gives no host: set the URL with [`ClientBuilder::base_url`].".to_owned()
        }
        Some(server) => format!(
            "Requests go to {} unless [`ClientBuilder::base_url`] says otherwise.",
            docs::code(&server.default_url)
        ),
        None => "The document names no server: give one by [`ClientBuilder::base_url`].".to_owned(),
    };
    let variables = input.settings.variables();
    let names = input
        .api
        .schemes
        .iter()
        .flat_map(|scheme| variables.of_scheme(scheme))
        .chain([variables.base_url()]);
    let names: Vec<String> = names.map(|name| format!("`{name}`")).collect();
    format!(
        " {server} [`Client::from_env`] sets a client up by the environment variables {}.",
        names.join(", ")
    )
}
