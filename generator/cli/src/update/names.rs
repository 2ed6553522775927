//! The `[names]` settings of an update.

use std::path::Path;

use super::made::Texts;
use super::target::Target;
use super::{UpdateError, setting};
use clientsmith::api_files::{InputError, Inputs, Warnings};
use clientsmith::internal::Nodes;
use clientsmith::internal::stable_key;
use clientsmith::internal::{changes_and_kept, gone_names};
use clientsmith::settings::NameSettings;
use clientsmith::{Document, Package, Settings};

/// Gives schemas in the settings that are called by an index a key that does not change with the order of the document,
/// and returns the old and the new keys.
pub(super) fn stabilize(old: &mut Inputs, new: &mut Inputs) -> Vec<(String, String)> {
    let nodes = Nodes::new(&old.document);
    let schemas = &old.settings.names.of_schemas;
    let keys = schemas.keys().filter_map(|key| {
        let stable = stable_key(&nodes, key);
        (stable != *key && !schemas.contains_key(&stable)).then(|| (key.clone(), stable))
    });
    let keys: Vec<(String, String)> = keys.collect();
    for (key, stable) in &keys {
        for inputs in [&mut *old, &mut *new] {
            let schemas = &mut inputs.settings.names.of_schemas;
            if let Some(names) = schemas.remove(key) {
                schemas.insert(stable.clone(), names);
            }
        }
    }
    keys
}

/// Returns the names in the settings of what only the old document has.
///
/// That something is gone is a major change, so that its name is free from this version on.
pub(super) fn gone(old: &Inputs, new: &Inputs) -> NameSettings {
    gone_names(&old.document, &new.document, &new.settings)
}

/// Generates the client of `new` without the names of what is `gone`.
pub(super) fn package(
    from: &Path,
    new: &Inputs,
    gone: &NameSettings,
    warnings: Warnings,
) -> Result<Package, InputError> {
    let mut settings = new.settings.clone();
    settings.names.remove(gone);
    settings.lints.deny_warnings = warnings == Warnings::Denied;
    clientsmith::generate(&new.document, &settings).map_err(|diagnostics| InputError::Diagnostics {
        document: from.to_owned(),
        diagnostics,
    })
}

/// Writes the keys of schemas, and removes the names of what is `gone`.
pub(super) fn edit(
    target: &Target,
    texts: &mut Texts,
    keys: &[(String, String)],
    gone: &NameSettings,
) -> Result<(), UpdateError> {
    if !keys.is_empty() {
        rewrite(target, texts, |text| setting::rename_schemas(text, keys))?;
    }
    if !gone.is_empty() {
        rewrite(target, texts, |text| setting::remove_names(text, gone))?;
    }
    Ok(())
}

/// Gives names in the settings to what would lose its name to something else, and returns them.
pub(super) fn keep(
    target: &Target,
    old: &Inputs,
    new: &mut Inputs,
    texts: &mut Texts,
) -> Result<NameSettings, UpdateError> {
    let (_, kept) = changes_and_kept(&old.document, &new.document, &new.settings);
    let Some(kept) = kept else {
        return Ok(NameSettings::default());
    };
    rewrite(target, texts, |text| setting::set_names(text, &kept.names))?;
    new.settings.names.extend(kept.names.clone());
    Ok(kept.names)
}

/// Returns the settings `current` for a report from `released` to `new`, with the names that only what is gone since
/// had.
pub(super) fn for_report(
    (released, names): (&Document, &NameSettings),
    new: &Document,
    current: &Settings,
) -> Settings {
    let mut settings = current.clone();
    settings.names = names.clone();
    let gone = gone_names(released, new, &settings);
    settings.names = gone;
    settings.names.extend(current.names.clone());
    settings
}

fn rewrite(
    target: &Target,
    texts: &mut Texts,
    edit: impl FnOnce(&str) -> Result<String, toml_edit::TomlError>,
) -> Result<(), UpdateError> {
    let text = texts.settings.take().unwrap_or_default();
    let text = edit(&text).map_err(|source| UpdateError::Settings {
        path: target.settings.clone(),
        source: Box::new(source),
    })?;
    texts.settings = Some(text);
    Ok(())
}
