//! What types get or lose because requests send them or do not: constructors, setters and conversions.

use std::collections::BTreeSet;

use crate::surface::{Change, ItemChange, ItemKind};

/// The items that come or go because a type that both crates have is sent for the first time or not any more, and the
/// others. What makes a type's properties others does not explain them.
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

/// Whether the item is new; nothing, if both crates have it.
fn comes(item: &ItemChange) -> Option<bool> {
    match item.change {
        Change::Added => Some(true),
        Change::Removed => Some(false),
        _ => None,
    }
}

/// The type in `models` that a function belongs to.
fn owner(item: &ItemChange) -> Option<&str> {
    let (owner, _) = item.path.strip_prefix("models::")?.rsplit_once("::")?;
    Some(owner)
}
