//! `discriminator` and what its values mean (OpenAPI 3.0.3, Discriminator Object).

use std::collections::{BTreeMap, BTreeSet};

use super::matching::component;
use super::pair::Pair;
use crate::codes::changes::{
    ALTERNATIVE_ADDED, ALTERNATIVE_REMOVED, DISCRIMINATOR_ADDED, DISCRIMINATOR_CHANGED,
    DISCRIMINATOR_REMOVED,
};
use crate::diff::wire::comparison::Comparison;
use crate::diff::wire::label::labelled;
use crate::diff::wire::node::Node;
use crate::diff::wire::{Presence, words};

const KEY: &str = "discriminator";

/// Compares how alternatives are told apart, of which `pairs` stand for each other.
pub(super) fn compare(
    comparison: &mut Comparison<'_>,
    pair: &Pair<'_>,
    pairs: &[(Node<'_>, Node<'_>)],
) {
    let (old, new) = (pair.old.get(KEY), pair.new.get(KEY));
    match (&old, &new) {
        (Some(old), Some(new)) => {
            property(comparison, pair, old, new);
            for (one, other) in pairs {
                value(comparison, pair, (old, one), (new, other));
            }
            if pairs.is_empty() && pair.old.alternatives.is_empty() {
                mapping(comparison, pair, old, new);
            }
        }
        (None, Some(new)) => {
            let name = words::code(new.text("propertyName").unwrap_or_default());
            let what = || format!("has the discriminator {name}");
            pair.report(comparison, &DISCRIMINATOR_ADDED, KEY, what);
        }
        (Some(old), None) => {
            let name = words::code(old.text("propertyName").unwrap_or_default());
            let what = || format!("does not have the discriminator {name} any more");
            pair.report(comparison, &DISCRIMINATOR_REMOVED, KEY, what);
        }
        (None, None) => {}
    }
}

fn property(comparison: &mut Comparison<'_>, pair: &Pair<'_>, old: &Node<'_>, new: &Node<'_>) {
    let name = |node: &Node<'_>| words::code(node.text("propertyName").unwrap_or_default());
    let (was, is) = (name(old), name(new));
    if was != is {
        let what = || format!("has the discriminator {is} instead of {was}");
        pair.report(comparison, &DISCRIMINATOR_CHANGED, KEY, what);
    }
}

/// Compares the values of the discriminator for one alternative. An alternative that has no name has none.
fn value(
    comparison: &mut Comparison<'_>,
    pair: &Pair<'_>,
    (old, one): (&Node<'_>, &Node<'_>),
    (new, other): (&Node<'_>, &Node<'_>),
) {
    let (Some(was), Some(is)) = (component(one), component(other)) else {
        return;
    };
    let (was, is) = (values_of(old, &was), values_of(new, &is));
    if was == is {
        return;
    }
    let shown = |values: &BTreeSet<String>| {
        let values: Vec<_> = values.iter().map(|value| words::code(value)).collect();
        words::list(&values)
    };
    let places = (Presence::At(one.at.clone()), Presence::At(other.at.clone()));
    comparison.report(pair.reach, &DISCRIMINATOR_CHANGED, places, || {
        let label = labelled(other);
        format!(
            "{label} is selected by {} instead of {}",
            shown(&is),
            shown(&was)
        )
    });
}

/// Compares the entries of a mapping whose schema lists no alternatives: schemas that extend it are.
fn mapping(comparison: &mut Comparison<'_>, pair: &Pair<'_>, old: &Node<'_>, new: &Node<'_>) {
    let (was, is) = (entries(old), entries(new));
    for (value, (node, _)) in was.iter().filter(|(value, _)| !is.contains_key(*value)) {
        let places = (
            Presence::At(node.at.clone()),
            Presence::Missing(new.at.clone()),
        );
        comparison.report(pair.reach, &ALTERNATIVE_REMOVED, places, || {
            format!(
                "alternative {} of {} was removed",
                words::code(value),
                pair.label()
            )
        });
    }
    for (value, (node, _)) in is.iter().filter(|(value, _)| !was.contains_key(*value)) {
        let places = (
            Presence::Missing(old.at.clone()),
            Presence::At(node.at.clone()),
        );
        comparison.report(pair.reach, &ALTERNATIVE_ADDED, places, || {
            format!(
                "alternative {} of {} was added",
                words::code(value),
                pair.label()
            )
        });
    }
}

/// Returns the values that `discriminator` has for the component at `component`: those of its mapping, else the name.
pub(super) fn values_of(discriminator: &Node<'_>, component: &str) -> BTreeSet<String> {
    let name = component.rsplit('/').next().unwrap_or(component);
    let listed: BTreeSet<String> = entries(discriminator)
        .into_iter()
        .filter(|(_, (_, target))| *target == name || target.strip_prefix('#') == Some(component))
        .map(|(value, _)| value.to_owned())
        .collect();
    if listed.is_empty() {
        return BTreeSet::from([name.to_owned()]);
    }
    listed
}

/// Returns the entries of the mapping: values, their places and what they mean.
pub(super) fn entries<'a>(discriminator: &Node<'a>) -> BTreeMap<&'a str, (Node<'a>, &'a str)> {
    let mapping = discriminator.get("mapping");
    let members = mapping
        .iter()
        .flat_map(super::super::node::Node::all_members)
        .filter_map(|(value, node)| {
            let target = node.value.as_str()?;
            Some((value, (node, target)))
        });
    members.collect()
}
