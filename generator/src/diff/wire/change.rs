use std::collections::BTreeSet;

use super::codes::ChangeCode;
use super::comparison::Comparison;
use super::finding::Finding;
use super::reach::Reached;
use super::{Compared, Direction, Spot, Verdict};

/// A change of the messages between client and server.
#[derive(Clone, Debug)]
pub struct WireChange {
    /// Which kind of change it is.
    pub code: &'static ChangeCode,
    /// Its place in the old document.
    pub old: Spot,
    /// Its place in the new document.
    pub new: Spot,
    /// Which way the values go that it concerns.
    pub direction: Direction,
    /// What it means for clients.
    pub verdict: Verdict,
    /// What has changed, in one sentence without a full stop.
    pub sentence: String,
    /// The operations that it concerns, sorted: `operationId`, or method and path. Empty if it concerns none, or the
    /// API as a whole.
    pub operations: Vec<String>,
}

/// The changes that were found, each with the operations that it concerns.
pub(super) fn settle(mut comparison: Comparison<'_>) -> Compared {
    let findings = std::mem::take(&mut comparison.findings);
    let mut reached = Reached::new(&comparison);
    let mut changes: Vec<_> = findings
        .into_iter()
        .map(|finding| change(&comparison, &mut reached, finding))
        .collect();
    changes.sort_by(|left, right| key(left).cmp(&key(right)));
    Compared {
        changes,
        texts: comparison.texts,
    }
}

fn key(change: &WireChange) -> (&Spot, &Spot, &str, &str) {
    (&change.new, &change.old, change.code.id, &change.sentence)
}

fn change(comparison: &Comparison<'_>, reached: &mut Reached, finding: Finding) -> WireChange {
    let mut direction = Direction::Neither;
    let mut operations = BTreeSet::new();
    for reach in &finding.reaches {
        direction = direction.or(reached.direction(*reach));
        operations.extend(reached.operations(*reach).iter().copied());
    }
    let names = &comparison.operations;
    let names: BTreeSet<&String> = operations
        .into_iter()
        .filter_map(|operation| names.get(operation))
        .collect();
    WireChange {
        code: finding.code,
        old: finding.old,
        new: finding.new,
        direction,
        verdict: finding.code.verdict(direction),
        sentence: finding.sentence,
        operations: names.into_iter().cloned().collect(),
    }
}
