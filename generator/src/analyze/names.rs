//! What the things of a document are called in a client, by which `[names]` settings give them other names.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::{Code, Diagnostic, Place};
use crate::ir::{Api, EnumValues, Shape, Type};
use crate::settings::{NameSettings, schema_key};

/// A `[names]` setting has no effect.
pub(crate) const NAME_UNUSED: Code = Code::warning(
    "name-unused",
    "remove the setting, or correct the `operationId`, schema, property or value, or choose a name that nothing else has",
);

/// Something in a document that has a name in the client.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Named {
    Function { operation: String },
    Parameter { operation: String, wire: String },
    Type { schema: String },
    Member { schema: String, wire: String },
}

impl Named {
    /// Where no two have the same name.
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

    /// The setting that names it.
    fn setting(&self) -> String {
        match self {
            Self::Function { operation } => format!("names.operations.{operation}.function"),
            Self::Parameter { operation, wire } => {
                format!("names.operations.{operation}.parameters.{wire}")
            }
            Self::Type { schema } => format!("names.schemas.{schema}.type"),
            Self::Member { schema, wire } => format!("names.schemas.{schema}.members.{wire}"),
        }
    }
}

/// Warns about each name in the settings that nothing in `api` has.
pub(crate) fn unused(api: &Api, settings: &NameSettings) -> Vec<Diagnostic> {
    if settings.is_empty() {
        return Vec::new();
    }
    let actual = names(api);
    let given = given(settings).into_iter();
    let messages = given.filter_map(|(named, name)| match actual.get(&named) {
        Some(actual) if *actual == name => None,
        Some(actual) => Some(format!(
            "`{}` has no effect: `{name}` is reserved, taken or written in another case; the name is `{actual}`",
            named.setting()
        )),
        None => Some(format!("`{}` matches nothing in the document", named.setting())),
    });
    let warning = |message| Diagnostic::new(&NAME_UNUSED, Place::Whole, message);
    messages.map(warning).collect()
}

/// The names that the client of `old` has and that of `new` gives to something else, although what had them is still
/// there. Names that `settings` give to something else cannot be kept.
pub(crate) fn moved(old: &Api, new: &Api, settings: &NameSettings) -> NameSettings {
    let given: BTreeMap<(Named, &str), Named> = given(settings)
        .into_iter()
        .map(|(named, name)| ((named.namespace(), name), named))
        .collect();
    let (old, new) = (names(old), names(new));
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

/// What everything is called that the settings can name.
fn names(api: &Api) -> BTreeMap<Named, &str> {
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
        let schema = schema_key(&ty.origin);
        for (wire, name) in members(ty) {
            let schema = schema.clone();
            names.insert(Named::Member { schema, wire }, name);
        }
        names.insert(Named::Type { schema }, ty.name.as_str());
    }
    names
}

/// The properties or listed values of a type, with what they are called.
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

/// All names in the settings.
fn given(settings: &NameSettings) -> Vec<(Named, &str)> {
    let mut given = Vec::new();
    for (operation, names) in &settings.of_operations {
        let operation = operation.clone();
        for (wire, name) in &names.parameters {
            let (operation, wire) = (operation.clone(), wire.clone());
            given.push((Named::Parameter { operation, wire }, name.as_str()));
        }
        if let Some(name) = &names.function {
            given.push((Named::Function { operation }, name));
        }
    }
    for (schema, names) in &settings.of_schemas {
        let schema = schema.clone();
        for (wire, name) in &names.members {
            let (schema, wire) = (schema.clone(), wire.clone());
            given.push((Named::Member { schema, wire }, name.as_str()));
        }
        if let Some(name) = &names.ty {
            given.push((Named::Type { schema }, name));
        }
    }
    given
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
