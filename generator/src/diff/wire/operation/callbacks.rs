//! Requests that the API sends: callbacks and webhooks (OpenAPI 3.1.0, Callback Object; OpenAPI Object, `webhooks`).

use std::collections::BTreeMap;

use super::found::of_item;
use super::{Found, Pair, compare as compare_operations, places as operation_places};
use crate::catalog::Method;
use crate::codes::changes::{
    CALLBACK_ADDED, CALLBACK_REMOVED, ChangeCode, Direction, WEBHOOK_ADDED, WEBHOOK_REMOVED,
};
use crate::diff::wire::OperationPlaces;
use crate::diff::wire::Presence;
use crate::diff::wire::comparison::{Comparison, Reach};
use crate::diff::wire::label::label;
use crate::diff::wire::node::Node;
use crate::diff::wire::words;

/// How deep callbacks of callbacks are compared.
const MAX_DEPTH: usize = 4;

/// Compares the callbacks of two operations: the server sends their requests.
pub(super) fn compare<'a>(comparison: &mut Comparison<'a>, pair: &Pair<'a>) {
    if pair.depth >= MAX_DEPTH {
        return;
    }
    let (old, mut new) = (callbacks(&pair.old.node), callbacks(&pair.new.node));
    for (name, node) in old {
        match new.remove(name) {
            Some(counterpart) => compare_one(comparison, pair, &node, &counterpart),
            None => {
                let places = (
                    Presence::At(node.at.clone()),
                    Presence::Missing(pair.new.node.at.clone()),
                );
                comparison.report(pair.both(), &CALLBACK_REMOVED, places, || {
                    format!("{} was removed", label(node.document(), &node.at))
                });
            }
        }
    }
    for node in new.into_values() {
        let places = (
            Presence::Missing(pair.old.node.at.clone()),
            Presence::At(node.at.clone()),
        );
        comparison.report(pair.both(), &CALLBACK_ADDED, places, || {
            format!("{} was added", label(node.document(), &node.at))
        });
    }
}

fn callbacks<'a>(operation: &Node<'a>) -> BTreeMap<&'a str, Node<'a>> {
    let callbacks = operation.get("callbacks");
    let members = callbacks.iter().flat_map(super::super::node::Node::members);
    members.collect()
}

/// Compares two callbacks; their operations are paired by method.
fn compare_one<'a>(
    comparison: &mut Comparison<'a>,
    pair: &Pair<'a>,
    old: &Node<'a>,
    new: &Node<'a>,
) {
    let mut after = operations(new);
    for (key, from) in operations(old) {
        let Some(to) = after.remove(&key) else {
            let places = (
                Presence::At(from.node.at.clone()),
                Presence::Missing(new.at.clone()),
            );
            report(comparison, pair, &CALLBACK_REMOVED, places, key, old);
            continue;
        };
        let inner = Pair {
            number: pair.number,
            old: from,
            new: to,
            is_reversed: !pair.is_reversed,
            depth: pair.depth + 1,
        };
        compare_operations(comparison, &inner);
    }
    for (key, to) in after {
        let places = (Presence::Missing(old.at.clone()), Presence::At(to.node.at));
        report(comparison, pair, &CALLBACK_ADDED, places, key, new);
    }
}

/// Reports an operation of a callback that only one document has.
fn report(
    comparison: &mut Comparison<'_>,
    pair: &Pair<'_>,
    code: &'static ChangeCode,
    places: (Presence, Presence),
    (address, method): (&str, Method),
    callback: &Node<'_>,
) {
    let verb = if *code == CALLBACK_ADDED {
        "added"
    } else {
        "removed"
    };
    comparison.report(pair.both(), code, places, || {
        let request = words::code(&format!("{method} {address}"));
        let label = label(callback.document(), &callback.at);
        format!("request {request} of {label} was {verb}")
    });
}

/// Returns the operations of a callback, by the expression of their address and their method.
fn operations<'a>(callback: &Node<'a>) -> BTreeMap<(&'a str, Method), Found<'a>> {
    let items = callback.resolved().members().into_iter();
    let found = items.flat_map(|(address, item)| {
        let found = of_item(address, &item);
        found
            .into_iter()
            .map(move |found| ((address, found.method()), found))
    });
    found.collect()
}

/// Compares the webhooks of two documents: the server sends their requests.
pub(super) fn compare_webhooks<'a>(
    comparison: &mut Comparison<'a>,
    old: &Node<'a>,
    new: &Node<'a>,
) {
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
                    Presence::At(found.node.at.clone()),
                    Presence::Missing(new.at.clone()),
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
            Presence::Missing(old.at.clone()),
            Presence::At(found.node.at.clone()),
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

/// Returns the webhooks by name and method; documents of OpenAPI 3.0 have them as an extension.
fn webhooks<'a>(root: &Node<'a>) -> BTreeMap<(&'a str, Method), Found<'a>> {
    let webhooks = root.get("webhooks").or_else(|| root.get("x-webhooks"));
    let items = webhooks.iter().flat_map(super::super::node::Node::members);
    let found = items.flat_map(|(name, item)| {
        // They have no path; reports call them by their names.
        let found = of_item(name, &item);
        found
            .into_iter()
            .map(move |found| ((name, found.method()), found))
    });
    found.collect()
}
