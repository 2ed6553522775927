//! Names of schemas that only one of two documents has.

use std::collections::{BTreeMap, BTreeSet};

use strsim::jaro_winkler;

use crate::codes::changes::{SCHEMA_INLINED, SCHEMA_NAMED, SCHEMA_RENAMED};
use crate::diagnostics::Pointer;
use crate::diff::wire::Presence;
use crate::diff::wire::alike::either;
use crate::diff::wire::comparison::{Comparison, Reach, WrittenOut};
use crate::diff::wire::label::{label, labelled};
use crate::diff::wire::node::Node;
use crate::diff::wire::schema::{compare_pending, relate, shape, similar};

/// Schemas whose names only one of two documents has, by their places.
pub(super) struct Naming<'a> {
    pub removed: BTreeMap<Pointer, Node<'a>>,
    pub added: BTreeMap<Pointer, Node<'a>>,
}

impl<'a> Naming<'a> {
    /// Tells which of them are the same under other names, and returns the others.
    pub fn settle(mut self, comparison: &mut Comparison<'a>) -> Self {
        self.take_renamed(comparison);
        for (old, new) in self.twins() {
            let places = (old.at.clone(), new.at.clone());
            comparison.counterparts.insert(places);
            relate(comparison, Reach::NOTHING, vec![old], vec![new]);
        }
        compare_pending(comparison);
        self.take_renamed(comparison);
        self.take_written_out(comparison);
        self
    }

    /// Reports schemas that were found in the same places, and are alike.
    fn take_renamed(&mut self, comparison: &mut Comparison<'_>) {
        let mut renamed: Vec<_> = comparison
            .counterparts
            .iter()
            .filter_map(|(old, new)| {
                let (old, new) = (self.removed.get(old)?, self.added.get(new)?);
                similar(old, new).then(|| (old.clone(), new.clone()))
            })
            .collect();
        // A schema that is split, or takes the place of several, has the name that is most alike.
        let likeness =
            |(old, new): &(Node<'_>, Node<'_>)| jaro_winkler(old.at.as_str(), new.at.as_str());
        renamed.sort_by(|left, right| likeness(right).total_cmp(&likeness(left)));
        for (old, new) in renamed {
            if !self.removed.contains_key(&old.at) || !self.added.contains_key(&new.at) {
                continue;
            }
            self.removed.remove(&old.at);
            self.added.remove(&new.at);
            let places = (Presence::At(old.at.clone()), Presence::At(new.at.clone()));
            comparison.report(Reach::NOTHING, &SCHEMA_RENAMED, places, || {
                let was = label(old.document(), &old.at);
                format!("schema {was} is called {}", label(new.document(), &new.at))
            });
        }
    }

    /// Schemas that say the same in the same words; of several those with the names that are most alike.
    fn twins(&self) -> Vec<(Node<'a>, Node<'a>)> {
        let names = || self.removed.keys().chain(self.added.keys());
        let names: BTreeSet<&str> = names().map(Pointer::as_str).collect();
        let is_renamed = |target: &str| {
            let place = target.strip_prefix('#');
            place.is_some_and(|place| names.contains(place))
        };
        let by_shape = |nodes: &BTreeMap<Pointer, Node<'a>>| {
            let mut by_shape: BTreeMap<String, Vec<Node<'a>>> = BTreeMap::new();
            for node in nodes.values() {
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
    fn take_written_out(&mut self, comparison: &mut Comparison<'_>) {
        let cases = std::mem::take(&mut comparison.written_out);
        for case in &cases {
            if let Some(node) = self.components(case).get(case.component()) {
                let (code, what) = if case.was_component {
                    (&SCHEMA_INLINED, INLINED)
                } else {
                    (&SCHEMA_NAMED, NAMED)
                };
                let places = (
                    Presence::At(case.old.clone()),
                    Presence::At(case.new.clone()),
                );
                let said = format!("schema {} {what}", labelled(node));
                comparison.report(case.reach, code, places, || either(&said, &said));
            }
        }
        for case in &cases {
            self.components(case).remove(case.component());
        }
    }

    /// Returns the components of which `case` is about one.
    fn components(&mut self, case: &WrittenOut) -> &mut BTreeMap<Pointer, Node<'a>> {
        if case.was_component {
            &mut self.removed
        } else {
            &mut self.added
        }
    }
}

const INLINED: &str = "is inline where it is used, and no longer a component";
const NAMED: &str = "is a component now; it was inline where it is used";

/// How many schemas that say the same are told apart by their names.
const MAX_ALIKE: usize = 64;

/// Pairs of as many schemas as there are on both sides, by their names.
fn alike<'a>(removed: Vec<Node<'a>>, mut added: Vec<Node<'a>>) -> Vec<(Node<'a>, Node<'a>)> {
    let mut pairs = Vec::new();
    if removed.len() != added.len() || removed.len() > MAX_ALIKE {
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
