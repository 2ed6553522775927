//! Responses of operations.

use std::collections::BTreeMap;

use super::status::{covers, is_success};
use super::{Pair, content, headers};
use crate::diff::wire::Spot;
use crate::diff::wire::alike::operation_name;
use crate::diff::wire::codes::{
    ERROR_RESPONSE_ADDED, ERROR_RESPONSE_REMOVED, RESPONSE_BODY_ADDED, RESPONSE_BODY_REMOVED,
    RESPONSE_STATUS_CHANGED, SUCCESS_RESPONSE_ADDED, SUCCESS_RESPONSE_REMOVED,
};
use crate::diff::wire::comparison::Comparison;
use crate::diff::wire::label::labelled;
use crate::diff::wire::node::Node;
use crate::diff::wire::texts;
use crate::lower::is_bodiless;

/// The responses of an operation by their keys: as they stand there, and with references followed.
struct Responses<'a> {
    by_key: BTreeMap<String, (Node<'a>, Node<'a>)>,
    has_success: bool,
}

/// Compares the responses of two operations.
pub(super) fn compare<'a>(comparison: &mut Comparison<'a>, pair: &Pair<'a>) {
    let (old, new) = (responses(&pair.old.node), responses(&pair.new.node));
    for (key, (_, response)) in &old.by_key {
        if let Some((node, counterpart)) = new.by_key.get(key) {
            if key.parse().is_ok_and(is_bodiless) {
                texts::of(comparison, response, counterpart);
                headers::compare(comparison, pair.response(), response, counterpart);
                continue;
            }
            body_changed(comparison, pair, response, (node, counterpart));
            compare_response(comparison, pair, response, counterpart);
        }
    }
    let (gone, come) = (old.without(&new), new.without(&old));
    let successes = (successes(&old, &gone), successes(&new, &come));
    let mut replaced = None;
    if let ([one], [other]) = (successes.0.as_slice(), successes.1.as_slice()) {
        replaced = Some((*one, *other));
        status_changed(comparison, pair, (one, &old), (other, &new));
    }
    for key in gone
        .iter()
        .filter(|key| replaced.is_none_or(|(one, _)| one != **key))
    {
        removed(comparison, pair, key, &old);
    }
    for key in come
        .iter()
        .filter(|key| replaced.is_none_or(|(_, other)| other != **key))
    {
        added(comparison, pair, key, &new);
    }
}

fn responses<'a>(operation: &Node<'a>) -> Responses<'a> {
    let responses = operation.get("responses");
    let members = responses.iter().flat_map(super::super::node::Node::members);
    let by_key: BTreeMap<_, _> = members
        .map(|(key, node)| (key.to_uppercase(), (node.clone(), node.resolved())))
        .collect();
    let has_success = by_key.keys().any(|key| is_success(key, true));
    Responses {
        by_key,
        has_success,
    }
}

impl<'a> Responses<'a> {
    fn without(&self, others: &Self) -> Vec<&String> {
        let keys = self.by_key.keys();
        keys.filter(|key| !others.by_key.contains_key(*key))
            .collect()
    }

    fn at(&self, key: &str) -> Option<&(Node<'a>, Node<'a>)> {
        self.by_key.get(key)
    }
}

fn successes<'k>(responses: &Responses<'_>, keys: &[&'k String]) -> Vec<&'k String> {
    let keys = keys.iter().copied();
    keys.filter(|key| is_success(key, responses.has_success))
        .collect()
}

fn status_changed<'a>(
    comparison: &mut Comparison<'a>,
    pair: &Pair<'a>,
    (one, old): (&String, &Responses<'a>),
    (other, new): (&String, &Responses<'a>),
) {
    let (Some(old), Some(new)) = (old.at(one), new.at(other)) else {
        return;
    };
    let places = (Spot::At(old.0.at.clone()), Spot::At(new.0.at.clone()));
    let name = operation_name(&pair.new.name());
    if covers(other, one) {
        comparison.report(pair.response(), &SUCCESS_RESPONSE_ADDED, places, || {
            format!(
                "{name} can succeed with {} instead of {one} only",
                shown(other)
            )
        });
        body_changed(comparison, pair, &old.1, (&new.0, &new.1));
    } else if covers(one, other) {
        body_changed(comparison, pair, &old.1, (&new.0, &new.1));
    } else {
        let with = match bodies(&old.1, &new.1) {
            (true, false) => " and a body",
            (false, true) => " and no body",
            _ => "",
        };
        comparison.report(pair.response(), &RESPONSE_STATUS_CHANGED, places, || {
            let (was, is) = (shown(one), shown(other));
            format!("{name} succeeds with {is}{with} instead of {was}")
        });
    }
    compare_response(comparison, pair, &old.1, &new.1);
}

/// A key of responses as a sentence says it.
fn shown(key: &str) -> String {
    match key {
        "DEFAULT" => "any status".to_owned(),
        key => key.to_owned(),
    }
}

/// Whether the responses are without bodies.
fn bodies(old: &Node<'_>, new: &Node<'_>) -> (bool, bool) {
    (
        content::media(old).is_empty(),
        content::media(new).is_empty(),
    )
}

/// Reports that a response has a body or has none any more; `reference` is what refers to the new one, if that stands
/// elsewhere.
fn body_changed(
    comparison: &mut Comparison<'_>,
    pair: &Pair<'_>,
    old: &Node<'_>,
    (reference, new): (&Node<'_>, &Node<'_>),
) {
    let (code, what) = match bodies(old, new) {
        (true, false) => (&RESPONSE_BODY_ADDED, "has a body"),
        (false, true) => (&RESPONSE_BODY_REMOVED, "has no body any more"),
        _ => return,
    };
    // Where both refer to one response, that has changed.
    let named = if old.at == new.at { new } else { reference };
    let places = (Spot::At(old.at.clone()), Spot::At(named.at.clone()));
    comparison.report(pair.response(), code, places, || {
        format!("{} {what}", labelled(named))
    });
}

fn removed(comparison: &mut Comparison<'_>, pair: &Pair<'_>, key: &str, old: &Responses<'_>) {
    let Some((node, _)) = old.at(key) else {
        return;
    };
    let code = if is_success(key, old.has_success) {
        &SUCCESS_RESPONSE_REMOVED
    } else {
        &ERROR_RESPONSE_REMOVED
    };
    let places = (
        Spot::At(node.at.clone()),
        Spot::Missing(pair.new.node.at.clone()),
    );
    comparison.report(pair.response(), code, places, || {
        format!("{} was removed", labelled(node))
    });
}

fn added(comparison: &mut Comparison<'_>, pair: &Pair<'_>, key: &str, new: &Responses<'_>) {
    let Some((node, _)) = new.at(key) else {
        return;
    };
    let code = if is_success(key, new.has_success) {
        &SUCCESS_RESPONSE_ADDED
    } else {
        &ERROR_RESPONSE_ADDED
    };
    let places = (
        Spot::Missing(pair.old.node.at.clone()),
        Spot::At(node.at.clone()),
    );
    comparison.report(pair.response(), code, places, || {
        format!("{} was added", labelled(node))
    });
}

fn compare_response<'a>(
    comparison: &mut Comparison<'a>,
    pair: &Pair<'a>,
    old: &Node<'a>,
    new: &Node<'a>,
) {
    texts::of(comparison, old, new);
    if bodies(old, new) == (false, false) {
        content::compare(comparison, pair.response(), old, new);
    }
    headers::compare(comparison, pair.response(), old, new);
}
