//! Names of schemas that only one of two documents has.

use std::collections::{BTreeMap, BTreeSet};

use strsim::jaro_winkler;

use crate::diagnostics::Pointer;
use crate::diff::wire::Spot;
use crate::diff::wire::codes::{SCHEMA_INLINED, SCHEMA_NAMED, SCHEMA_RENAMED};
use crate::diff::wire::comparison::Comparison;
use crate::diff::wire::finding::Reach;
use crate::diff::wire::label::label;
use crate::diff::wire::node::Node;
use crate::diff::wire::schema::{compare_pending, relate, shape, similar};

/// Schemas whose names only one of two documents has.
pub(super) struct Naming<'a> {
    pub removed: Vec<Node<'a>>,
    pub added: Vec<Node<'a>>,
}

impl<'a> Naming<'a> {
    /// Tells which of them are the same under other names, and returns the others.
    pub fn settle(mut self, comparison: &mut Comparison<'a>) -> Self {
        for (old, new) in self.twins() {
            comparison
                .counterparts
                .insert((old.at.clone(), new.at.clone()));
            relate(comparison, Reach::NOTHING, vec![old], vec![new]);
        }
        compare_pending(comparison);
        let renamed = self.counterparts(comparison);
        self.leave(&renamed);
        for (old, new) in &renamed {
            let places = (Spot::At(old.at.clone()), Spot::At(new.at.clone()));
            comparison.report(Reach::NOTHING, &SCHEMA_RENAMED, places, || {
                let was = label(old.document(), &old.at);
                format!("schema {was} is called {}", label(new.document(), &new.at))
            });
        }
        self.written_out(comparison);
        self
    }

    fn leave(&mut self, renamed: &[(Node<'_>, Node<'_>)]) {
        let gone: BTreeSet<&Pointer> = renamed.iter().map(|(old, _)| &old.at).collect();
        let come: BTreeSet<&Pointer> = renamed.iter().map(|(_, new)| &new.at).collect();
        self.removed.retain(|node| !gone.contains(&node.at));
        self.added.retain(|node| !come.contains(&node.at));
    }

    /// Schemas that were found in the same places, and are alike.
    fn counterparts(&self, comparison: &Comparison<'_>) -> Vec<(Node<'a>, Node<'a>)> {
        let by_place = |nodes: &[Node<'a>]| {
            let places = nodes.iter().map(|node| (node.at.clone(), node.clone()));
            places.collect::<BTreeMap<_, _>>()
        };
        let (removed, added) = (by_place(&self.removed), by_place(&self.added));
        let pairs = comparison.counterparts.iter().filter_map(|(old, new)| {
            let pair = (removed.get(old)?.clone(), added.get(new)?.clone());
            similar(&pair.0, &pair.1).then_some(pair)
        });
        pairs.collect()
    }

    /// Schemas that say the same in the same words; of several those with the names that are most alike.
    fn twins(&self) -> Vec<(Node<'a>, Node<'a>)> {
        let nodes = self.removed.iter().chain(&self.added);
        let names: BTreeSet<&str> = nodes.map(|node| node.at.as_str()).collect();
        let is_renamed = |target: &str| {
            let place = target.strip_prefix('#');
            place.is_some_and(|place| names.contains(place))
        };
        let by_shape = |nodes: &[Node<'a>]| {
            let mut by_shape: BTreeMap<String, Vec<Node<'a>>> = BTreeMap::new();
            for node in nodes {
                let shape = shape(node, &is_renamed);
                by_shape.entry(shape).or_default().push(node.clone());
            }
            by_shape
        };
        let (removed, mut added) = (by_shape(&self.removed), by_shape(&self.added));
        let pairs = removed.into_iter().flat_map(|(shape, removed)| {
            let added = added.remove(&shape).unwrap_or_default();
            alike(removed, added)
        });
        pairs.collect()
    }

    /// Reports components that are written out in the other document.
    fn written_out(&mut self, comparison: &mut Comparison<'_>) {
        for case in std::mem::take(&mut comparison.written_out) {
            let (list, at, code) = if case.was_component {
                (&mut self.removed, &case.old, &SCHEMA_INLINED)
            } else {
                (&mut self.added, &case.new, &SCHEMA_NAMED)
            };
            let Some(position) = list.iter().position(|node| node.at == *at) else {
                continue;
            };
            let node = list.remove(position);
            let places = (Spot::At(case.old), Spot::At(case.new));
            comparison.report(case.reach, code, places, || {
                let name = label(node.document(), &node.at);
                if case.was_component {
                    format!("schema {name} is written out where it is used")
                } else {
                    format!("schema {name} is what was written out where it is used")
                }
            });
        }
    }
}

/// How many schemas that say the same are told apart by their names.
const MOST_ALIKE: usize = 64;

/// Pairs of as many schemas as there are on both sides, by their names.
fn alike<'a>(removed: Vec<Node<'a>>, mut added: Vec<Node<'a>>) -> Vec<(Node<'a>, Node<'a>)> {
    let mut pairs = Vec::new();
    if removed.len() != added.len() || removed.len() > MOST_ALIKE {
        return pairs;
    }
    for old in removed {
        let likeness = |new: &Node<'_>| jaro_winkler(old.at.as_str(), new.at.as_str());
        let order = |one: &&(usize, f64), other: &&(usize, f64)| one.1.total_cmp(&other.1);
        let all: Vec<_> = added.iter().map(likeness).enumerate().collect();
        if let Some((best, _)) = all.iter().max_by(order) {
            pairs.push((old, added.swap_remove(*best)));
        }
    }
    pairs
}
