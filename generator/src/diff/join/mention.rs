//! Declarations in terms of types that became others.

use std::collections::{BTreeMap, BTreeSet};

use super::explain::is_constructor;
use crate::diagnostics::Pointer;
use crate::surface::{Change, ItemChange, ItemKind};

/// Types by their names, with the numbers of the changes on the wire that concern them.
#[derive(Clone, Debug, Default)]
pub(super) struct Mentions {
    /// Types that became others, by the changes that made them so.
    changed: BTreeMap<String, usize>,
    /// Types in terms of which something is declared from now on, by the changes that made it so.
    taken_up: BTreeMap<String, usize>,
    /// Types in terms of which something was declared before, by the changes that ended it.
    given_up: BTreeMap<String, usize>,
    /// Places that had names which stand for something else now, by the changes that made them so.
    displaced: BTreeMap<Pointer, usize>,
    /// Structs of which a field is new, gone or has another type, by the changes that made it so.
    retyped: BTreeMap<String, usize>,
    /// Types that got another member, by the changes that made it.
    grown: BTreeMap<String, usize>,
}

impl Mentions {
    /// Notes that the change with this number made `item`.
    pub(super) fn note(&mut self, item: &ItemChange, number: usize) {
        if let Some(name) = type_name(item) {
            self.changed.entry(name.to_owned()).or_insert(number);
        }
        match (&item.old_origin, &item.new_origin) {
            (Some(old), Some(new)) if old != new => {
                self.displaced.entry(old.clone()).or_insert(number);
            }
            // The schema of a property that is gone under this name can have its type under another one.
            (Some(old), None) if item.kind == ItemKind::Field => {
                let schema = old.parent().and_then(|properties| properties.parent());
                self.displaced
                    .entry(schema.unwrap_or_default())
                    .or_insert(number);
            }
            _ => {}
        }
        if item.kind == ItemKind::Field {
            let name = owner(item).unwrap_or_default();
            self.retyped.entry(name.to_owned()).or_insert(number);
            self.grown.entry(name.to_owned()).or_insert(number);
        }
        if let Change::Changed { old, new } = &item.change {
            let (old, new): (BTreeSet<_>, BTreeSet<_>) =
                (words(old).collect(), words(new).collect());
            for word in new.difference(&old) {
                self.taken_up.entry((*word).to_owned()).or_insert(number);
            }
            for word in old.difference(&new) {
                self.given_up.entry((*word).to_owned()).or_insert(number);
            }
        }
    }

    /// Returns the change that made a type another in terms of which `item` was or is declared, or gave away the name
    /// that it had.
    pub(super) fn find(&self, item: &ItemChange) -> Option<usize> {
        let displaced = item.new_origin.as_ref();
        let displaced = displaced.filter(|_| item.change == Change::Added);
        if let Some(number) = displaced.and_then(|at| self.displaced.get(at)) {
            return Some(*number);
        }
        let retyped = owner(item).filter(|_| is_constructor(item));
        if let Some(number) = retyped.and_then(|name| self.retyped.get(name)) {
            return Some(*number);
        }
        mentioned(item).find_map(|word| self.changed.get(word).copied())
    }

    /// Returns the change since which something is declared in terms of the type that `item` belongs to, or is not any
    /// more.
    pub(super) fn find_new(&self, item: &ItemChange) -> Option<usize> {
        let own = type_name(item).or_else(|| owner(item))?;
        if let Some(number) = self.retyped.get(own) {
            return Some(*number);
        }
        let uses = match item.change {
            Change::Removed => &self.given_up,
            _ => &self.taken_up,
        };
        uses.get(own).copied()
    }

    /// Returns the change by which a type got a member that closes a cycle, if `item` is declared in terms of the type
    /// and in a `Box` by now, or in none any more.
    pub(super) fn find_cycle(&self, item: &ItemChange) -> Option<usize> {
        let Change::Changed { old, new } = &item.change else {
            return None;
        };
        let boxes = |line: &str| words(line).filter(|word| *word == "Box").count();
        if boxes(old) == boxes(new) {
            return None;
        }
        words(new).find_map(|word| self.grown.get(word).copied())
    }
}

/// Returns the name of the type that `item` is a member of.
fn owner(item: &ItemChange) -> Option<&str> {
    item.path.rsplit("::").nth(1)
}

/// Returns the name of the type that `item` is, if it is one.
pub(in crate::diff) fn type_name(item: &ItemChange) -> Option<&str> {
    use ItemKind::{Alias, Enum, Struct, Wrapper};
    let is_type = matches!(item.kind, Struct | Enum | Alias | Wrapper);
    is_type.then(|| item.path.rsplit("::").next().unwrap_or_default())
}

/// Returns the words of which the declarations of an item consist, before and after.
pub(in crate::diff) fn mentioned(item: &ItemChange) -> impl Iterator<Item = &str> {
    let lines = match &item.change {
        Change::Changed { old, new } => [old.as_str(), new.as_str()],
        _ => [item.declaration.as_str(), ""],
    };
    lines.into_iter().flat_map(words)
}

fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|letter: char| !letter.is_alphanumeric())
}
