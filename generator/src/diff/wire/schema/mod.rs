//! Pairs of schemas.

mod additional;
mod alternatives;
mod bounds;
mod conditions;
mod discriminator;
mod flags;
mod items;
mod kind;
mod matching;
mod pair;
mod peel;
mod properties;
mod relate;
mod scalar;
mod shape;
mod values;
mod view;
mod xml;

pub(super) use flags::of_deprecation;
pub(super) use kind::{Kind, kind};
pub(super) use properties::has_property;
pub(super) use relate::{relate, relate_optional};
pub(super) use shape::shape;
pub(super) use shape::similar;
pub(super) use view::View;

use super::comparison::{Comparison, Reach};
use super::node::Node;
use super::texts;
use pair::Pair;

/// The nodes that all hold for the values of a place: one, unless several parts of an `allOf` speak of a property.
pub(super) type Site<'a> = Vec<Node<'a>>;

/// What is compared of schemas whose values have the same type.
const ASPECTS: &[fn(&mut Comparison<'_>, &Pair<'_>)] = &[
    scalar::compare,
    values::compare,
    scalar::compare_formats,
    bounds::compare,
    xml::compare,
];

/// Compares all pairs of schemas that are in use, and those which they use.
pub(super) fn compare_pending(comparison: &mut Comparison<'_>) {
    while let Some((number, old, new)) = comparison.pending.pop_front() {
        compare(comparison, number, &old, &new);
    }
}

fn compare<'a>(comparison: &mut Comparison<'a>, number: usize, old: &Site<'a>, new: &Site<'a>) {
    let reach = Reach::pair(number);
    if shape::compare_unchanged(comparison, reach, old, new) {
        return;
    }
    for (old, new) in old.iter().zip(new) {
        texts::compare(comparison, old, new);
    }
    let Some(pair) = Pair::new(reach, old, new) else {
        return;
    };
    flags::compare(comparison, &pair);
    if !alternatives::compare(comparison, &pair) {
        return;
    }
    if !kind::compare(comparison, &pair) {
        // What else changed does not depend on the type.
        scalar::compare(comparison, &pair);
        bounds::compare(comparison, &pair);
        xml::compare(comparison, &pair);
        return;
    }
    for compare in ASPECTS {
        compare(comparison, &pair);
    }
    properties::compare(comparison, &pair);
    additional::compare(comparison, &pair);
    items::compare(comparison, &pair);
}
