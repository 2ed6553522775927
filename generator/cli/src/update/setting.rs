//! Settings that an update writes, in a text that people write.

use toml_edit::{DocumentMut, Item, Table, TableLike, TomlError, Value};

use super::text_style::TextStyle;
use clientsmith::settings::NameSettings;

/// Returns the text of settings with `version` as that of the package, and all else as it was: comments, order, spaces.
/// Where the version is only shown as a comment, as in settings to begin with, that line becomes the setting.
///
/// # Errors
///
/// [`TomlError`] if the text is not TOML.
pub(super) fn set_version(settings: &str, version: &str) -> Result<String, TomlError> {
    let (style, settings) = TextStyle::split(settings);
    version_set(&settings, version).map(|text| style.apply(&text))
}

fn version_set(settings: &str, version: &str) -> Result<String, TomlError> {
    let document: DocumentMut = settings.parse()?;
    if document.get("package").is_none() {
        let gap = if settings.is_empty() { "" } else { "\n" };
        return Ok(format!(
            "{settings}{gap}[package]\nversion = \"{version}\"\n"
        ));
    }
    if setting_item(&document).is_none() {
        let uncommented = settings.replacen("\n# version = \"", "\nversion = \"", 1);
        let is_read = |document: &DocumentMut| setting_item(document).is_some();
        if let Some(document) = uncommented.parse().ok().filter(is_read) {
            return Ok(with(document, version));
        }
    }
    Ok(with(document, version))
}

/// Returns the text of settings with `names` added, and all else as it was.
///
/// # Errors
///
/// [`TomlError`] if the text is not TOML.
pub(super) fn set_names(settings: &str, names: &NameSettings) -> Result<String, TomlError> {
    let (style, settings) = TextStyle::split(settings);
    names_set(&settings, names).map(|text| style.apply(&text))
}

fn names_set(settings: &str, names: &NameSettings) -> Result<String, TomlError> {
    let mut document: DocumentMut = settings.parse()?;
    if document.get("names").is_none() && !settings.is_empty() {
        // Comments at the end belong to the last table.
        let gap = if settings.ends_with('\n') {
            "\n"
        } else {
            "\n\n"
        };
        return Ok([settings, gap, &names_set("", names)?].concat());
    }
    for (path, name) in names.keys() {
        let Some((key, tables)) = path.split_last() else {
            continue;
        };
        let root: &mut dyn toml_edit::TableLike = document.as_table_mut();
        let table = tables.iter().try_fold(root, |table, name| {
            let item = table.entry(name).or_insert_with(|| {
                let mut table = Table::new();
                table.set_implicit(true);
                Item::Table(table)
            });
            item.as_table_like_mut()
        });
        if let Some(table) = table {
            table.insert(key, Item::Value(Value::from(name)));
        }
    }
    Ok(document.to_string())
}

/// Returns the text of settings without `names`, and without the tables that this leaves empty.
///
/// # Errors
///
/// [`TomlError`] if the text is not TOML.
pub(super) fn remove_names(settings: &str, names: &NameSettings) -> Result<String, TomlError> {
    let (style, settings) = TextStyle::split(settings);
    let mut document: DocumentMut = settings.parse()?;
    for (path, _) in names.keys() {
        remove(document.as_table_mut(), &path);
    }
    Ok(style.apply(&document.to_string()))
}

fn remove(table: &mut dyn TableLike, path: &[&str]) {
    let Some((key, rest)) = path.split_first() else {
        return;
    };
    if !rest.is_empty() {
        let Some(inner) = table.get_mut(key).and_then(Item::as_table_like_mut) else {
            return;
        };
        remove(inner, rest);
        if !inner.is_empty() {
            return;
        }
    }
    table.remove(key);
}

/// Returns the text of settings with other keys for schemas below `names.schemas`: pairs of the old and the new key.
///
/// # Errors
///
/// [`TomlError`] if the text is not TOML.
pub(super) fn rename_schemas(
    settings: &str,
    keys: &[(String, String)],
) -> Result<String, TomlError> {
    let (style, settings) = TextStyle::split(settings);
    let mut document: DocumentMut = settings.parse()?;
    let names = document.get_mut("names");
    let schemas = names.and_then(|names| names.get_mut("schemas"));
    if let Some(schemas) = schemas.and_then(Item::as_table_like_mut) {
        for (old, new) in keys {
            if let Some(item) = schemas.remove(old) {
                schemas.insert(new, item);
            }
        }
    }
    Ok(style.apply(&document.to_string()))
}

fn setting_item(document: &DocumentMut) -> Option<&Item> {
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
            assert_eq!(set_version(old, "0.2.0").unwrap(), new);
        }
        let (old, new) = (
            "\u{feff}# ours\r\n[package]\r\nversion = '1.0.0'\r\n",
            "\u{feff}# ours\r\n[package]\r\nversion = \"0.2.0\"\r\n",
        );
        assert_eq!(set_version(old, "0.2.0").unwrap(), new);
        assert!(set_version("[package", "0.2.0").is_err());
    }

    #[test]
    fn names_are_added() {
        let mut names = NameSettings::default();
        let pet = names.of_operations.entry("GET /pets/{id}".to_owned());
        pet.or_default().function = Some("get_pet".to_owned());
        let schema = names.of_schemas.entry("Pet".to_owned()).or_default();
        schema
            .members
            .insert("in-use".to_owned(), "InUse".to_owned());
        for (old, new) in [
            (
                "",
                "[names.operations.\"GET /pets/{id}\"]\nfunction = \"get_pet\"\n\n[names.schemas.Pet.members]\nin-use = \"InUse\"\n",
            ),
            (
                "[lints]\n# settings-unknown-key = \"warn\"\n",
                "[lints]\n# settings-unknown-key = \"warn\"\n\n[names.operations.\"GET /pets/{id}\"]\nfunction = \"get_pet\"\n\n[names.schemas.Pet.members]\nin-use = \"InUse\"\n",
            ),
            (
                "[names.schemas]\nPet = { type = 'Pet' } # ours\n",
                "[names.schemas]\nPet = { type = 'Pet' , members.in-use = \"InUse\" } # ours\n\n[names.operations.\"GET /pets/{id}\"]\nfunction = \"get_pet\"\n",
            ),
        ] {
            assert_eq!(set_names(old, &names).unwrap(), new);
        }
    }

    #[test]
    fn names_are_removed() {
        let mut names = NameSettings::default();
        let pet = names.of_schemas.entry("Pet".to_owned()).or_default();
        pet.ty = Some("Animal".to_owned());
        pet.members.insert("a".to_owned(), "b".to_owned());
        for (old, new) in [
            (
                "# Ours.\n[names.schemas.Pet]\ntype = 'Animal'\n[names.schemas.Pet.members]\na = 'b'\n\n[lints]\n",
                "\n[lints]\n",
            ),
            (
                "[names.schemas.Pet]\ntype = 'Animal'\nmembers = { a = 'b', c = 'd' }\n",
                "[names.schemas.Pet]\nmembers = { c = 'd' }\n",
            ),
            ("names.schemas.Pet.type = 'Animal'\r\n", ""),
            ("[lints]\n", "[lints]\n"),
        ] {
            assert_eq!(remove_names(old, &names).unwrap(), new);
        }
    }

    #[test]
    fn schemas_are_renamed() {
        let old = "[names.schemas.A]\ntype = 'One'\n\n# Ours.\n[names.schemas.\"/paths/~1a/get/parameters/0/schema\"]\ntype = 'Two'\n\n[lints]\n";
        let (key, other) = (
            "/paths/~1a/get/parameters/0/schema",
            "/paths/~1a/get/parameters/query:a/schema",
        );
        let keys = [(key.to_owned(), other.to_owned())];
        assert_eq!(rename_schemas(old, &keys).unwrap(), old.replace(key, other));
    }
}
