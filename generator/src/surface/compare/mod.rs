//! What changed between two public APIs, and what that means for programs written against the old one.

mod change;
mod difference;
mod judge;
mod names;
mod steps;

pub use change::{Change, ItemChange, Level};

use std::collections::{BTreeMap, BTreeSet};

use super::Surface;
use super::item::{Item, ItemKind};
use judge::Worlds;

/// Items that take each other's place: there is one of each role for a path.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Role {
    Outside,
    Type,
    Implementation,
    Member,
    Function,
}

type Index<'a> = BTreeMap<(&'a str, Role), &'a Item<'a>>;

/// Returns the changes from `old` to `new`, sorted by path. Of a type that came, went or became another kind of type,
/// its members are not listed.
pub(crate) fn compare<'a>(old: &'a Surface<'a>, new: &'a Surface<'a>) -> Vec<ItemChange> {
    let worlds = Worlds { old, new };
    let (before, after) = (index(old), index(new));
    let mut changes = Vec::new();
    for (key, item) in &before {
        match counterpart(&worlds, &after, *key) {
            Some(other) => changes.extend(judge::judge(&worlds, &after, item, other)),
            None => changes.push(ItemChange::removed(item)),
        }
    }
    let added = after.iter().filter(|(key, _)| !before.contains_key(*key));
    changes.extend(added.map(|(_, item)| ItemChange::added(item)));
    without_members(changes)
}

fn index<'a>(surface: &'a Surface<'a>) -> Index<'a> {
    let items = surface.items.iter();
    items
        .map(|item| ((item.path.as_str(), role(item.kind)), item))
        .collect()
}

fn role(kind: ItemKind) -> Role {
    match kind {
        ItemKind::Export | ItemKind::Feature | ItemKind::Variable => Role::Outside,
        ItemKind::Struct | ItemKind::Enum | ItemKind::Alias | ItemKind::Wrapper => Role::Type,
        ItemKind::Implementation => Role::Implementation,
        ItemKind::Field | ItemKind::Variant => Role::Member,
        ItemKind::Constant | ItemKind::Function => Role::Function,
    }
}

/// Returns what a program that names the old item gets from the new crate: the item at the same path, or at the path of
/// the type that an alias leads to by now.
fn counterpart<'a>(
    worlds: &Worlds<'a>,
    after: &Index<'a>,
    key: (&str, Role),
) -> Option<&'a Item<'a>> {
    if let Some(item) = after.get(&key) {
        return Some(item);
    }
    let path = names::through_aliases(worlds.new, key.0)?;
    after.get(&(path.as_str(), key.1)).copied()
}

/// Returns the changes without those of members whose type changed as a whole. A type that became an alias without
/// breaking code still has the members of the type that the alias stands for, which can differ.
fn without_members(mut changes: Vec<ItemChange>) -> Vec<ItemChange> {
    let is_type = |change: &&ItemChange| role(change.kind) == Role::Type && change.is_whole;
    let is_alias = |change: &ItemChange| {
        matches!(change.change, Change::Changed { .. }) && change.level < Level::Major
    };
    let whole = changes
        .iter()
        .filter(is_type)
        .filter(|change| !is_alias(change));
    let whole: BTreeSet<String> = whole.map(|change| change.path.clone()).collect();
    changes.retain(|change| {
        let is_own = role(change.kind) == Role::Type;
        is_own || !whole.contains(names::type_path(&change.path))
    });
    changes.sort_by(|left, right| (&left.path, left.kind).cmp(&(&right.path, right.kind)));
    changes
}
