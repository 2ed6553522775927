//! What the values of a discriminator mean (OpenAPI 3.0.3, Discriminator Object).

use std::collections::{BTreeMap, BTreeSet};

use crate::diff::wire::node::Node;

/// The values that `discriminator` has for the component at `component`: those of its mapping, else the name.
pub(super) fn values_of(discriminator: &Node<'_>, component: &str) -> BTreeSet<String> {
    let name = component.rsplit('/').next().unwrap_or(component);
    let listed: BTreeSet<String> = entries(discriminator)
        .into_iter()
        .filter(|(_, (_, target))| *target == name || target.strip_prefix('#') == Some(component))
        .map(|(value, _)| value.to_owned())
        .collect();
    if listed.is_empty() {
        return BTreeSet::from([name.to_owned()]);
    }
    listed
}

/// The entries of the mapping: values, their places and what they mean.
pub(super) fn entries<'a>(discriminator: &Node<'a>) -> BTreeMap<&'a str, (Node<'a>, &'a str)> {
    let mapping = discriminator.get("mapping");
    let members = mapping
        .iter()
        .flat_map(super::super::node::Node::all_members)
        .filter_map(|(value, node)| {
            let target = node.value.as_str()?;
            Some((value, (node, target)))
        });
    members.collect()
}
