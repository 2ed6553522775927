//! Which change on the wire makes which changes of the generated crate.

use std::collections::BTreeMap;

use super::wire::WireChange;
use crate::diagnostics::Pointer;
use crate::surface::{Change, ItemChange};

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

/// The changes on the wire by their places in one of the documents.
type Places = BTreeMap<Pointer, Vec<usize>>;

/// Changes of the crate, by the numbers of the changes on the wire that make them.
#[derive(Debug, Default)]
pub(super) struct Joined {
    /// For each change on the wire.
    pub by_change: Vec<Vec<ItemChange>>,
    /// What no change on the wire makes.
    pub alone: Vec<ItemChange>,
}

/// Finds for each of `items` the change of `changes` that is nearest to what made it: in its place, around it or in
/// it.
pub(super) fn join(changes: &[WireChange], items: Vec<ItemChange>) -> Joined {
    let (old, new) = (
        places(changes, |change| change.old.present()),
        places(changes, |change| change.new.present()),
    );
    let mut joined = Joined {
        by_change: vec![Vec::new(); changes.len()],
        alone: Vec::new(),
    };
    for item in items {
        let before = item.old_origin.as_ref().and_then(|at| nearest(&old, at));
        let after = item.new_origin.as_ref().and_then(|at| nearest(&new, at));
        let candidates = before.into_iter().chain(after);
        let best = candidates.min_by_key(|near| near.distance);
        let number = best.and_then(|near| choose(changes, &near.numbers, &item));
        match number.and_then(|number| joined.by_change.get_mut(number)) {
            Some(list) => list.push(item),
            None => joined.alone.push(item),
        }
    }
    joined
}

fn places<'c>(
    changes: &'c [WireChange],
    place: impl Fn(&'c WireChange) -> Option<&'c Pointer>,
) -> Places {
    let mut places = Places::new();
    for (number, change) in changes.iter().enumerate() {
        if let Some(at) = place(change) {
            places.entry(at.clone()).or_default().push(number);
        }
    }
    places
}

struct Near {
    distance: usize,
    numbers: Vec<usize>,
}

/// The changes nearest to `at`. What the whole document makes is near to nothing else.
fn nearest(places: &Places, at: &Pointer) -> Option<Near> {
    let above = at
        .upward()
        .enumerate()
        .find_map(|(distance, above)| Some((distance, places.get(above)?)));
    let below = below(places, at);
    let (distance, numbers) = match (above, below) {
        (Some((distance, numbers)), Some((other, _))) if distance <= other => {
            (distance, numbers.clone())
        }
        (_, Some(below)) => below,
        (Some((distance, numbers)), None) => (distance, numbers.clone()),
        (None, None) => return None,
    };
    Some(Near { distance, numbers })
}

/// The changes in what stands at `at`, those that are the least deep.
fn below(places: &Places, at: &Pointer) -> Option<(usize, Vec<usize>)> {
    if at.as_str().is_empty() {
        return None;
    }
    let depth = |at: &Pointer| at.as_str().matches('/').count();
    // `0` is the character behind `/`.
    let (first, end) = (format!("{at}/"), format!("{at}0"));
    let inner = || places.range(Pointer::parse(&first)..Pointer::parse(&end));
    let least = inner().map(|(inner, _)| depth(inner)).min()?;
    let numbers = inner().filter(|(inner, _)| depth(inner) == least);
    let numbers = numbers.flat_map(|(_, numbers)| numbers.iter().copied());
    Some((least - depth(at), numbers.collect()))
}

/// Of several changes the one that explains the item best: one of the same kind, and one that shows.
fn choose(changes: &[WireChange], numbers: &[usize], item: &ItemChange) -> Option<usize> {
    let rank = |number: &usize| {
        let change = changes.get(*number)?;
        let is_added = change.old.present().is_none();
        let is_removed = change.new.present().is_none();
        let fits = match item.change {
            Change::Added => is_added,
            Change::Removed => is_removed,
            Change::Changed { .. } => !SELDOM.contains(&change.code.id),
            Change::Deprecated => change.code.id == "deprecated",
        };
        Some((!fits, SELDOM.contains(&change.code.id)))
    };
    numbers.iter().copied().min_by_key(rank)
}
