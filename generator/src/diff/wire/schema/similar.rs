//! Whether two schemas can be the same under other names.

use std::collections::BTreeSet;

use super::kind::{Kind, kind};
use super::property::properties;
use super::values::values;
use super::{Site, View};
use crate::diff::wire::node::Node;

/// Whether two schemas have the same type and at least half of their properties, or listed values, in common.
pub(in crate::diff::wire) fn similar(old: &Node<'_>, new: &Node<'_>) -> bool {
    let view = |node: &Node<'_>| names(&vec![node.clone()]);
    let ((old_kind, old), (new_kind, new)) = (view(old), view(new));
    let shared = old.intersection(&new).count();
    let is_as_detailed = old.is_empty() == new.is_empty();
    old_kind == new_kind && is_as_detailed && shared * 2 >= old.len().min(new.len())
}

fn names(site: &Site<'_>) -> (Kind, BTreeSet<String>) {
    let view = View::of(site);
    let properties = properties(&view).into_keys().map(str::to_owned);
    let values = values(&view).unwrap_or_default().into_keys();
    (kind(&view), properties.chain(values).collect())
}
