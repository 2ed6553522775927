//! Which changes are near to a place.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::diagnostics::Pointer;
use crate::diff::wire::{Spot, WireChange};

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
    /// The nearer of both; both together, if they are as far away.
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
        place: impl Fn((&'c Spot, &'c Spot)) -> Option<&'c Pointer>,
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

/// The changes nearest to `at`, of those that are `wanted`: at that place, around it or in it.
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

/// The changes in what stands at `at`, those that are the least deep. All changes are in the whole document, which
/// none of them explains.
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
