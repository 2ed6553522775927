//! `src/client.rs`

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::Item;

use super::operation::alternatives;
use super::{Input, docs, environment, syntax};
use crate::ir::{ApiKeyPlace, SchemeKind, SecurityScheme, Server, ServerVariable};
use crate::signature::named_servers;

pub(super) fn emit(input: Input<'_>) -> TokenStream {
    let api = input.api;
    let facts = facts(input);
    let credentials = api.schemes.iter().map(credential);
    let servers = servers(&api.servers);
    let from_env = environment::from_env(input);
    let items = quote! {
        #facts
        #[comment = " Declares `Client` and `ClientBuilder`."]
        runtime::client!();
        impl Client {
            /// Begins a client.
            pub fn builder() -> ClientBuilder {
                ClientBuilder(runtime::ClientBuilder::new(&API))
            }
            #from_env
        }
        impl ClientBuilder {
            /// Returns a builder with what the environment holds for it; a client's own `from_env` names the variables.
            ///
            /// # Errors
            /// When a variable is missing that every way to authenticate needs, or one is no Unicode text.
            pub fn from_env() -> Result<Self, Error> {
                runtime::ClientBuilder::from_environment(&API).map(Self)
            }
            #(#credentials)*
        }
        #servers
    };
    let imports = imports(&api.schemes);
    quote! {
        //! How a client is made.
        #imports
        #items
    }
}

/// Returns what the module uses of the runtime.
fn imports(schemes: &[SecurityScheme]) -> Option<Item> {
    let mut names = vec!["Api", "Error"];
    if !schemes.is_empty() {
        names.extend(["Credential", "Scheme", "SchemeKind", "Secret"]);
    }
    let is_key = |scheme: &SecurityScheme| matches!(scheme.kind, SchemeKind::ApiKey { .. });
    if schemes.iter().any(is_key) {
        names.push("Location");
    }
    names.sort_unstable();
    let names = ["self"].into_iter().chain(names);
    let names = names.map(syntax::ident).collect();
    syntax::import(&["crate", "runtime"], names)
}

fn facts(input: Input<'_>) -> TokenStream {
    let (api, package) = (input.api, &input.settings.package);
    let (name, version) = (&package.name, package.version.clone());
    let base_path = api.base_path.as_deref().unwrap_or_default();
    let base_url = api.servers.first();
    let base_url = base_url.map_or(base_path, |server| &server.default_url);
    let variables = input.settings.variables();
    let base_url_variable = variables.base_url();
    let schemes = api.schemes.iter().map(|scheme| {
        let (wire, kind) = (&scheme.wire, kind(&scheme.kind));
        let names = variables.of_scheme(scheme);
        quote!(Scheme { name: #wire, kind: #kind, variables: &[#(#names),*] })
    });
    let security = alternatives(&api.security);
    quote! {
        static API: Api = Api {
            name: #name,
            version: #version,
            base_url: #base_url,
            base_url_variable: #base_url_variable,
            schemes: &[#(#schemes),*],
            security: #security,
        };
    }
}

fn kind(kind: &SchemeKind) -> TokenStream {
    match kind {
        SchemeKind::Basic => quote!(SchemeKind::Basic),
        SchemeKind::Bearer => quote!(SchemeKind::Bearer),
        SchemeKind::ApiKey { place, wire } => {
            let place = match place {
                ApiKeyPlace::Header => "Header",
                ApiKeyPlace::Query => "Query",
                ApiKeyPlace::Cookie => "Cookie",
            };
            let place = Ident::new(place, Span::call_site());
            quote!(SchemeKind::ApiKey { location: Location::#place, name: #wire })
        }
    }
}

fn credential(scheme: &SecurityScheme) -> TokenStream {
    let (method, wire) = (scheme.method.to_ident(), &scheme.wire);
    let (fallback, parameters, value) = match &scheme.kind {
        SchemeKind::Basic => (
            "Authenticates by HTTP Basic (RFC 7617).".to_owned(),
            quote!(username: impl Into<String>, password: impl Into<Secret>),
            quote!(Credential::Basic {
                username: username.into(),
                password: password.into()
            }),
        ),
        SchemeKind::Bearer => (
            "Authenticates by a bearer token (RFC 6750).".to_owned(),
            quote!(token: impl Into<Secret>),
            quote!(Credential::Bearer(token.into())),
        ),
        SchemeKind::ApiKey { wire, .. } => (
            format!("Authenticates by a key, sent as {}.", docs::code(wire)),
            quote!(key: impl Into<Secret>),
            quote!(Credential::ApiKey(key.into())),
        ),
    };
    let docs = docs::outer(&scheme.description, &fallback);
    quote! {
        #(#docs)*
        pub fn #method(self, #parameters) -> Self {
            self.credential(#wire, #value)
        }
    }
}

/// Returns the functions that return the URLs of servers.
fn servers(servers: &[Server]) -> TokenStream {
    let items: Vec<_> = named_servers(servers).map(server_url).collect();
    if items.is_empty() {
        return TokenStream::new();
    }
    quote! {
        impl Client {
            #(#items)*
        }
    }
}

fn server_url(server: &Server) -> TokenStream {
    let name = server.function.to_ident();
    let mut lines = docs::text(&server.description, "A base URL.");
    lines.extend([
        String::new(),
        format!(
            "{} for [`ClientBuilder::base_url`].",
            docs::code(&server.url)
        ),
    ]);
    if !server.variables.is_empty() {
        lines.push(String::new());
    }
    lines.extend(server.variables.iter().map(variable_docs));
    let docs = syntax::docs(&lines);
    let url = &server.url;
    let names: Vec<_> = server
        .variables
        .iter()
        .map(|variable| variable.name.to_ident())
        .collect();
    let braced = server
        .variables
        .iter()
        .map(|variable| format!("{{{}}}", variable.wire));
    quote! {
        #(#docs)*
        #[must_use]
        pub fn #name(#(#names: &str),*) -> String {
            #url.to_owned()#(.replace(#braced, #names))*
        }
    }
}

fn variable_docs(variable: &ServerVariable) -> String {
    let mut parts = vec![format!("* `{}`:", variable.name.as_str())];
    let description = crate::doc_text::summary_sentence(&variable.description);
    parts.extend((!description.is_empty()).then_some(description));
    parts.push(format!("The default is {}.", docs::code(&variable.default)));
    let allowed: Vec<_> = variable
        .allowed
        .iter()
        .map(|value| docs::code(value))
        .collect();
    if !allowed.is_empty() {
        parts.push(format!("One of {}.", allowed.join(", ")));
    }
    parts.join(" ")
}
