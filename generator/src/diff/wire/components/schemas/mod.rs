//! Named schemas.

mod naming;

use std::collections::BTreeMap;

use naming::Naming;

use crate::codes::changes::{ChangeCode, SCHEMA_ADDED, SCHEMA_REMOVED};
use crate::diff::wire::Presence;
use crate::diff::wire::comparison::{Comparison, Reach};
use crate::diff::wire::label::label;
use crate::diff::wire::node::Node;
use crate::diff::wire::schema::{compare_pending, relate};

/// Compares the named schemas: those with the same name, if that was not done, and tells what became of the others.
pub(super) fn compare<'a>(comparison: &mut Comparison<'a>, old: &Node<'a>, new: &Node<'a>) {
    let (old_schemas, new_schemas) = (schemas(old), schemas(new));
    for (name, node) in &old_schemas {
        if let Some(counterpart) = new_schemas.get(name) {
            let sites = (vec![node.clone()], vec![counterpart.clone()]);
            relate(comparison, Reach::NOTHING, sites.0, sites.1);
        }
    }
    compare_pending(comparison);
    let only = |these: &BTreeMap<&'a str, Node<'a>>, others: &BTreeMap<&'a str, Node<'a>>| {
        let only = these.iter().filter(|(name, _)| !others.contains_key(*name));
        only.map(|(_, node)| (node.at.clone(), node.clone()))
            .collect::<BTreeMap<_, _>>()
    };
    let naming = Naming {
        removed: only(&old_schemas, &new_schemas),
        added: only(&new_schemas, &old_schemas),
    };
    let left = naming.settle(comparison);
    report(comparison, &left, (old, new));
}

fn schemas<'a>(root: &Node<'a>) -> BTreeMap<&'a str, Node<'a>> {
    let schemas = root.follow(&["components", "schemas"]);
    schemas
        .iter()
        .flat_map(super::super::node::Node::all_members)
        .collect()
}

/// Reports components that nothing took the place of, and that took no place of anything.
fn report(comparison: &mut Comparison<'_>, left: &Naming<'_>, (old, new): (&Node<'_>, &Node<'_>)) {
    let holder = |root: &Node<'_>| Presence::Missing(root.at.child("components").child("schemas"));
    for node in left.removed.values() {
        let places = (Presence::At(node.at.clone()), holder(new));
        alone(comparison, node, &SCHEMA_REMOVED, places, "removed");
    }
    for node in left.added.values() {
        let places = (holder(old), Presence::At(node.at.clone()));
        alone(comparison, node, &SCHEMA_ADDED, places, "added");
    }
}

fn alone(
    comparison: &mut Comparison<'_>,
    node: &Node<'_>,
    code: &'static ChangeCode,
    places: (Presence, Presence),
    what: &str,
) {
    comparison.report(Reach::NOTHING, code, places, || {
        format!("schema {} was {what}", label(node.document(), &node.at))
    });
}
