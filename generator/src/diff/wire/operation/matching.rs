//! Which operations of two documents stand for each other.

use std::collections::BTreeMap;

use super::found::Found;
use crate::diff::wire::pairing::Paired;

/// Matches operations: those with the same method and path, then those whose paths differ only in the names of
/// parameters, then those whose paths are the same behind the host of the server, then those with the same
/// `operationId`, then those with the same method whose path became another one with those.
pub(super) fn matched<'a>(old: Vec<Found<'a>>, new: Vec<Found<'a>>) -> Paired<Found<'a>> {
    let paired = Paired::new(old, new)
        .by(|found| Some((found.method, found.path.clone())))
        .by(|found| Some(found.address()))
        .by(|found| Some(found.whole_address()))
        .by(Found::id);
    let became: BTreeMap<String, String> = paired
        .pairs
        .iter()
        .map(|(old, new)| (old.path.clone(), new.path.clone()))
        .collect();
    paired.by_either(
        |old| Some((old.method, became.get(&old.path).cloned()?)),
        |new| Some((new.method, new.path.clone())),
    )
}
