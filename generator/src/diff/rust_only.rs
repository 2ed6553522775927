//! Changes of the generated crate that nothing on the wire explains.

mod related;

use std::collections::BTreeMap;

use super::RUST_API_CHANGED;
use super::wire::{Direction, Spot, Verdict, WireChange, label};
use crate::Document;
use crate::diagnostics::Pointer;
use crate::load::Nodes;
use crate::surface::ItemChange;

/// One change for each place that makes some of `items`, and for all places that make types in terms of which the
/// items of the others are declared.
pub(super) fn changes(
    old: &Document,
    new: &Document,
    items: Vec<ItemChange>,
) -> Vec<(WireChange, Vec<ItemChange>)> {
    let mut by_place: BTreeMap<(Spot, Spot), Vec<ItemChange>> = BTreeMap::new();
    for item in items {
        by_place
            .entry(places(old, new, &item))
            .or_default()
            .push(item);
    }
    let groups = related::groups(by_place.into_iter().collect());
    let changes = groups.into_iter().filter_map(|(places, items)| {
        let mut places = places.into_iter();
        let (before, after) = places.next()?;
        let label = match (&before, &after) {
            (_, Spot::At(at)) => label(new, at),
            (at, _) => label(old, at.pointer()),
        };
        let change = WireChange {
            code: &RUST_API_CHANGED,
            old: before,
            new: after,
            also: places.collect(),
            direction: Direction::Neither,
            verdict: Verdict::Compatible,
            sentence: format!("the Rust API of {label} changes"),
            operations: Vec::new(),
        };
        Some((change, items))
    });
    changes.collect()
}

fn places(old: &Document, new: &Document, item: &ItemChange) -> (Spot, Spot) {
    let (before, after) = (item.old_origin.as_ref(), item.new_origin.as_ref());
    let spot = |document: &Document, at: Option<&Pointer>, other: Option<&Pointer>| {
        let at = named(at.or(other).unwrap_or(&Pointer::root()));
        match Nodes::new(document).value(&at) {
            Some(_) => Spot::At(at),
            None => Spot::Missing(at),
        }
    };
    (spot(old, before, after), spot(new, after, before))
}

/// How many tokens the places of components and of operations have.
const NAMED: usize = 3;

/// The place of the component or operation that `at` is in.
fn named(at: &Pointer) -> Pointer {
    let tokens = at.tokens().take(NAMED);
    tokens.fold(Pointer::root(), |at, token| at.child(&token))
}
