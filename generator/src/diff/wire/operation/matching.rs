//! Which operations of two documents stand for each other.

use std::collections::BTreeMap;

use super::found::Found;

/// Operations of two documents.
#[derive(Debug, Default)]
pub(super) struct Matched<'a> {
    pub pairs: Vec<(Found<'a>, Found<'a>)>,
    pub removed: Vec<Found<'a>>,
    pub added: Vec<Found<'a>>,
}

/// Matches operations: those with the same method and path, then those whose paths differ only in the names of
/// parameters, then those with the same `operationId`.
pub(super) fn matched<'a>(old: Vec<Found<'a>>, new: Vec<Found<'a>>) -> Matched<'a> {
    let mut matched = Matched {
        pairs: Vec::new(),
        removed: old,
        added: new,
    };
    matched.run(|found| Some((found.method, found.path.to_owned())));
    matched.run(|found| Some(found.address()));
    matched.run(|found| Some(("", found.id()?.to_owned())));
    matched
}

impl<'a> Matched<'a> {
    /// Matches what has the same key, in the order of the documents.
    fn run(&mut self, key: impl Fn(&Found<'a>) -> Option<(&'a str, String)>) {
        let mut open: BTreeMap<_, Vec<Found<'a>>> = BTreeMap::new();
        let mut rest = Vec::new();
        for found in std::mem::take(&mut self.added).into_iter().rev() {
            match key(&found) {
                Some(key) => open.entry(key).or_default().push(found),
                None => rest.push(found),
            }
        }
        for found in std::mem::take(&mut self.removed) {
            let counterpart = key(&found).and_then(|key| open.get_mut(&key)?.pop());
            match counterpart {
                Some(counterpart) => self.pairs.push((found, counterpart)),
                None => self.removed.push(found),
            }
        }
        rest.extend(open.into_values().flatten());
        self.added = rest;
    }
}
