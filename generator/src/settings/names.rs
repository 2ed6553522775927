use std::collections::BTreeMap;

use super::check::{identifier, snake_name, type_name};
use super::section::Section;
use crate::diagnostics::Pointer;
use crate::load::{Nodes, address, addressed};

/// `[names]`: names in the generated crate, in place of those derived from the document.
///
/// `clientsmith update` writes them where a new name in the document would otherwise take over the name of something else
/// in a published client.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameSettings {
    /// `operations.OPERATION`: by `operationId`, or by method and path (`GET /pets/{id}`) where there is none.
    pub of_operations: BTreeMap<String, OperationNames>,
    /// `schemas.SCHEMA`: by the name of a component schema, or by the JSON pointer of any other schema, in which
    /// parameters are called `query:limit` rather than by their index.
    pub of_schemas: BTreeMap<String, SchemaNames>,
}

/// The names of one operation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OperationNames {
    /// The name of its function.
    pub function: Option<String>,
    /// The names of its arguments and setters, by the names of the parameters.
    pub parameters: BTreeMap<String, String>,
}

/// The names of one schema.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SchemaNames {
    /// The name of its type.
    pub ty: Option<String>,
    /// The names of fields and variants, by the names of properties or the listed values.
    pub members: BTreeMap<String, String>,
}

impl NameSettings {
    pub(super) fn read(&mut self, section: &Section<'_>) {
        section.only_listed();
        for (name, operation) in tables(section, "operations") {
            let names = OperationNames {
                function: operation.text("function", snake_name),
                parameters: texts(&operation, "parameters", snake_name),
            };
            self.of_operations.insert(name, names);
        }
        for (name, schema) in tables(section, "schemas") {
            let names = SchemaNames {
                ty: schema.text("type", type_name),
                members: texts(&schema, "members", identifier),
            };
            self.of_schemas.insert(name, names);
        }
    }

    /// Adds names; where both have one, that of `other` counts.
    pub fn extend(&mut self, other: Self) {
        for (id, names) in other.of_operations {
            let known = self.of_operations.entry(id).or_default();
            known.function = names.function.or_else(|| known.function.take());
            known.parameters.extend(names.parameters);
        }
        for (schema, names) in other.of_schemas {
            let known = self.of_schemas.entry(schema).or_default();
            known.ty = names.ty.or_else(|| known.ty.take());
            known.members.extend(names.members);
        }
    }

    /// Removes the names that `other` has too.
    pub fn remove(&mut self, other: &Self) {
        for (id, names) in &other.of_operations {
            if let Some(known) = self.of_operations.get_mut(id) {
                known.function.take_if(|_| names.function.is_some());
                let parameters = &names.parameters;
                known
                    .parameters
                    .retain(|wire, _| !parameters.contains_key(wire));
            }
        }
        for (schema, names) in &other.of_schemas {
            if let Some(known) = self.of_schemas.get_mut(schema) {
                known.ty.take_if(|_| names.ty.is_some());
                known
                    .members
                    .retain(|wire, _| !names.members.contains_key(wire));
            }
        }
    }

    /// Returns the settings as keys and values, each with the tables that it stands in.
    #[must_use]
    pub fn keys(&self) -> Vec<(Vec<&str>, &str)> {
        let mut keys: Vec<(Vec<&str>, &str)> = Vec::new();
        for (id, names) in &self.of_operations {
            let at = ["names", "operations", id];
            let function = names.function.iter();
            keys.extend(function.map(|name| (with(&at, &["function"]), name.as_str())));
            let parameters = names.parameters.iter();
            keys.extend(
                parameters.map(|(wire, name)| (with(&at, &["parameters", wire]), name.as_str())),
            );
        }
        for (schema, names) in &self.of_schemas {
            let at = ["names", "schemas", schema];
            let ty = names.ty.iter();
            keys.extend(ty.map(|name| (with(&at, &["type"]), name.as_str())));
            let members = names.members.iter();
            keys.extend(members.map(|(wire, name)| (with(&at, &["members", wire]), name.as_str())));
        }
        keys
    }

    /// Returns whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.of_operations.is_empty() && self.of_schemas.is_empty()
    }

    /// Returns the names of the schema at `at`.
    pub(crate) fn of_schema(&self, document: &Nodes<'_>, at: &Pointer) -> Option<&SchemaNames> {
        if self.of_schemas.is_empty() {
            return None;
        }
        let names = self.of_schemas.get(&schema_key(document, at));
        names.or_else(|| self.of_schemas.get(at.as_str()))
    }

    /// Returns the names of types in `document`, which no other type may take.
    pub(crate) fn types(&self, document: &Nodes<'_>) -> impl Iterator<Item = &str> {
        let schemas = self.of_schemas.iter();
        let names = schemas.filter_map(|(schema, names)| Some((schema, names.ty.as_deref()?)));
        names.filter_map(|(schema, name)| is_there(document, schema).then_some(name))
    }
}

/// Returns whether a document has a schema that the settings call `schema`, rather than a reference in its place.
fn is_there(document: &Nodes<'_>, schema: &str) -> bool {
    if !schema.starts_with('/') {
        return document.value(&component(schema)).is_some();
    }
    let node = addressed(document, schema).and_then(|at| document.value(&at));
    node.is_some_and(|node| node.get("$ref").is_none())
}

/// Returns the place of a component schema.
fn component(name: &str) -> Pointer {
    let schemas = Pointer::root().child("components").child("schemas");
    schemas.child(name)
}

fn with<'a>(table: &[&'a str], key: &[&'a str]) -> Vec<&'a str> {
    [table, key].concat()
}

/// Returns what the schema at `at` is called in the settings.
pub(crate) fn schema_key(document: &Nodes<'_>, at: &Pointer) -> String {
    let name = at.as_str().strip_prefix("/components/schemas/");
    match name.filter(|name| !name.contains('/')) {
        Some(_) => at.tokens().last().unwrap_or_default().into_owned(),
        None => address(document, at),
    }
}

/// Returns what the schema that the settings call `key` should be called there.
pub fn stable_key(document: &Nodes<'_>, key: &str) -> String {
    if key.starts_with('/') {
        schema_key(document, &Pointer::parse(key))
    } else {
        key.to_owned()
    }
}

/// Returns the tables in the table `key`, whose names are the user's own.
fn tables<'a>(section: &Section<'a>, key: &str) -> Vec<(String, Section<'a>)> {
    let Some(tables) = section.section(key) else {
        return Vec::new();
    };
    let named = tables.keys().filter_map(|name| {
        let table = tables.section(name)?;
        table.only_listed();
        Some((name.to_owned(), table))
    });
    named.collect()
}

/// Returns the texts in the table `key`, whose names are the user's own.
fn texts(
    section: &Section<'_>,
    key: &str,
    check: fn(&str) -> Result<(), String>,
) -> BTreeMap<String, String> {
    let Some(table) = section.section(key) else {
        return BTreeMap::new();
    };
    let texts = table
        .keys()
        .filter_map(|name| Some((name.to_owned(), table.text(name, check)?)));
    texts.collect()
}
