//! A settings file to begin with.

use toml::{Table, Value};

use crate::diagnostics::{Diagnostic, Severity};
use crate::ir::{Api, SecurityScheme};
use crate::settings::{KEYS, Key};
use crate::{Document, Settings, crate_files, lower};

/// Returns a settings file for `document` in which every key is explained and commented out.
///
/// The values are what `settings` and the document lead to, so that to set one of them without a change changes
/// nothing; keys that nothing is known of have an example, and say so. The security schemes are those of the document
/// ([OpenAPI 3.0.3, security scheme object](https://spec.openapis.org/oas/v3.0.3#security-scheme-object)), and the lints
/// those of its warnings. The keys whose [paths](Key::path) are in `set` are not commented out.
#[must_use]
pub fn starter_settings(document: &Document, settings: &Settings, set: &[&str]) -> String {
    let (api, problems) = lower::lower(document, settings);
    let known = Known {
        api: &api,
        settings,
        set,
        warnings: warnings(document.warnings().iter().chain(&problems)),
    };
    let mut text = format!(
        "# Settings of the client `{}`. All are optional.\n\
         # Remove the `#` before a key to set it. What it has here holds without it, or is an example.\n",
        settings.package.name
    );
    let mut tables: Vec<&str> = KEYS.iter().map(|key| key.table_and_name().0).collect();
    tables.dedup();
    for table in tables {
        text.push_str(&known.tables(table));
    }
    text
}

/// What a settings file can be filled with.
struct Known<'a> {
    api: &'a Api,
    settings: &'a Settings,
    /// The paths of the keys that are not commented out.
    set: &'a [&'a str],
    /// The codes of the warnings about the document, or any code if there are none.
    warnings: Vec<&'static str>,
}

/// The name of a key in the file, its value, and what explains it.
type Row = (&'static Key, String, Value);

impl Known<'_> {
    /// Returns the table called `table` in the list of keys: one, or one for each name that it stands for.
    fn tables(&self, table: &str) -> String {
        let keys = || KEYS.iter().filter(|key| key.table_and_name().0 == table);
        if table != "environment.schemes.SCHEME" {
            let rows = keys().flat_map(|key| self.rows(key));
            let text = self.text(&table.split('.').collect::<Vec<_>>(), rows);
            // The header would be a setting for something called like the placeholder.
            let is_placeholder = keys().any(Key::is_in_placeholder);
            return if is_placeholder {
                text.replacen('[', "# [", 1)
            } else {
                text
            };
        }
        let of_scheme = |scheme: &SecurityScheme| {
            let variables = self.settings.variables().by_key(scheme).into_iter();
            let rows = variables.filter_map(|(name, variable)| {
                let key = keys().find(|key| key.table_and_name().1 == name)?;
                Some((key, name.to_owned(), variable.into()))
            });
            self.text(&["environment", "schemes", &scheme.wire], rows)
        };
        self.api.schemes.iter().map(of_scheme).collect()
    }

    /// Returns a table with its keys, commented out but for those that are to be set.
    fn text(&self, table: &[&str], rows: impl Iterator<Item = Row>) -> String {
        let mut text = header(table);
        let mut before = None;
        for (key, name, value) in rows {
            if before.replace(key) != Some(key) {
                text.push_str(&explanation(key));
            }
            if !self.set.contains(&key.path) {
                text.push_str("# ");
            }
            text.push_str(&Table::from_iter([(name, value)]).to_string());
        }
        text
    }

    fn rows(&self, key: &'static Key) -> Vec<Row> {
        let name = key.table_and_name().1;
        if key.path == "diff.severity.CODE" {
            // Any code shows what the key is for.
            return vec![(key, "enum-value-added".to_owned(), "risky".into())];
        }
        if name == "CODE" {
            let row = |code: &&str| (key, (*code).to_owned(), "warn".into());
            return self.warnings.iter().map(row).collect();
        }
        let value = self.value(key).or_else(|| example(key));
        value
            .map(|value| (key, name.to_owned(), value))
            .into_iter()
            .collect()
    }

    /// Returns what holds without the key, if that can be said.
    fn value(&self, key: &Key) -> Option<Value> {
        let package = &self.settings.package;
        Some(match key.path {
            "package.name" => package.name.clone().into(),
            "package.version" => package.version.clone().into(),
            "package.description" => crate_files::description(self.api, self.settings).into(),
            "environment.base_url" => self.settings.variables().base_url().into(),
            _ => return None,
        })
    }
}

fn warnings<'a>(problems: impl Iterator<Item = &'a Diagnostic>) -> Vec<&'static str> {
    let warnings = problems.filter(|problem| problem.severity() == Severity::Warning);
    let mut codes: Vec<&str> = warnings.map(|problem| problem.code.id).collect();
    codes.sort_unstable();
    codes.dedup();
    if codes.is_empty() {
        // Any code shows what the key is for.
        codes.extend(
            crate::codes()
                .find(|code| code.severity == Severity::Warning)
                .map(|code| code.id),
        );
    }
    codes
}

fn example(key: &Key) -> Option<Value> {
    key.example.parse().ok()
}

fn explanation(key: &Key) -> String {
    let example = if key.absent.starts_with("none") {
        ", for example"
    } else {
        ""
    };
    format!("# {}{example}:\n", key.value.replace('`', ""))
}

/// Returns the line that a table begins with, none for the file itself.
fn header(table: &[&str]) -> String {
    let names = table.iter().rev().filter(|name| !name.is_empty());
    let nested = names.fold(Table::new(), |inner, name| {
        Table::from_iter([((*name).to_owned(), Value::Table(inner))])
    });
    format!("\n{nested}")
}

#[cfg(test)]
mod tests {
    use super::*;

    const DOCUMENT: &str = "
openapi: 3.0.3
info: { title: \"A \\\"fine\\\" API\", version: '1' }
paths:
  /a:
    get:
      callbacks: { x: {} }
      responses: { '204': { description: Done. } }
components:
  securitySchemes:
    basic: { type: http, scheme: basic }
    'odd key': { type: apiKey, in: header, name: X-Key }
";

    fn starter() -> (Document, Settings, String) {
        let document = Document::read("a.yaml", DOCUMENT.as_bytes()).unwrap();
        let settings = Settings::for_package("some-api");
        let text = starter_settings(&document, &settings, &[]);
        (document, settings, text)
    }

    /// Returns the text with the keys of `paths`, and the headers of placeholder tables, uncommented.
    fn set(text: &str, is_set: impl Fn(&str) -> bool) -> String {
        let line = |line: &str| match line.strip_prefix("# ") {
            Some(header) if header.starts_with('[') && is_set(header) => format!("{header}\n"),
            Some(key) if key.contains(" = ") && is_set(key) => format!("{key}\n"),
            _ => format!("{line}\n"),
        };
        text.lines().map(line).collect()
    }

    /// Asserts that the text, with the keys set that `is_set` takes, makes what the settings of the crate make.
    fn makes_the_same(is_set: impl Fn(&str) -> bool) {
        let (document, settings, text) = starter();
        let read = Settings::read("some-api.toml", &set(&text, is_set)).unwrap();
        let made = |settings| {
            let package = crate::generate(&document, settings).unwrap();
            let files = package.files();
            let files = files.map(|(path, text)| (path.to_owned(), text.to_owned()));
            files.collect::<Vec<_>>()
        };
        assert_eq!(made(&read), made(&settings));
    }

    #[test]
    fn it_changes_nothing_as_it_is() {
        makes_the_same(|_| false);
    }

    #[test]
    fn it_changes_nothing_where_something_was_known() {
        let examples = [
            "unwrap",
            "runtime",
            "license",
            "repository",
            "keywords",
            "categories",
        ];
        makes_the_same(|line| !examples.iter().any(|key| line.starts_with(key)));
    }

    #[test]
    fn it_has_every_key_and_all_can_be_set() {
        let (_, _, text) = starter();
        let set = set(&text, |_| true);
        assert!(Settings::read("some-api.toml", &set).is_ok(), "{set}");
        for key in KEYS {
            let name = key.table_and_name().1;
            let name = match key.path {
                "diff.severity.CODE" => "enum-value-added",
                "lints.CODE" => "callbacks-ignored",
                _ => name,
            };
            assert!(set.contains(&format!("\n{name} = ")), "{name}\n{set}");
        }
    }

    #[test]
    fn names_are_quoted_where_they_must_be() {
        let (_, _, text) = starter();
        assert!(
            text.contains("\n[environment.schemes.\"odd key\"]\n"),
            "{text}"
        );
        assert!(
            text.contains("# description = 'Client of A \"fine\" API'\n"),
            "{text}"
        );
    }
}
