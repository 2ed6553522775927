//! Webhooks (OpenAPI 3.1.0, OpenAPI Object, `webhooks`).

use std::collections::BTreeMap;

use super::found::of_item;
use super::{Found, Pair, compare as compare_operations, places as operation_places};
use crate::diff::wire::codes::{WEBHOOK_ADDED, WEBHOOK_REMOVED};
use crate::diff::wire::comparison::Comparison;
use crate::diff::wire::finding::Reach;
use crate::diff::wire::label::label;
use crate::diff::wire::node::Node;
use crate::diff::wire::{Direction, OperationPlaces, Spot};

/// Compares the webhooks of two documents: the server sends their requests.
pub(super) fn compare<'a>(comparison: &mut Comparison<'a>, old: &Node<'a>, new: &Node<'a>) {
    let (before, mut after) = (webhooks(old), webhooks(new));
    for ((name, method), found) in before {
        let counterpart = after.remove(&(name, method));
        let number = comparison.operation(places(name, Some(&found), counterpart.as_ref()));
        match counterpart {
            Some(counterpart) => {
                let pair = Pair {
                    number,
                    old: found,
                    new: counterpart,
                    is_reversed: true,
                    depth: 0,
                };
                compare_operations(comparison, &pair);
            }
            None => {
                let places = (
                    Spot::At(found.node.at.clone()),
                    Spot::Missing(new.at.clone()),
                );
                let reach = Reach::operation(number, Direction::Both);
                comparison.report(reach, &WEBHOOK_REMOVED, places, || {
                    format!(
                        "{} was removed",
                        label(found.node.document(), &found.node.at)
                    )
                });
            }
        }
    }
    for ((name, _), found) in after {
        let number = comparison.operation(places(name, None, Some(&found)));
        let places = (
            Spot::Missing(old.at.clone()),
            Spot::At(found.node.at.clone()),
        );
        let reach = Reach::operation(number, Direction::Both);
        comparison.report(reach, &WEBHOOK_ADDED, places, || {
            format!("{} was added", label(found.node.document(), &found.node.at))
        });
    }
}

fn places(name: &str, old: Option<&Found<'_>>, new: Option<&Found<'_>>) -> OperationPlaces {
    OperationPlaces {
        name: format!("webhook {name}"),
        ..operation_places(old, new)
    }
}

/// The webhooks by name and method; documents of OpenAPI 3.0 have them as an extension.
fn webhooks<'a>(root: &Node<'a>) -> BTreeMap<(&'a str, &'a str), Found<'a>> {
    let webhooks = root.get("webhooks").or_else(|| root.get("x-webhooks"));
    let items = webhooks.iter().flat_map(super::super::node::Node::members);
    let found = items.flat_map(|(name, item)| {
        let found = of_item("", &item.resolved());
        found
            .into_iter()
            .map(move |found| ((name, found.method), found))
    });
    found.collect()
}
