//! Components that are compared by their names, used or not.

mod schemas;
mod security_schemes;

pub(super) use security_schemes::signature as security_signature;

use super::comparison::Comparison;
use super::node::Node;

/// Compares the components of two documents.
pub(super) fn compare<'a>(comparison: &mut Comparison<'a>, old: &Node<'a>, new: &Node<'a>) {
    schemas::compare(comparison, old, new);
    security_schemes::compare(comparison, old, new);
}
