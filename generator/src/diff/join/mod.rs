//! Which change on the wire makes which changes of the generated crate.

mod mention;
mod near;

use super::wire::WireChange;
use crate::diagnostics::Pointer;
use crate::surface::{Change, ItemChange};
use mention::Mentions;
use near::{Near, Places, nearest};

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

/// Changes of the crate, by the numbers of the changes on the wire that make them.
#[derive(Debug, Default)]
pub(super) struct Joined {
    /// For each change on the wire.
    pub by_change: Vec<Vec<ItemChange>>,
    /// What no change on the wire makes.
    pub alone: Vec<ItemChange>,
}

/// Finds for each of `items` the change of `changes` that is nearest to what made it: in its place, around it or in
/// it. What is near to none can be declared in terms of a type that such a change made another.
pub(super) fn join(changes: &[WireChange], items: Vec<ItemChange>) -> Joined {
    let places = (
        Places::new(changes, |change| change.old.present()),
        Places::new(changes, |change| change.new.present()),
    );
    let mut joined = Joined {
        by_change: vec![Vec::new(); changes.len()],
        alone: Vec::new(),
    };
    let mut mentions = Mentions::default();
    let mut open = Vec::new();
    for item in items {
        let number = near(&places, &item).and_then(|near| choose(changes, &near.numbers, &item));
        match number {
            Some(number) => {
                mentions.note(&item, number);
                joined.assign(number, item);
            }
            None => open.push(item),
        }
    }
    for item in open {
        match mentions.find(&item) {
            Some(number) => joined.assign(number, item),
            None => joined.alone.push(item),
        }
    }
    joined
}

impl Joined {
    fn assign(&mut self, number: usize, item: ItemChange) {
        if let Some(items) = self.by_change.get_mut(number) {
            items.push(item);
        }
    }
}

/// The changes nearest to the places that made an item. What only one crate has can be made by a change that only
/// the other document has a place for.
fn near((old, new): &(Places, Places), item: &ItemChange) -> Option<Near> {
    let (before, after) = (item.old_origin.as_ref(), item.new_origin.as_ref());
    let own = [(old, before), (new, after)];
    let other = [(old, after), (new, before)];
    let find = |candidates: [(&Places, Option<&Pointer>); 2]| {
        let found = candidates
            .into_iter()
            .filter_map(|(places, at)| nearest(places, at?));
        found.min_by_key(|near| near.distance)
    };
    find(own).or_else(|| find(other))
}

/// Of several changes the one that explains the item best: one of the same kind, and one that shows.
fn choose(changes: &[WireChange], numbers: &[usize], item: &ItemChange) -> Option<usize> {
    let rank = |number: &usize| {
        let change = changes.get(*number)?;
        let fits = match item.change {
            Change::Added => change.old.present().is_none(),
            Change::Removed => change.new.present().is_none(),
            Change::Changed { .. } => !SELDOM.contains(&change.code.id),
            Change::Deprecated => change.code.id == "deprecated",
        };
        Some((!fits, SELDOM.contains(&change.code.id)))
    };
    numbers.iter().copied().min_by_key(rank)
}
