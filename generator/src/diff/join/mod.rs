//! Which change on the wire makes which changes of the generated crate.

mod explain;
mod mention;
mod near;
mod shared;

use super::wire::{Compared, WireChange};
use crate::diagnostics::Pointer;
use crate::surface::{Change, ItemChange};
use explain::{choose, explains};
use mention::Mentions;
pub(super) use mention::{mentioned, type_name};
use near::{Near, Places, nearest};
use shared::Users;

/// Changes of the crate, by the numbers of the changes on the wire that make them.
#[derive(Debug, Default)]
pub(super) struct Joined {
    /// For each change on the wire.
    pub by_change: Vec<Vec<ItemChange>>,
    /// What no change on the wire makes.
    pub alone: Vec<ItemChange>,
}

/// Finds for each of `items` the change on the wire that makes it: the nearest to its place, around it or in it; or
/// else one of what its operation shares with others. What has neither can be declared in terms of a type that such a
/// change made another.
pub(super) fn join(compared: &Compared, items: Vec<ItemChange>) -> Joined {
    let changes = &compared.changes;
    let places = (
        Places::new(changes, |(old, _)| old.present()),
        Places::new(changes, |(_, new)| new.present()),
    );
    let users = Users::new(compared);
    let mut joined = Joined {
        by_change: vec![Vec::new(); changes.len()],
        alone: Vec::new(),
    };
    let mut mentions = Mentions::default();
    let holders = (
        Places::new(changes, |(old, _)| Some(old.pointer())),
        Places::new(changes, |(_, new)| Some(new.pointer())),
    );
    let first = |item: &ItemChange| {
        let near = near(&places, item, |change| explains(change, item), changes);
        let near = near.or_else(|| at_holder(&holders, item, changes));
        let near = near.and_then(|near| choose(changes, &near.numbers, item));
        near.or_else(|| users.find(item))
    };
    let open = joined.take(items, &mut mentions, first);
    let known = mentions.clone();
    let open = joined.take(open, &mut mentions, |item| {
        let seldom = || near(&places, item, |_| true, changes);
        let seldom = || choose(changes, &seldom()?.numbers, item);
        known.find(item).or_else(seldom)
    });
    let known = mentions.clone();
    joined.alone = joined.take(open, &mut mentions, |item| {
        known.find_new(item).or_else(|| known.find_cycle(item))
    });
    joined
}

/// The changes of what only one document has in the very place that made an item which both crates have.
fn at_holder(
    holders: &(Places, Places),
    item: &ItemChange,
    changes: &[WireChange],
) -> Option<Near> {
    if !matches!(item.change, Change::Changed { .. }) {
        return None;
    }
    let near = near(holders, item, |change| explains(change, item), changes);
    near.filter(|near| near.distance == 0)
}

impl Joined {
    /// Assigns those of `items` whose change `find` knows, and returns the others.
    fn take(
        &mut self,
        items: Vec<ItemChange>,
        mentions: &mut Mentions,
        find: impl Fn(&ItemChange) -> Option<usize>,
    ) -> Vec<ItemChange> {
        let mut open = Vec::new();
        for item in items {
            let number = find(&item);
            match number.and_then(|number| Some((number, self.by_change.get_mut(number)?))) {
                Some((number, items)) => {
                    mentions.note(&item, number);
                    items.push(item);
                }
                None => open.push(item),
            }
        }
        open
    }
}

/// The changes nearest to the places that made an item, of those that are `wanted`. What only one crate has can be made
/// by a change that only the other document has a place for.
fn near(
    (old, new): &(Places, Places),
    item: &ItemChange,
    wanted: impl Fn(&WireChange) -> bool,
    changes: &[WireChange],
) -> Option<Near> {
    let wanted = |number: usize| changes.get(number).is_some_and(&wanted);
    let (before, after) = (item.old_origin.as_ref(), item.new_origin.as_ref());
    let own = [(old, before), (new, after)];
    let other = [(old, after), (new, before)];
    let find = |candidates: [(&Places, Option<&Pointer>); 2]| {
        let found = candidates
            .into_iter()
            .filter_map(|(places, at)| nearest(places, at?, &wanted));
        found.reduce(Near::or_nearer)
    };
    find(own).or_else(|| find(other))
}
