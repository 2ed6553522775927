//! How a client is made.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::item;
use super::item::{Detail, Function, Item, ItemKind, Origin, Output, Receiver};
use crate::ir::{Api, ApiKeyPlace, Scalar, SchemeKind, SecurityScheme, Server, TypeRef};
use crate::settings::Settings;
use crate::signature::{TypeUse, named_servers};

static STRING: TypeRef = TypeRef::Scalar(Scalar::String);
static SECRET: TypeRef = TypeRef::Scalar(Scalar::Secret);

/// Returns the functions that begin a client, take its credentials and name its servers.
pub(super) fn items(api: &Api) -> impl Iterator<Item = Item<'_>> {
    let default_url = if api.servers.is_empty() {
        ""
    } else {
        "has a default base URL"
    };
    let builder = without_arguments("Client::builder", "ClientBuilder").standing_for(default_url);
    let from_env = FROM_ENV
        .iter()
        .map(|path| without_arguments(path, "Result<Self, Error>"));
    let credentials = api.schemes.iter().map(credential);
    [builder]
        .into_iter()
        .chain(from_env)
        .chain(credentials)
        .chain(servers(&api.servers))
}

/// Returns a function of every client that returns `output`.
fn without_arguments<'a>(path: &str, output: &'static str) -> Item<'a> {
    let function = Function {
        receiver: None,
        arguments: Vec::new(),
        output: Output::Fixed(output),
    };
    item::function(path.to_owned(), function, Origin::Whole)
}

/// Returns the environment variables that `from_env` reads.
pub(super) fn variables<'a>(api: &'a Api, settings: &Settings) -> Vec<Item<'a>> {
    let variables = settings.variables();
    let schemes = api.schemes.iter().flat_map(|scheme| {
        let names = variables.of_scheme(scheme).into_iter();
        names.map(|name| (name, Origin::At(&scheme.origin)))
    });
    let named = schemes.chain([(variables.base_url(), Origin::Whole)]);
    // Security schemes can share a variable.
    let named: BTreeMap<String, Origin<'_>> = named.collect();
    let items = named.into_iter().map(|(name, origin)| {
        let signature = format!("variable {name}");
        Item::new(ItemKind::Variable, name, signature, origin, Detail::Nothing)
    });
    items.collect()
}

/// The functions that read the environment.
const FROM_ENV: &[&str] = &["Client::from_env", "ClientBuilder::from_env"];

fn credential(scheme: &SecurityScheme) -> Item<'_> {
    let secret = TypeUse::IntoOwned(&SECRET);
    let arguments = match scheme.kind {
        SchemeKind::Basic => vec![
            (Cow::Borrowed("username"), TypeUse::IntoOwned(&STRING)),
            (Cow::Borrowed("password"), secret),
        ],
        SchemeKind::Bearer => vec![(Cow::Borrowed("token"), secret)],
        SchemeKind::ApiKey { .. } => vec![(Cow::Borrowed("key"), secret)],
    };
    let function = Function {
        receiver: Some(Receiver::Owned),
        arguments,
        output: Output::Fixed("Self"),
    };
    let path = format!("ClientBuilder::{}", scheme.method);
    item::function(path, function, Origin::At(&scheme.origin))
        .standing_for(credential_location(&scheme.kind))
}

/// Returns the functions that return the URLs of servers.
fn servers(servers: &[Server]) -> impl Iterator<Item = Item<'_>> {
    named_servers(servers).map(|server| {
        let variables = server.variables.iter();
        let function = Function {
            receiver: None,
            arguments: variables
                .map(|variable| (variable.name.spelled(), TypeUse::Text))
                .collect(),
            output: Output::Fixed("String"),
        };
        let path = format!("Client::{}", server.function);
        item::function(path, function, Origin::At(&server.origin)).standing_for(&server.url)
    })
}

/// Returns how a credential travels.
fn credential_location(kind: &SchemeKind) -> String {
    match kind {
        SchemeKind::Basic => "HTTP Basic".to_owned(),
        SchemeKind::Bearer => "bearer token".to_owned(),
        SchemeKind::ApiKey { place, wire } => match place {
            ApiKeyPlace::Header => format!("header {}", wire.to_ascii_lowercase()),
            ApiKeyPlace::Query => format!("query {wire}"),
            ApiKeyPlace::Cookie => format!("cookie {wire}"),
        },
    }
}
