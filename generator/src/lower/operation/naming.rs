//! Names of functions, and of the modules that tags group them in.

use hashbrown::HashMap;
use serde_json::Value;

use super::RESERVED_FUNCTIONS;
use super::discovery::Found;
use crate::codes::lower::OPERATION_ID_TAKEN;
use crate::diagnostics::Pointer;
use crate::load::{Nodes, plain};
use crate::lower::context::Context;
use crate::lower::shapes::items;
use crate::names::{Case, Identifier, Scope, Wanted};
use crate::normalize::{operation_id, repaired_path};
use crate::settings::OperationNames;

/// Returns the `operationId`, or what stands for it: method and path, which no two operations share.
pub(in crate::lower) fn operation_name(context: &Context<'_>, path: &str, method: &str) -> String {
    let renamed = context
        .renamed_operations
        .get(&(path.to_owned(), method.to_owned()));
    if let Some(name) = renamed {
        return name.clone();
    }
    let document = context.document;
    let item = Pointer::root().child("paths").child(path);
    let item = document.resolve(&item).0.unwrap_or(item);
    let id = document.value(&item.child(method)).and_then(operation_id);
    id.unwrap_or_else(|| derived(&meant(document, path), method))
}

/// Returns the path that a key of the Paths Object means, however it is written: `/pets/{id}` for `/pets/:id`.
fn meant(document: &Nodes<'_>, key: &str) -> String {
    let at = Pointer::root().child("paths").child(key);
    repaired_path(document, key, &at).unwrap_or_else(|| key.to_owned())
}

/// Returns the name of an operation without an `operationId`.
pub(super) fn derived(path: &str, method: &str) -> String {
    let segments = path.split('/').filter(|segment| !segment.is_empty());
    let words = segments.map(|segment| segment.replace('{', " by ").replace('}', " "));
    format!("{method} {}", words.collect::<Vec<_>>().join(" "))
}

/// Returns the functions of all operations.
pub(super) fn functions(context: &mut Context<'_>, found: &mut [Found]) -> Vec<Identifier> {
    rename_repeated(context, found);
    let wanted: Vec<_> = found
        .iter()
        .map(|found| Wanted {
            text: &found.id,
            deprecated: found.deprecated,
            given: given_to(context, found).and_then(|names| names.function.as_deref()),
        })
        .collect();
    Scope::with_reserved(RESERVED_FUNCTIONS).claim_all(Case::Function, &wanted)
}

/// Returns the names that the settings give an operation.
pub(super) fn given_to<'a>(context: &Context<'a>, found: &Found) -> Option<&'a OperationNames> {
    let names = &context.names.of_operations;
    let has_none = names.is_empty();
    (!has_none).then(|| names.get(&settings_key(found)))?
}

/// Returns the `operationId` of an operation, or else its method and path: what it is called in the settings.
pub(super) fn settings_key(found: &Found) -> String {
    if found.has_id {
        found.id.clone()
    } else {
        let operation = &found.operation;
        format!("{} {}", operation.method, operation.template.path)
    }
}

/// Names operations after method and path if another one has their `operationId`. The one whose path and method sort
/// first keeps it, so that the order of the document does not matter.
fn rename_repeated(context: &mut Context<'_>, found: &mut [Found]) {
    let mut keepers: HashMap<String, (String, &'static str)> = HashMap::new();
    for found in found.iter().filter(|found| found.has_id) {
        let operation = &found.operation;
        let place = (operation.key.clone(), operation.method.key());
        let keeper = keepers
            .entry(found.id.clone())
            .or_insert_with(|| place.clone());
        if place < *keeper {
            *keeper = place;
        }
    }
    for found in found.iter_mut().filter(|found| found.has_id) {
        let operation = &found.operation;
        let is_keeper = keepers
            .get(&found.id)
            .is_none_or(|(key, method)| (key, *method) == (&operation.key, operation.method.key()));
        if !is_keeper {
            rename(context, found);
        }
    }
}

fn rename(context: &mut Context<'_>, found: &mut Found) {
    let operation = &found.operation;
    let message = format!("duplicate `operationId` `{}`", found.id);
    let at = operation.at.child("operationId");
    context.report(&OPERATION_ID_TAKEN, message, &at);
    let method = operation.method.key();
    found.id = derived(&operation.template.path, method);
    found.has_id = false;
    let place = (operation.key.clone(), method.to_owned());
    context.renamed_operations.insert(place, found.id.clone());
}

/// Operations without a tag belong to this one.
const UNTAGGED: &str = "general";

/// Returns the first tag of the operation at `at`. A tag is a name; some documents have Tag Objects there.
pub(super) fn first_tag(context: &mut Context<'_>, at: &Pointer) -> String {
    let items = items(context, &at.child("tags"), "`tags`");
    let mut names = items.iter().filter_map(|item| name(context.document, item));
    names.next().unwrap_or_else(|| UNTAGGED.to_owned())
}

fn name(document: &Nodes<'_>, at: &Pointer) -> Option<String> {
    let tag = document.value(at)?;
    let name = tag.get("name").unwrap_or(tag);
    let is_plain = name.is_string() || name.is_number();
    let name = is_plain.then(|| plain(name))?;
    (!name.trim().is_empty()).then_some(name)
}

/// Returns what the document says of a tag.
pub(super) fn description(document: &Nodes<'_>, tag: &str) -> String {
    let tags = document
        .value(&Pointer::root().child("tags"))
        .and_then(Value::as_array);
    let declared = tags
        .into_iter()
        .flatten()
        .find(|declared| declared.get("name").and_then(Value::as_str) == Some(tag));
    declared
        .and_then(|tag| tag.get("description"))
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned()
}
