//! `Client::from_env`, which names the environment variables.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Input, syntax};
use crate::ir::{Api, SchemeKind, SecurityScheme};
use crate::settings::Variables;

pub(super) fn from_env(input: Input<'_>) -> TokenStream {
    let variables = input.settings.variables();
    let schemes = &input.api.schemes;
    let mut lines = vec![
        "A client that is set up by environment variables:".to_owned(),
        String::new(),
    ];
    lines.extend(
        schemes
            .iter()
            .flat_map(|scheme| credentials(scheme, variables)),
    );
    let base_url = variables.base_url();
    lines.push(format!(
        "* `{base_url}`: another base URL than the default, if set"
    ));
    lines.extend(choice(input.api, variables));
    let docs = syntax::docs(&lines);
    quote! {
        #(#docs)*
        ///
        /// # Errors
        /// When a variable is missing that every way to authenticate needs, or one is no Unicode text or no valid URL.
        pub fn from_env() -> Result<Self, Error> {
            ClientBuilder::from_env()?.build()
        }
    }
}

fn credentials(scheme: &SecurityScheme, variables: Variables<'_>) -> Vec<String> {
    let meanings = match scheme.kind {
        SchemeKind::Basic => &["user name", "password"][..],
        SchemeKind::Bearer => &["token"],
        SchemeKind::ApiKey { .. } => &["key"],
    };
    let names = variables.of_scheme(scheme).into_iter();
    names
        .zip(meanings)
        .map(|(name, meaning)| format!("* `{name}`: the {meaning}"))
        .collect()
}

/// Returns which variables go together, where there are several ways to authenticate: "only one of the Security
/// Requirement Objects need to be satisfied" (`OpenAPI` 3.0.3, "Operation Object").
fn choice(api: &Api, variables: Variables<'_>) -> Vec<String> {
    let ways = api.security.iter().filter(|schemes| !schemes.is_empty());
    let ways: Vec<String> = ways.map(|schemes| way(api, schemes, variables)).collect();
    if ways.len() < 2 {
        return Vec::new();
    }
    vec![
        String::new(),
        format!(
            "One way to authenticate is enough. The first that is complete is used: {}.",
            ways.join("; or ")
        ),
    ]
}

fn way(api: &Api, schemes: &[String], variables: Variables<'_>) -> String {
    let wanted = api
        .schemes
        .iter()
        .filter(|scheme| schemes.contains(&scheme.wire));
    let names: Vec<String> = wanted
        .flat_map(|scheme| variables.of_scheme(scheme))
        .map(|name| format!("`{name}`"))
        .collect();
    names.join(" and ")
}
