//! Changes of a crate that have one cause, because some are declared in terms of what others are.

use std::collections::BTreeMap;

use crate::diff::join::{mentioned, type_name};
use crate::diff::wire::Presence;
use crate::surface::{Change, ItemChange};

type Places = (Presence, Presence);

/// Returns the places whose items are declared in terms of each other's types, with all these items. Where a type comes
/// or goes, the items that only mention it are a part of that.
pub(super) fn groups(
    by_place: Vec<(Places, Vec<ItemChange>)>,
) -> Vec<(Vec<Places>, Vec<ItemChange>)> {
    let mut makers: BTreeMap<String, usize> = BTreeMap::new();
    for (number, (_, items)) in by_place.iter().enumerate() {
        for name in items
            .iter()
            .filter(|item| is_another(item))
            .filter_map(type_name)
        {
            makers.entry(name.to_owned()).or_insert(number);
        }
    }
    let mut first: Vec<usize> = (0..by_place.len()).collect();
    for (number, (_, items)) in by_place.iter().enumerate() {
        for maker in items
            .iter()
            .flat_map(mentioned)
            .filter_map(|word| makers.get(word))
        {
            unite(&mut first, number, *maker);
        }
    }
    let mut groups: BTreeMap<usize, (Vec<Places>, Vec<ItemChange>)> = BTreeMap::new();
    for (number, (places, items)) in by_place.into_iter().enumerate() {
        let group = groups.entry(root(&first, number)).or_default();
        group.0.push(places);
        group.1.extend(items);
    }
    groups.into_values().collect()
}

/// Returns whether what an item is called is a type that was not there before, or not the same one.
fn is_another(item: &ItemChange) -> bool {
    !matches!(item.change, Change::Deprecated)
}

/// Returns the first of those that `number` is united with; each stands behind the one that it refers to.
fn root(first: &[usize], mut number: usize) -> usize {
    while let Some(next) = first.get(number).copied().filter(|next| *next < number) {
        number = next;
    }
    number
}

fn unite(first: &mut [usize], one: usize, other: usize) {
    let (one, other) = (root(first, one), root(first, other));
    if let Some(place) = first.get_mut(one.max(other)) {
        *place = one.min(other);
    }
}
