//! What the things of a document are called in a client, by which `[names]` settings give them other names.

use std::collections::{BTreeMap, BTreeSet};

use crate::codes::generation::NAME_UNUSED;
use crate::diagnostics::{Diagnostic, Place};
use crate::ir::{Api, EnumValues, Shape, Type};
use crate::load::Nodes;
use crate::settings::{NameSettings, Settings, schema_key, stable_key};

/// Something in a document that has a name in the client.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Named {
    Function { operation: String },
    Parameter { operation: String, wire: String },
    Type { schema: String },
    Member { schema: String, wire: String },
}

impl Named {
    /// Returns where no two have the same name.
    fn namespace(&self) -> Self {
        let (operation, schema, wire) = (String::new(), String::new(), String::new());
        match self {
            Self::Function { .. } => Self::Function { operation },
            Self::Type { .. } => Self::Type { schema },
            Self::Parameter { operation, .. } => Self::Parameter {
                operation: operation.clone(),
                wire,
            },
            Self::Member { schema, .. } => Self::Member {
                schema: schema.clone(),
                wire,
            },
        }
    }

    /// Returns the same with its schema as the settings spell it in `path`.
    fn spelled(self, path: &[&str]) -> Self {
        let schema = path.get(2).copied().unwrap_or_default().to_owned();
        match self {
            Self::Type { .. } => Self::Type { schema },
            Self::Member { wire, .. } => Self::Member { schema, wire },
            named => named,
        }
    }
}

/// A name in the settings.
struct Given<'a> {
    named: Named,
    name: &'a str,
    /// The tables that the setting stands in, and its key.
    path: Vec<&'a str>,
}

/// Warns about each name in the settings that nothing in `api`, read from `document`, has.
pub(crate) fn unused(api: &Api, document: &Nodes<'_>, settings: &Settings) -> Vec<Diagnostic> {
    if settings.names.is_empty() {
        return Vec::new();
    }
    let actual = names(api, document);
    let given = given(&settings.names, document).into_iter();
    let warnings = given.filter_map(|Given { named, name, path }| {
        let setting = path.join(".");
        let warning = |message| Diagnostic::new(&NAME_UNUSED, Place::Whole, message);
        let warning = match actual.get(&named) {
            Some(actual) if *actual == name => return None,
            Some(actual) => warning(format!(
                "`{name}` of `{setting}` is reserved, taken or written in another case"
            ))
            .with_note(format!("the name is `{actual}`")),
            None => warning(format!("`{setting}` matches nothing in the document")),
        };
        Some(settings.placed(warning, &path))
    });
    warnings.collect()
}

/// Returns the names that the client of `old` has and that of `new` gives to something else, although what had them is
/// still there. Names that `settings` give to something else cannot be kept.
pub(crate) fn moved(
    old: (&Api, &Nodes<'_>),
    new: (&Api, &Nodes<'_>),
    settings: &NameSettings,
) -> NameSettings {
    let given: BTreeMap<(Named, &str), Named> = given(settings, new.1)
        .into_iter()
        .map(|given| ((given.named.namespace(), given.name), given.named))
        .collect();
    let (old, new) = (names(old.0, old.1), names(new.0, new.1));
    let taken: BTreeSet<(Named, &str)> = new
        .iter()
        .map(|(named, name)| (named.namespace(), *name))
        .collect();
    let mut moved = NameSettings::default();
    for (named, name) in old {
        let is_moved = new.get(&named).is_some_and(|now| *now != name);
        let key = (named.namespace(), name);
        let is_given = given.get(&key).is_some_and(|owner| *owner != named);
        if is_moved && taken.contains(&key) && !is_given {
            give(&mut moved, named, name);
        }
    }
    moved
}

/// Returns the names in the settings of what the client of `old` has and that of `new` has not.
pub(crate) fn gone(
    old: (&Api, &Nodes<'_>),
    new: (&Api, &Nodes<'_>),
    settings: &NameSettings,
) -> NameSettings {
    let (before, after) = (names(old.0, old.1), names(new.0, new.1));
    let mut gone = NameSettings::default();
    for Given { named, name, path } in given(settings, old.1) {
        if before.contains_key(&named) && !after.contains_key(&named) {
            // As it is spelled, so that it is found again.
            give(&mut gone, named.spelled(&path), name);
        }
    }
    gone
}

/// Returns what everything is called that the settings can name.
fn names<'a>(api: &'a Api, document: &Nodes<'_>) -> BTreeMap<Named, &'a str> {
    let mut names = BTreeMap::new();
    let modules = api.operations.values();
    for operation in modules.flat_map(|module| &module.operations) {
        let id = &operation.id;
        let function = Named::Function {
            operation: id.clone(),
        };
        names.insert(function, operation.name.as_str());
        for parameter in &operation.parameters {
            let named = Named::Parameter {
                operation: id.clone(),
                wire: parameter.wire.clone(),
            };
            names.insert(named, parameter.name.as_str());
        }
    }
    for ty in api.types.values() {
        let schema = schema_key(document, &ty.origin);
        for (wire, name) in members(ty) {
            let schema = schema.clone();
            names.insert(Named::Member { schema, wire }, name);
        }
        names.insert(Named::Type { schema }, ty.name.as_str());
    }
    names
}

/// Returns the properties or listed values of a type, with what they are called.
fn members(ty: &Type) -> Vec<(String, &str)> {
    match &ty.shape {
        Shape::Struct(fields) => {
            let fields = fields.fields.iter();
            fields
                .map(|field| (field.wire.clone(), field.name.as_str()))
                .collect()
        }
        Shape::Enum(listed) => match &listed.values {
            EnumValues::Strings(values) => {
                let values = values.iter();
                values
                    .map(|value| (value.wire.clone(), value.name.as_str()))
                    .collect()
            }
            EnumValues::Integers(values) => {
                let values = values.iter();
                values
                    .map(|value| (value.wire.to_string(), value.name.as_str()))
                    .collect()
            }
        },
        Shape::Union(_) | Shape::Alias(_) | Shape::Wrapper(_) => Vec::new(),
    }
}

/// Returns all names in the settings, for what they mean in `document`.
fn given<'a>(settings: &'a NameSettings, document: &Nodes<'_>) -> Vec<Given<'a>> {
    let given = settings.keys().into_iter().filter_map(|(path, name)| {
        let named = match *path.as_slice() {
            [_, "operations", operation, _] => Named::Function {
                operation: operation.to_owned(),
            },
            [_, "operations", operation, _, wire] => Named::Parameter {
                operation: operation.to_owned(),
                wire: wire.to_owned(),
            },
            [_, _, schema, _] => Named::Type {
                schema: stable_key(document, schema),
            },
            [_, _, schema, _, wire] => Named::Member {
                schema: stable_key(document, schema),
                wire: wire.to_owned(),
            },
            _ => return None,
        };
        Some(Given { named, name, path })
    });
    given.collect()
}

/// Adds a name to the settings.
fn give(settings: &mut NameSettings, named: Named, name: &str) {
    let name = name.to_owned();
    let (operations, schemas) = (&mut settings.of_operations, &mut settings.of_schemas);
    match named {
        Named::Function { operation } => {
            operations.entry(operation).or_default().function = Some(name);
        }
        Named::Parameter { operation, wire } => {
            let names = operations.entry(operation).or_default();
            names.parameters.insert(wire, name);
        }
        Named::Type { schema } => schemas.entry(schema).or_default().ty = Some(name),
        Named::Member { schema, wire } => {
            schemas
                .entry(schema)
                .or_default()
                .members
                .insert(wire, name);
        }
    }
}
