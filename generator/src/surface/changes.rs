//! The changes that a document brings for the users of a client.

use super::{Change, ItemChange, Level, compare, public_items};
use crate::ir::Api;
use crate::load::Nodes;
use crate::settings::NameSettings;
use crate::{Document, Settings, analyze, lower};

/// Returns what changes in the public API of a client when it is generated from `new` in place of `old`, both with
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
    changes_and_kept(old, new, settings).0
}

/// Names that `clientsmith update` keeps for what has them in the old client, because something else would get them.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct KeptNames {
    /// The settings that keep them.
    pub names: NameSettings,
    /// What all changes mean for dependents with these settings.
    pub level: Level,
}

/// Returns the [`changes`], and the names to keep if there are any.
#[must_use]
pub fn changes_and_kept(
    old: &Document,
    new: &Document,
    settings: &Settings,
) -> (Vec<ItemChange>, Option<KeptNames>) {
    let (before, after) = apis(old, new, settings);
    let changed = compare(
        &public_items(&before, settings),
        &public_items(&after, settings),
    );
    let stands_for_another = |item: &ItemChange| {
        item.level == Level::Major && matches!(item.change, Change::Changed { .. })
    };
    if !changed.iter().any(stands_for_another) {
        return (changed, None);
    }
    let nodes = (Nodes::new(old), Nodes::new(new));
    let names = analyze::moved_names((&before, &nodes.0), (&after, &nodes.1), &settings.names);
    if names.is_empty() {
        return (changed, None);
    }
    let mut settings = settings.clone();
    settings.names.extend(names.clone());
    let (before, after) = apis(old, new, &settings);
    let left = compare(
        &public_items(&before, &settings),
        &public_items(&after, &settings),
    );
    let levels = left.iter().map(|change| change.level);
    let level = levels.max().unwrap_or(Level::Patch);
    (changed, Some(KeptNames { names, level }))
}

/// Returns the names in the settings of what a client of `old` has and that of `new` has not.
#[must_use]
pub fn gone_names(old: &Document, new: &Document, settings: &Settings) -> NameSettings {
    if settings.names.is_empty() {
        return NameSettings::default();
    }
    let (before, after) = apis(old, new, settings);
    let nodes = (Nodes::new(old), Nodes::new(new));
    analyze::gone_names((&before, &nodes.0), (&after, &nodes.1), &settings.names)
}

fn apis(old: &Document, new: &Document, settings: &Settings) -> (Api, Api) {
    let api = |document| analyze::analyze(lower::lower(document, settings).0, settings);
    rayon::join(|| api(old), || api(new))
}
