//! The version in the settings, whose text people write.

use toml_edit::{DocumentMut, Item, TomlError, Value};

/// The text of settings with `version` as that of the package, and all else as it was: comments, order, spaces. Where
/// the version is only shown as a comment, as in settings to begin with, that line becomes the setting.
///
/// # Errors
///
/// [`TomlError`] if the text is not TOML.
pub(super) fn set(settings: &str, version: &str) -> Result<String, TomlError> {
    let document: DocumentMut = settings.parse()?;
    if document.get("package").is_none() {
        let gap = if settings.is_empty() { "" } else { "\n" };
        return Ok(format!(
            "{settings}{gap}[package]\nversion = \"{version}\"\n"
        ));
    }
    if of(&document).is_none() {
        let uncommented = settings.replacen("\n# version = \"", "\nversion = \"", 1);
        let is_read = |document: &DocumentMut| of(document).is_some();
        if let Some(document) = uncommented.parse().ok().filter(is_read) {
            return Ok(with(document, version));
        }
    }
    Ok(with(document, version))
}

fn of(document: &DocumentMut) -> Option<&Item> {
    document.get("package")?.get("version")
}

fn with(mut document: DocumentMut, version: &str) -> String {
    let mut value = Value::from(version);
    let package = document.get_mut("package");
    if let Some(table) = package.and_then(Item::as_table_like_mut) {
        let item = table.entry("version").or_insert(Item::None);
        if let Some(old) = item.as_value() {
            *value.decor_mut() = old.decor().clone();
        }
        *item = Item::Value(value);
    }
    document.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_version_changes() {
        for (old, new) in [
            ("", "[package]\nversion = \"0.2.0\"\n"),
            (
                "unwrap = 'a' # why\n\n[package]\nname = 'x'\n\n[lints]\n",
                "unwrap = 'a' # why\n\n[package]\nname = 'x'\nversion = \"0.2.0\"\n\n[lints]\n",
            ),
            (
                "[package]\nversion =  '0.1.0'   # ours\nname = 'x'\n",
                "[package]\nversion =  \"0.2.0\"   # ours\nname = 'x'\n",
            ),
            (
                "[package]\n# name = \"x\"\n# version = \"0.1.0\"\n\n[lints]\n",
                "[package]\n# name = \"x\"\nversion = \"0.2.0\"\n\n[lints]\n",
            ),
            (
                "[lints]\n# version = \"0.1.0\"\n",
                "[lints]\n# version = \"0.1.0\"\n\n[package]\nversion = \"0.2.0\"\n",
            ),
            (
                "package.version = '0.1.0'\n",
                "package.version = \"0.2.0\"\n",
            ),
            (
                "package = { version = '0.1.0', name = 'x' }\n",
                "package = { version = \"0.2.0\", name = 'x' }\n",
            ),
        ] {
            assert_eq!(set(old, "0.2.0").unwrap(), new);
        }
        assert!(set("[package", "0.2.0").is_err());
    }
}
