//! The changes that a document brings for the users of a client.

use super::{ItemChange, compare, of};
use crate::{Document, Settings, analyze, lower};

/// What changes in the public API of a client when it is generated from `new` in place of `old`, both with
/// `settings`, sorted by path.
///
/// The list is empty if programs that use the client see no difference.
///
/// ```
/// use clientsmith::{Document, Settings};
/// use clientsmith::surface::{Level, changes};
///
/// let document = |parameters: &str| {
///     let text = format!(
///         r#"{{ "openapi": "3.0.3", "info": {{ "title": "Ping", "version": "1" }}, "paths": {{ "/ping": {{ "get": {{
///             "operationId": "ping", "parameters": [{parameters}],
///             "responses": {{ "204": {{ "description": "Pong." }} }} }} }} }} }}"#
///     );
///     Document::read("ping.json", text.as_bytes())
/// };
/// let id = r#"{ "name": "id", "in": "query", "required": true, "schema": { "type": "string" } }"#;
/// let settings = Settings::for_package("ping");
/// let changes = changes(&document("")?, &document(id)?, &settings);
/// assert_eq!(changes.len(), 1);
/// assert_eq!(changes[0].path, "Client::ping");
/// assert_eq!(changes[0].level, Level::Major);
/// # Ok::<(), clientsmith::Diagnostics>(())
/// ```
#[must_use]
pub fn changes(old: &Document, new: &Document, settings: &Settings) -> Vec<ItemChange> {
    let api = |document| analyze::analyze(lower::lower(document, &settings.unwrapped).0, settings);
    let (old, new) = rayon::join(|| api(old), || api(new));
    compare(&of(&old, settings), &of(&new, settings))
}
