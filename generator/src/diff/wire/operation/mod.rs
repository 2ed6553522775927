//! Operations, and what they send and receive.

mod body;
mod callbacks;
mod content;
mod form;
mod found;
mod identity;
mod parameters;
mod responses;
mod security;

use crate::codes::changes::{ChangeCode, Direction, OPERATION_ADDED, OPERATION_REMOVED};
pub(super) use form::Operations;
use found::Found;

use super::comparison::{Comparison, Reach};
use super::label::label;
use super::node::Node;
use super::{OperationPlaces, Presence, servers, texts};

/// Two operations of which the newer took the place of the older.
#[derive(Debug)]
struct Pair<'a> {
    /// The number of the operation.
    number: usize,
    old: Found<'a>,
    new: Found<'a>,
    /// Whether the server sends the requests: as callbacks and webhooks.
    is_reversed: bool,
    /// How many callbacks it is within.
    depth: usize,
}

impl Pair<'_> {
    /// Returns whether the operation has another address.
    fn is_moved(&self) -> bool {
        let (old, new) = (&self.old, &self.new);
        old.address() != new.address() && old.whole_address() != new.whole_address()
    }

    /// Returns what the operation is sent.
    fn request(&self) -> Reach {
        self.reach(Direction::Request)
    }

    /// Returns what the operation answers.
    fn response(&self) -> Reach {
        self.reach(Direction::Response)
    }

    fn both(&self) -> Reach {
        self.reach(Direction::Both)
    }

    fn reach(&self, direction: Direction) -> Reach {
        let direction = if self.is_reversed {
            direction.reversed()
        } else {
            direction
        };
        Reach::operation(self.number, direction)
    }
}

/// Compares the operations of two documents.
pub(super) fn compare_all<'a>(
    comparison: &mut Comparison<'a>,
    (old, operations): (&Node<'a>, &'a Operations),
    (new, new_operations): (&Node<'a>, &'a Operations),
) {
    let matched = found::matched(
        operations.found(old.document()),
        new_operations.found(new.document()),
    );
    for found in &matched.removed {
        let missing = Presence::Missing(new.at.child("paths"));
        let places = (Presence::At(found.node.at.clone()), missing);
        alone(comparison, found, &OPERATION_REMOVED, places);
    }
    for found in &matched.added {
        let missing = Presence::Missing(old.at.child("paths"));
        let places = (missing, Presence::At(found.node.at.clone()));
        alone(comparison, found, &OPERATION_ADDED, places);
    }
    for (old, new) in matched.pairs {
        let pair = Pair {
            number: comparison.operation(places(Some(&old), Some(&new))),
            old,
            new,
            is_reversed: false,
            depth: 0,
        };
        compare(comparison, &pair);
    }
    callbacks::compare_webhooks(comparison, old, new);
}

fn alone(
    comparison: &mut Comparison<'_>,
    found: &Found<'_>,
    code: &'static ChangeCode,
    spots: (Presence, Presence),
) {
    let is_new = *code == OPERATION_ADDED;
    let (old, new) = (
        Some(found).filter(|_| !is_new),
        Some(found).filter(|_| is_new),
    );
    let number = comparison.operation(places(old, new));
    let reach = Reach::operation(number, Direction::Both);
    let what = if is_new { "added" } else { "removed" };
    comparison.report(reach, code, spots, || {
        let label = label(found.node.document(), &found.node.at);
        format!("{label} was {what}")
    });
}

/// Returns the name and the places of an operation; one of both documents has it.
fn places(old: Option<&Found<'_>>, new: Option<&Found<'_>>) -> OperationPlaces {
    let at = |found: Option<&Found<'_>>| found.map(|found| found.node.at.clone());
    OperationPlaces {
        name: new.or(old).map(Found::name).unwrap_or_default(),
        old: at(old),
        new: at(new),
        tags: new.or(old).map(Found::tags).unwrap_or_default(),
    }
}

fn compare<'a>(comparison: &mut Comparison<'a>, pair: &Pair<'a>) {
    texts::compare(comparison, &pair.old.node, &pair.new.node);
    identity::compare(comparison, pair);
    parameters::compare(comparison, pair);
    body::compare(comparison, pair);
    responses::compare(comparison, pair);
    security::compare(comparison, pair);
    let holders = (&pair.old.node, &pair.new.node);
    let own = (pair.old.servers(), pair.new.servers());
    servers::compare_own(comparison, pair.both(), holders, own);
    callbacks::compare(comparison, pair);
}
