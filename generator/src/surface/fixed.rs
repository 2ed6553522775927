//! What every client has.

use super::item::{Detail, Item, ItemKind, Origin};
use crate::ir::Api;

/// What the crate exports of its runtime.
const RUNTIME: &[&str] = &[
    "ApiError",
    "Client",
    "ClientBuilder",
    "ConfigurationError",
    "Credential",
    "DecodeError",
    "Error",
    "IntoPatch",
    "Patch",
    "Request",
    "Response",
    "RetryPolicy",
    "Secret",
    "TimeoutKind",
    "TransportError",
    "UnknownValue",
];

/// The libraries that the crate exports, because its items name their types.
const LIBRARIES: &[&str] = &["bytes", "reqwest", "serde_json"];

const FEATURES: &[(&str, &str)] = &[
    ("gzip", ""),
    ("http2", ""),
    ("native-tls", ""),
    ("rustls", " (default)"),
    ("rustls-ring", ""),
    ("socks", ""),
];

/// What it exports of its runtime where the document has unions.
const UNMATCHED: &str = "UnmatchedValue";

/// What it exports of its runtime where the document has enums of integers.
const UNKNOWN_INTEGER: &str = "UnknownInteger";

/// Returns the items of every client, and the exports that depend on its types.
pub(super) fn items(api: &Api) -> Vec<Item<'_>> {
    let unmatched = api.has_unions().then_some(UNMATCHED);
    let integer = api.has_integer_enums().then_some(UNKNOWN_INTEGER);
    let libraries = LIBRARIES.iter().copied().chain(unmatched).chain(integer);
    let of_scalars = api.libraries().into_iter().map(|library| library.name);
    let libraries = libraries.chain(of_scalars);
    let exports = RUNTIME.iter().copied().chain(libraries);
    let exports = exports.map(|name| item(ItemKind::Export, name, format!("pub use {name}")));
    let features = FEATURES
        .iter()
        .map(|(name, note)| item(ItemKind::Feature, name, format!("feature {name}{note}")));
    exports.chain(features).collect()
}

fn item<'a>(kind: ItemKind, name: &str, signature: String) -> Item<'a> {
    Item::new(
        kind,
        name.to_owned(),
        signature,
        Origin::Whole,
        Detail::Nothing,
    )
}
