//! Which change on the wire makes which changes of the generated crate.

mod explain;
mod mention;
mod near;
mod split;

use std::collections::BTreeMap;

use serde_json::Value;

use super::wire::{Compared, Presence, WireChange};
use crate::Document;
use crate::diagnostics::Pointer;
use crate::load::Nodes;
use crate::surface::{Change, ItemChange};
use explain::{OF_CONSTRUCTORS, choose, explains, is_constructor};
use mention::Mentions;
pub(super) use mention::{mentioned, type_name};
use near::{Near, Places, Users, nearest};

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
pub(super) fn join(
    (old, new): (&Document, &Document),
    compared: &Compared,
    items: Vec<ItemChange>,
) -> Joined {
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
        if let Some(number) = of_constructor(&holders, item, changes) {
            return Some(number);
        }
        let near = near(&places, item, |change| explains(change, item), changes);
        let near = near.or_else(|| at_holder(&holders, item, changes));
        let near = near.and_then(|near| choose(changes, &near.numbers, item));
        near.or_else(|| users.find(item))
            .or_else(|| of_servers(changes, item))
    };
    let (of_usage, items) = explain::partition(items);
    let open = joined.take(items, &mut mentions, first);
    let open = joined.take(open, &mut mentions, |item| {
        let mut at_target = item.clone();
        at_target.old_origin = item.old_origin.as_ref().and_then(|at| referred(old, at));
        at_target.new_origin = item.new_origin.as_ref().and_then(|at| referred(new, at));
        let near = near(
            &places,
            &at_target,
            |change| explains(change, item),
            changes,
        );
        let near = near.filter(|near| near.distance <= MAX_BELOW_REFERENCE)?;
        choose(changes, &near.numbers, item)
    });
    let known = mentions.clone();
    let open = joined.take(open, &mut mentions, |item| {
        let seldom = || near(&places, item, |_| true, changes);
        let seldom = || choose(changes, &seldom()?.numbers, item);
        known.find(item).or_else(seldom)
    });
    let known = mentions.clone();
    let open = joined.take(open, &mut mentions, |item| {
        known.find_new(item).or_else(|| known.find_cycle(item))
    });
    let known = mentions.clone();
    let open = joined.take(open, &mut mentions, |item| known.find(item));
    let open = joined.take(open, &mut mentions, |item| {
        let near = near(&holders, item, |change| explains(change, item), changes)?;
        let at = item.old_origin.as_ref().or(item.new_origin.as_ref())?;
        let is_within = near.distance + NAMED <= at.tokens().count();
        is_within.then(|| choose(changes, &near.numbers, item))?
    });
    let known = mentions.clone();
    let open = joined.take(open, &mut mentions, |item| known.find(item));
    let discriminated = discriminated((old, new), changes);
    let open = joined.take(open, &mut mentions, |item| {
        let origin = item.new_origin.as_ref().or(item.old_origin.as_ref())?;
        let mut around = origin.upward();
        around.find_map(|at| discriminated.get(at).copied())
    });
    joined.alone = open.into_iter().chain(of_usage).collect();
    split::by_arguments(&mut joined, changes);
    joined
}

/// How many tokens the places of components and of operations have.
const NAMED: usize = 3;

/// Returns the changes of discriminators, by the components that they select: the constructors of those set the value.
fn discriminated(
    (old, new): (&Document, &Document),
    changes: &[WireChange],
) -> BTreeMap<String, usize> {
    let mut discriminated = BTreeMap::new();
    for (number, change) in changes.iter().enumerate() {
        if !change.code.id.starts_with("discriminator-") {
            continue;
        }
        for (was, is) in change.spots() {
            let target = |document, spot: &Presence| referred(document, spot.present()?);
            let targets = [target(old, was), target(new, is)].into_iter().flatten();
            discriminated.extend(targets.map(|at| (at.as_str().to_owned(), number)));
        }
    }
    discriminated
}

/// How far below a referenced schema a change can be that shows where it is referred to.
const MAX_BELOW_REFERENCE: usize = 2;

/// How deep references are looked for in a schema: in the items of a list of lists, say.
const MAX_DEPTH: usize = 4;

/// Returns the component that the schema at `at`, or each of its items or values, refers to.
fn referred(document: &Document, at: &Pointer) -> Option<Pointer> {
    let nodes = Nodes::new(document);
    let mut at = at.clone();
    for _ in 0..MAX_DEPTH {
        let value = nodes.value(&at)?;
        if value.get("$ref").is_some() {
            return nodes.resolve(&at).0;
        }
        let inner = ["items", "additionalProperties"];
        let inner = inner
            .iter()
            .find(|key| value.get(**key).is_some_and(Value::is_object));
        at = match inner {
            Some(key) => at.child(key),
            None => at.child("allOf").index(0),
        };
    }
    None
}

/// How far below the schema of a struct the schemas of its properties are, if it is put together of others.
const MAX_BELOW_STRUCT: usize = 4;

/// Returns the change of what the constructor of a struct takes, which also decides on whether it has a default.
fn of_constructor(
    holders: &(Places, Places),
    item: &ItemChange,
    changes: &[WireChange],
) -> Option<usize> {
    if !is_constructor(item) {
        return None;
    }
    let wanted = |change: &WireChange| OF_CONSTRUCTORS.contains(&change.code.id);
    let near = near(holders, item, wanted, changes)?;
    let is_near = near.distance <= MAX_BELOW_STRUCT;
    is_near.then(|| choose(changes, &near.numbers, item))?
}

/// Returns the changes of what only one document has in the very place that made an item which both crates have.
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

/// Returns the change of the servers that makes an item: which functions there are for one depends on how many there
/// are, and whether a client has a default base URL on whether there is one.
fn of_servers(changes: &[WireChange], item: &ItemChange) -> Option<usize> {
    let origins = [&item.old_origin, &item.new_origin];
    let mut origins = origins.into_iter().flatten();
    let is_of_server = |at: &Pointer| at.as_str().starts_with("/servers/");
    if item.path != "Client::builder" && !origins.any(is_of_server) {
        return None;
    }
    changes
        .iter()
        .position(|change| change.code.id.contains("server-"))
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

/// Returns the changes nearest to the places that made an item, of those that are `wanted`. What only one crate has can
/// be made by a change that only the other document has a place for.
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
