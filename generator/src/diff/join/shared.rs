//! What operations share: parameters, bodies and responses that are components. Their names are treated alike: what is
//! within an operation is called after it.

use std::collections::BTreeMap;

use super::explain::{choose, explains};
use crate::diagnostics::Pointer;
use crate::diff::wire::{Compared, OperationPlaces, WireChange};
use crate::surface::ItemChange;

/// The operations by their places, and the changes of what they share.
pub(super) struct Users<'c> {
    changes: &'c [WireChange],
    /// The numbers of changes in components, by the operations that use them.
    shared: BTreeMap<&'c str, Vec<usize>>,
    old: BTreeMap<&'c Pointer, &'c str>,
    new: BTreeMap<&'c Pointer, &'c str>,
}

impl<'c> Users<'c> {
    pub fn new(compared: &'c Compared) -> Self {
        let mut shared: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        let changes = compared.changes.iter().enumerate();
        for (number, change) in changes.filter(|(_, change)| is_shared(change)) {
            for operation in &change.operations {
                shared.entry(operation).or_default().push(number);
            }
        }
        let by_place = |place: fn(&OperationPlaces) -> Option<&Pointer>| {
            let places = compared.operations.iter();
            places
                .filter_map(|operation| Some((place(operation)?, operation.name.as_str())))
                .collect()
        };
        Self {
            changes: &compared.changes,
            shared,
            old: by_place(|operation| operation.old.as_ref()),
            new: by_place(|operation| operation.new.as_ref()),
        }
    }

    /// The change of what the operation shares with others that explains `item`.
    pub fn find(&self, item: &ItemChange) -> Option<usize> {
        let user = |places: &BTreeMap<&'c Pointer, &'c str>, at: &Option<Pointer>| {
            let mut around = at.as_ref()?.upward();
            around.find_map(|at| places.get(&Pointer::parse(at)).copied())
        };
        let old = user(&self.old, &item.old_origin);
        let name = old.or_else(|| user(&self.new, &item.new_origin))?;
        let numbers = self.shared.get(name)?.iter().copied();
        let numbers: Vec<usize> = numbers
            .filter(|number| {
                let change = self.changes.get(*number);
                change.is_some_and(|change| explains(change, item))
            })
            .collect();
        choose(self.changes, &numbers, item)
    }
}

/// Whether a change is in a component that operations refer to, or of their names; what schemas change shows where they
/// do.
fn is_shared(change: &WireChange) -> bool {
    if change.code.id == "operation-renamed" {
        return true;
    }
    let places = change.spots().flat_map(|(old, new)| [old, new]);
    let mut places = places.filter_map(|spot| Some(spot.present()?.as_str()));
    places.any(|at| at.starts_with("/components/") && !at.starts_with("/components/schemas/"))
}
