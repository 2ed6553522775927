//! The tags of operations, by which reports group changes.

use std::collections::{BTreeMap, BTreeSet};

use super::wire::OperationPlaces;

/// The tags of the operations of both documents, by the names of the operations.
pub(super) struct Tags<'c>(BTreeMap<&'c str, &'c [String]>);

impl<'c> Tags<'c> {
    pub(super) fn new(operations: &'c [OperationPlaces]) -> Self {
        let tags = operations.iter();
        Self(
            tags.map(|operation| (operation.name.as_str(), operation.tags.as_slice()))
                .collect(),
        )
    }

    /// The tags of the operations with these names, sorted.
    pub(super) fn of(&self, operations: &[String]) -> Vec<String> {
        let tags = operations
            .iter()
            .filter_map(|name| self.0.get(name.as_str()))
            .flat_map(|tags| tags.iter());
        let tags: BTreeSet<&String> = tags.collect();
        tags.into_iter().cloned().collect()
    }
}
