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
    "Patch",
    "Request",
    "Response",
    "RetryPolicy",
    "Secret",
    "TimeoutKind",
    "TransportError",
    "UnknownInteger",
    "UnknownValue",
    "UnmatchedValue",
];

/// The libraries that the crate exports, because its items name their types.
const LIBRARIES: &[&str] = &["bytes", "reqwest", "serde_json"];

/// The library that it exports where the document has dates.
const DATES: &str = "chrono";

const FEATURES: &[(&str, &str)] = &[("native-tls", ""), ("rustls", " (default)")];

/// The items of every client, and the export that depends on whether there are dates.
pub(super) fn items(api: &Api) -> Vec<Item<'_>> {
    let libraries = LIBRARIES.iter().copied();
    let libraries = libraries.chain(api.uses_dates.then_some(DATES));
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
