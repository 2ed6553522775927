//! Which operations of two documents stand for each other.

use super::found::Found;
use crate::diff::wire::pairing::Paired;

/// Matches operations: those with the same method and path, then those whose paths differ only in the names of
/// parameters, then those whose paths are the same behind the host of the server, then those with the same
/// `operationId`.
pub(super) fn matched<'a>(old: Vec<Found<'a>>, new: Vec<Found<'a>>) -> Paired<Found<'a>> {
    Paired::new(old, new)
        .by(|found| Some((found.method, found.path)))
        .by(|found| Some(found.address()))
        .by(|found| Some(found.whole_address()))
        .by(Found::id)
}
