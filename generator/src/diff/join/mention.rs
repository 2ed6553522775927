//! Declarations in terms of types that became others.

use std::collections::BTreeMap;

use crate::surface::{Change, ItemChange, ItemKind};

/// Types that became others, by their names, with the numbers of the changes on the wire that made them so.
#[derive(Debug, Default)]
pub(super) struct Mentions(BTreeMap<String, usize>);

impl Mentions {
    /// Notes that the change with this number made `item`, if that is a type.
    pub(super) fn note(&mut self, item: &ItemChange, number: usize) {
        let is_type = matches!(
            item.kind,
            ItemKind::Struct | ItemKind::Enum | ItemKind::Alias | ItemKind::Wrapper
        );
        if is_type {
            let name = item.path.rsplit("::").next().unwrap_or_default();
            self.0.entry(name.to_owned()).or_insert(number);
        }
    }

    /// The change that made a type another in terms of which `item` was or is declared.
    pub(super) fn find(&self, item: &ItemChange) -> Option<usize> {
        let lines = match &item.change {
            Change::Changed { old, new } => [old.as_str(), new.as_str()],
            _ => [item.declaration.as_str(), ""],
        };
        let mut words = lines
            .into_iter()
            .flat_map(|line| line.split(|letter: char| !letter.is_alphanumeric()));
        words.find_map(|word| self.0.get(word).copied())
    }
}
