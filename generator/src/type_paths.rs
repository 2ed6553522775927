//! Which Rust type stands for which schema.

use std::collections::BTreeMap;

use crate::diagnostics::Pointer;
use crate::{Document, lower, signature};

/// Returns the Rust type of each schema of `document`, by the schema's place in the text.
///
/// A type is given as its path after `use the_client::*;`: `models::Service`, `Vec<models::Service>`,
/// `Option<chrono::NaiveDate>`, `serde_json::Value`. Aliases are replaced by what they stand for.
///
/// A Reference Object (OpenAPI 3.0.3, "Reference Object") has no type of its own: look for its target. Schemas that the
/// client has no type for are left out: objects that are parts of an `allOf`, bodies of media types that it does not use.
/// So are schemas in other files.
///
/// ```
/// use clientsmith::{Document, diagnostics::Pointer};
///
/// let text = br#"{
///     "openapi": "3.0.3", "info": { "title": "Names", "version": "1" }, "paths": {},
///     "components": { "schemas": { "Name": { "type": "array", "items": { "enum": ["a"] } } } }
/// }"#;
/// let types = clientsmith::type_paths(&Document::read("names.json", text)?);
/// let name = types.get(&Pointer::parse("/components/schemas/Name"));
/// assert_eq!(name.map(String::as_str), Some("Vec<models::NameItem>"));
/// # Ok::<(), clientsmith::Diagnostics>(())
/// ```
#[must_use]
pub fn type_paths(document: &Document) -> BTreeMap<Pointer, String> {
    let places = lower::type_places(document).into_iter();
    places
        .map(|(at, ty)| (at, signature::owned_text(&ty)))
        .collect()
}
