//! Which changes are near to a place, or to what an operation shares with others: parameters, bodies and responses that
//! are components.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::explain::{choose, explains};
use crate::diagnostics::Pointer;
use crate::diff::wire::{Compared, OperationPlaces, Presence, WireChange};
use crate::surface::ItemChange;

/// The changes on the wire by their places in one of the documents.
#[derive(Debug, Default)]
pub(super) struct Places(BTreeMap<Pointer, Vec<usize>>);

/// The changes nearest to a place.
pub(super) struct Near {
    /// How many steps they are away.
    pub distance: usize,
    pub numbers: Vec<usize>,
}

impl Near {
    /// Returns the nearer of both; both together, if they are as far away.
    pub(super) fn or_nearer(mut self, other: Self) -> Self {
        match self.distance.cmp(&other.distance) {
            Ordering::Less => self,
            Ordering::Greater => other,
            Ordering::Equal => {
                self.numbers.extend(other.numbers);
                self
            }
        }
    }
}

impl Places {
    pub(super) fn new<'c>(
        changes: &'c [WireChange],
        place: impl Fn((&'c Presence, &'c Presence)) -> Option<&'c Pointer>,
    ) -> Self {
        let mut places = Self::default();
        for (number, change) in changes.iter().enumerate() {
            for at in change.spots().filter_map(&place) {
                places.0.entry(at.clone()).or_default().push(number);
            }
        }
        places
    }
}

/// Returns the changes nearest to `at`, of those that are `wanted`: at that place, around it or in it.
pub(super) fn nearest(
    places: &Places,
    at: &Pointer,
    wanted: &impl Fn(usize) -> bool,
) -> Option<Near> {
    match (above(places, at, wanted), below(places, at, wanted)) {
        (Some(above), Some(below)) if above.distance <= below.distance => Some(above),
        (above, below) => below.or(above),
    }
}

fn above(places: &Places, at: &Pointer, wanted: &impl Fn(usize) -> bool) -> Option<Near> {
    at.upward().enumerate().find_map(|(distance, above)| {
        let numbers = chosen(places.0.get(above)?, wanted)?;
        Some(Near { distance, numbers })
    })
}

fn chosen(numbers: &[usize], wanted: &impl Fn(usize) -> bool) -> Option<Vec<usize>> {
    let chosen: Vec<_> = numbers
        .iter()
        .copied()
        .filter(|number| wanted(*number))
        .collect();
    (!chosen.is_empty()).then_some(chosen)
}

/// Returns the changes in what stands at `at`, those that are the least deep. All changes are in the whole document,
/// which none of them explains.
fn below(places: &Places, at: &Pointer, wanted: &impl Fn(usize) -> bool) -> Option<Near> {
    if at.as_str().is_empty() {
        return None;
    }
    let depth = |at: &Pointer| at.as_str().matches('/').count();
    // `0` is the character behind `/`.
    let range = Pointer::parse(&format!("{at}/"))..Pointer::parse(&format!("{at}0"));
    let inner = places.0.range(range);
    let inner: Vec<_> = inner
        .filter_map(|(inner, numbers)| Some((depth(inner), chosen(numbers, wanted)?)))
        .collect();
    let least = inner.iter().map(|(depth, _)| *depth).min()?;
    let nearest = inner.into_iter().filter(|(depth, _)| *depth == least);
    Some(Near {
        distance: least - depth(at),
        numbers: nearest.flat_map(|(_, numbers)| numbers).collect(),
    })
}

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

    /// Returns the change of what the operation shares with others that explains `item`.
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

/// Returns whether a change is in a component that operations refer to, or of their names; what schemas change shows
/// where they do.
fn is_shared(change: &WireChange) -> bool {
    if change.code.id == "operation-renamed" {
        return true;
    }
    let places = change.spots().flat_map(|(old, new)| [old, new]);
    let mut places = places.filter_map(|spot| Some(spot.present()?.as_str()));
    places.any(|at| at.starts_with("/components/") && !at.starts_with("/components/schemas/"))
}
