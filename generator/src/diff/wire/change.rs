use hashbrown::HashMap;
use std::collections::BTreeSet;

use super::alike::{Same, said_of, said_of_any, schema_of};
use super::comparison::{Comparison, Finding};
use super::reach::Reached;
use super::{Compared, Presence};
use crate::codes::changes::{ChangeCode, Direction, Verdict};
use crate::diagnostics::Pointer;

/// A change of the messages between client and server.
#[derive(Clone, Debug)]
pub struct WireChange {
    /// Which kind of change it is.
    pub code: &'static ChangeCode,
    /// Its place in the old document.
    pub old: Presence,
    /// Its place in the new document.
    pub new: Presence,
    /// Its other places in both documents: if several operations have it, or it is about what is defined elsewhere.
    pub also: Vec<(Presence, Presence)>,
    /// Which way the values go that it concerns.
    pub direction: Direction,
    /// What it means for clients.
    pub verdict: Verdict,
    /// What has changed, in one sentence without a full stop.
    pub sentence: String,
    /// The operations that it concerns, sorted: `operationId`, or method and path. Empty if it concerns none, or the
    /// API as a whole.
    pub operations: Vec<String>,
    /// Those of them that send what it concerns, and those that receive it.
    pub by_way: [Vec<String>; 2],
}

/// Returns the changes that were found, each with the operations that it concerns.
pub(super) fn settle(mut comparison: Comparison<'_>) -> Compared {
    let findings = std::mem::take(&mut comparison.findings);
    let mut reached = Reached::new(&comparison);
    let mut changes: Vec<_> = findings
        .into_iter()
        .map(|finding| change(&comparison, &mut reached, finding))
        .collect();
    changes.sort_by(|left, right| key(left).cmp(&key(right)));
    let changes = told_once(of_one_thing(changes));
    Compared {
        operations: comparison.operations,
        changes,
        texts: comparison.texts,
    }
}

fn key(change: &WireChange) -> (&Presence, &Presence, &str, &str) {
    (&change.new, &change.old, change.code.id, &change.sentence)
}

/// Returns the changes, of which those are one that are about one thing of one document: what several schemas are put
/// together of is missing from all of them.
fn of_one_thing(changes: Vec<WireChange>) -> Vec<WireChange> {
    let mut kept: Vec<WireChange> = Vec::with_capacity(changes.len());
    let mut known: HashMap<(&str, Pointer, String), usize> = HashMap::new();
    for change in changes {
        let only = match (change.old.present(), change.new.present()) {
            (Some(at), None) | (None, Some(at)) => at.clone(),
            _ => {
                kept.push(change);
                continue;
            }
        };
        let key = (change.code.id, only, change.sentence.clone());
        let number = *known.entry(key).or_insert(kept.len());
        match kept.get_mut(number) {
            Some(first) => {
                first.take_in(change);
                first.verdict = first.code.verdict(first.direction);
            }
            None => kept.push(change),
        }
    }
    kept
}

/// Returns the changes, of which those that are the same of several operations are one.
fn told_once(changes: Vec<WireChange>) -> Vec<WireChange> {
    // Each with the names of the schemas that it is about.
    let mut told: Vec<(WireChange, BTreeSet<String>)> = Vec::with_capacity(changes.len());
    let mut known: HashMap<(&str, Verdict, String), usize> = HashMap::new();
    for change in changes {
        let Some(said) = said_of_any(&change.sentence) else {
            told.push((change, BTreeSet::new()));
            continue;
        };
        let schema = schema_of(&change.sentence).map(str::to_owned);
        let key = (change.code.id, change.verdict, said);
        let number = *known.entry(key).or_insert(told.len());
        match told.get_mut(number) {
            Some((first, schemas)) => {
                first.take_in(change);
                schemas.extend(schema);
            }
            None => told.push((change, schema.into_iter().collect())),
        }
    }
    let told = told.into_iter().map(|(mut change, schemas)| {
        let same = Same {
            operations: change.operations.len(),
            schemas: schemas.into_iter().collect(),
            places: change.spots().count(),
        };
        change.sentence = said_of(&change.sentence, &same);
        change
    });
    told.collect()
}

impl WireChange {
    /// Returns all its places, in the old and the new document.
    pub(in crate::diff) fn spots(&self) -> impl Iterator<Item = (&Presence, &Presence)> {
        let also = self.also.iter().map(|(old, new)| (old, new));
        std::iter::once((&self.old, &self.new)).chain(also)
    }

    /// Makes `other` a part of this change.
    fn take_in(&mut self, other: Self) {
        self.also.push((other.old, other.new));
        self.also.extend(other.also);
        self.operations.extend(other.operations);
        self.operations.sort();
        self.operations.dedup();
        for (own, other) in self.by_way.iter_mut().zip(other.by_way) {
            own.extend(other);
            own.sort();
            own.dedup();
        }
        self.direction = self.direction.or(other.direction);
    }
}

fn change(comparison: &Comparison<'_>, reached: &mut Reached, finding: Finding) -> WireChange {
    let mut direction = Direction::Neither;
    let mut by_way = [BTreeSet::new(), BTreeSet::new()];
    for reach in &finding.reaches {
        direction = direction.or(reached.direction(*reach));
        for (way, operations) in [Direction::Request, Direction::Response]
            .into_iter()
            .zip(&mut by_way)
        {
            if reached.direction(*reach).and(way) == way {
                operations.extend(reached.operations(reach.only(way)).iter().copied());
            }
        }
    }
    let operations: BTreeSet<usize> = by_way.iter().flatten().copied().collect();
    let named = |operations: &BTreeSet<usize>| {
        let names = operations.iter();
        let names =
            names.filter_map(|operation| Some(&comparison.operations.get(*operation)?.name));
        let names: BTreeSet<&String> = names.collect();
        names.into_iter().cloned().collect::<Vec<_>>()
    };
    WireChange {
        code: finding.code,
        old: finding.old,
        new: finding.new,
        also: finding.also,
        direction,
        verdict: finding.code.verdict(direction),
        sentence: finding.sentence,
        operations: named(&operations),
        by_way: by_way.each_ref().map(named),
    }
}
