//! Which kinds of changes on the wire make which changes of a crate, and what types get or lose because requests send
//! them or not.

use std::collections::BTreeSet;

use super::mention::type_name;
use crate::diagnostics::Pointer;
use crate::diff::wire::WireChange;
use crate::surface::{Change, ItemChange, ItemKind};

/// Changes that rarely show in the declaration of what holds the place.
const SELDOM: &[&str] = &[
    "deprecated",
    "deprecation-withdrawn",
    "error-response-added",
    "error-response-removed",
    "operation-added",
    "operation-removed",
    "parameter-added",
    "property-added",
    "response-header-added",
    "response-header-removed",
    "tags-changed",
];

/// Changes that show in no declaration, unless nothing else explains one.
const NEVER: &[&str] = &[
    "bounds-loosened",
    "bounds-tightened",
    "conditions-changed",
    "default-changed",
    "deprecated",
    "parameter-style-changed",
    "pattern-changed",
    "tags-changed",
];

/// Changes of what the constructor of a struct takes.
pub(super) const OF_CONSTRUCTORS: &[&str] = &[
    "property-became-optional",
    "property-became-required",
    "required-property-added",
    "required-property-removed",
];

/// Returns whether `change` can be what makes `item`.
pub(super) fn explains(change: &WireChange, item: &ItemChange) -> bool {
    let code = change.code.id;
    if item.change == Change::Deprecated {
        return code == "deprecated";
    }
    let is_changed = matches!(item.change, Change::Changed { .. });
    match code {
        // Listed values make variants, and no type.
        "enum-value-added" if item.kind == ItemKind::Variant => item.change != Change::Removed,
        "enum-value-removed" if item.kind == ItemKind::Variant => item.change != Change::Added,
        "enum-value-added" | "enum-value-removed" => {
            type_name(item).is_none() && !is_of_operation(item)
                || matches!(item.change, Change::Changed { .. }) && item.kind != ItemKind::Function
        }
        "property-added" | "required-property-added" if item.kind == ItemKind::Field => {
            item.change != Change::Removed
        }
        "property-removed" | "required-property-removed" if item.kind == ItemKind::Field => {
            item.change != Change::Added
        }
        // What a parameter is does not depend on others.
        code if OF_PARAMETERS.contains(&code) => !is_of_one_parameter(item),
        // What both crates have under one name is not changed by another name.
        "schema-renamed" | "operation-renamed" => !is_changed,
        // Where an operation is shows in its function, and not in the name of that.
        "operation-moved" => is_changed,
        code if code.starts_with("security-") => !is_of_operation(item),
        code => !NEVER.contains(&code),
    }
}

/// Kinds of changes of what an operation can be sent.
const IS_OPTIONAL: &[&str] = &["parameter-", "request-body-"];

/// Returns whether an operation returns a type of its own now, which takes what is optional, or not any more.
fn is_of_builder(item: &ItemChange) -> bool {
    if item.kind == ItemKind::Struct && item.path.starts_with("operations::") {
        return true;
    }
    let Change::Changed { old, new } = &item.change else {
        return false;
    };
    let is_own = |line: &str| line.contains("-> operations::");
    item.path.starts_with("Client::") && is_own(old) != is_own(new)
}

/// Returns whether an item makes a value of a struct: its constructor, or that it has a default.
pub(super) fn is_constructor(item: &ItemChange) -> bool {
    item.path.ends_with("::new") || item.declaration.starts_with("impl Default")
}

/// Changes of which parameters there are.
const OF_PARAMETERS: &[&str] = &[
    "parameter-added",
    "parameter-removed",
    "required-parameter-added",
];

/// Returns whether an item that was there before sets one parameter, or is the type of one.
fn is_of_one_parameter(item: &ItemChange) -> bool {
    let is_setter = item.path.starts_with("operations::") && item.kind == ItemKind::Function;
    let origin = item.old_origin.as_ref().map(Pointer::as_str);
    let is_type =
        item.path.starts_with("models::") && origin.is_some_and(|at| at.contains("/parameters/"));
    let is_changed = matches!(item.change, Change::Changed { .. });
    is_setter && is_changed || is_type
}

fn is_of_operation(item: &ItemChange) -> bool {
    let origins = [&item.old_origin, &item.new_origin];
    let mut origins = origins.into_iter().flatten().map(Pointer::as_str);
    origins.any(|at| at.starts_with("/paths/"))
}

/// Of several changes the one that explains the item best: one of the same kind, and one that shows.
pub(super) fn choose(
    changes: &[WireChange],
    numbers: &[usize],
    item: &ItemChange,
) -> Option<usize> {
    let is_constructor = is_constructor(item);
    let is_of_builder = is_of_builder(item);
    let rank = |number: &usize| {
        let change = changes.get(*number)?;
        let fits = match item.change {
            Change::Added => change.old.present().is_none(),
            Change::Removed => change.new.present().is_none(),
            Change::Changed { .. } => !SELDOM.contains(&change.code.id),
            Change::Deprecated => change.code.id == "deprecated",
        };
        let code = change.code.id;
        let is_renamed = item.path.starts_with("Client::")
            && matches!(item.change, Change::Added | Change::Removed)
            && code == "operation-renamed";
        let is_direct = is_renamed
            || is_constructor && OF_CONSTRUCTORS.contains(&code)
            || is_of_builder && IS_OPTIONAL.iter().any(|kind| code.starts_with(kind));
        Some((!is_direct, !fits, SELDOM.contains(&change.code.id)))
    };
    numbers.iter().copied().min_by_key(rank)
}

/// Returns the items that come or go because a type that both crates have is sent for the first time or not any more,
/// and the others. What makes a type's properties others does not explain them.
pub(super) fn partition(items: Vec<ItemChange>) -> (Vec<ItemChange>, Vec<ItemChange>) {
    let turned: BTreeSet<(String, bool)> = items
        .iter()
        .filter(|item| item.kind == ItemKind::Function && item.path.ends_with("::new"))
        .filter_map(|item| Some((owner(item)?.to_owned(), comes(item)?)))
        .collect();
    if turned.is_empty() {
        return (Vec::new(), items);
    }
    let fields: BTreeSet<String> = items
        .iter()
        .filter(|item| item.kind == ItemKind::Field)
        .map(|item| item.path.clone())
        .collect();
    items.into_iter().partition(|item| {
        let turn = owner(item).map(str::to_owned).zip(comes(item));
        let is_function = item.kind == ItemKind::Function && !fields.contains(&item.path);
        is_function && turn.is_some_and(|turn| turned.contains(&turn))
    })
}

/// Returns whether the item is new; nothing, if both crates have it.
fn comes(item: &ItemChange) -> Option<bool> {
    match item.change {
        Change::Added => Some(true),
        Change::Removed => Some(false),
        _ => None,
    }
}

/// Returns the type in `models` that a function belongs to.
fn owner(item: &ItemChange) -> Option<&str> {
    let (owner, _) = item.path.strip_prefix("models::")?.rsplit_once("::")?;
    Some(owner)
}
