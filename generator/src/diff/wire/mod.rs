//! What two documents say differently of the messages between client and server.
//!
//! Operations are matched first, and what they send and receive is compared in pairs. A pair of schemas is compared
//! once, wherever it is used; which ways its values go, and for which operations, is settled when all pairs are known.

mod alike;
mod change;
mod comparison;
mod components;
mod label;
mod node;
mod operation;
mod pairing;
mod reach;
mod schema;
mod servers;
mod texts;
mod words;

pub(in crate::diff) use change::WireChange;
pub(in crate::diff) use comparison::Presence;
pub(in crate::diff) use words::{code, list};

use crate::Document;
use crate::diagnostics::Pointer;
use comparison::Comparison;
use node::Node;
use operation::Operations;

/// What two documents say differently.
#[derive(Debug)]
pub(in crate::diff) struct Compared {
    /// The changes, by their places in the new document.
    pub changes: Vec<WireChange>,
    /// The operations of both documents.
    pub operations: Vec<OperationPlaces>,
    /// How many descriptions, summaries, titles, examples and extensions differ.
    pub texts: usize,
}

/// Returns what a person calls the place of `document` at `at`.
pub(in crate::diff) fn label(document: &Document, at: &Pointer) -> String {
    alike::said_of_one(&label::label(document, at))
}

/// Where an operation is.
#[derive(Clone, Debug, Default)]
pub(in crate::diff) struct OperationPlaces {
    /// Its `operationId`, or method and path.
    pub name: String,
    /// Its place in the old document.
    pub old: Option<Pointer>,
    /// Its place in the new document.
    pub new: Option<Pointer>,
    /// Its tags.
    pub tags: Vec<String>,
}

/// Compares `old` with `new`.
pub(super) fn compare(old: &Document, new: &Document) -> Compared {
    let operations = (Operations::read(old), Operations::read(new));
    let mut comparison = Comparison::default();
    let (old, new) = (Node::root(old), Node::root(new));
    texts::of_document(&mut comparison, &old, &new);
    servers::compare(&mut comparison, &old, &new);
    operation::compare_all(
        &mut comparison,
        (&old, &operations.0),
        (&new, &operations.1),
    );
    schema::compare_pending(&mut comparison);
    components::compare(&mut comparison, &old, &new);
    change::settle(comparison)
}
