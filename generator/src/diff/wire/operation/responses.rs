//! Responses of operations (OpenAPI 3.0.3, Responses Object) and their headers.

use std::collections::BTreeMap;

use super::{Pair, content};
use crate::codes::changes::{
    ERROR_RESPONSE_ADDED, ERROR_RESPONSE_REMOVED, RESPONSE_BODY_ADDED, RESPONSE_BODY_REMOVED,
    RESPONSE_HEADER_ADDED, RESPONSE_HEADER_BECAME_OPTIONAL, RESPONSE_HEADER_BECAME_REQUIRED,
    RESPONSE_HEADER_REMOVED, RESPONSE_STATUS_CHANGED, SUCCESS_RESPONSE_ADDED,
    SUCCESS_RESPONSE_REMOVED,
};
use crate::diff::wire::alike::operation_name;
use crate::diff::wire::comparison::{Comparison, Reach};
use crate::diff::wire::label::{label, labelled};
use crate::diff::wire::node::Node;
use crate::diff::wire::schema::{of_deprecation, relate_optional};
use crate::diff::wire::{Presence, texts};
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
                texts::compare(comparison, response, counterpart);
                compare_headers(comparison, pair.response(), response, counterpart);
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
    let places = (
        Presence::At(old.0.at.clone()),
        Presence::At(new.0.at.clone()),
    );
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

/// Returns a key of responses as a sentence says it.
fn shown(key: &str) -> String {
    match key {
        "DEFAULT" => "any status".to_owned(),
        key => key.to_owned(),
    }
}

/// Returns whether the responses are without bodies.
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
    let places = (Presence::At(old.at.clone()), Presence::At(named.at.clone()));
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
        Presence::At(node.at.clone()),
        Presence::Missing(pair.new.node.at.clone()),
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
        Presence::Missing(pair.old.node.at.clone()),
        Presence::At(node.at.clone()),
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
    texts::compare(comparison, old, new);
    if bodies(old, new) == (false, false) {
        content::compare(comparison, pair.response(), old, new);
    }
    compare_headers(comparison, pair.response(), old, new);
}

/// Returns whether a response with this key tells of a success; `default` does where nothing else does.
pub(super) fn is_success(key: &str, has_success: bool) -> bool {
    match key.chars().next() {
        Some('1' | '2' | '3') => true,
        Some('4' | '5') => false,
        _ => !has_success,
    }
}

/// Returns whether all statuses of the key `inner` are among those of the range `range`; `default` stands for every
/// status.
pub(super) fn covers(range: &str, inner: &str) -> bool {
    if range.eq_ignore_ascii_case("default") {
        return true;
    }
    let is_range = range
        .get(1..)
        .is_some_and(|rest| rest.eq_ignore_ascii_case("xx"));
    is_range && range.chars().next() == inner.chars().next()
}

/// Compares the headers of two responses.
pub(super) fn compare_headers<'a>(
    comparison: &mut Comparison<'a>,
    reach: Reach,
    old: &Node<'a>,
    new: &Node<'a>,
) {
    let (before, mut after) = (headers(old), headers(new));
    for (name, node) in before {
        if let Some(counterpart) = after.remove(&name) {
            compare_header(comparison, reach, &node, &counterpart);
            continue;
        }
        let places = (
            Presence::At(node.at.clone()),
            Presence::Missing(new.at.clone()),
        );
        comparison.report(reach, &RESPONSE_HEADER_REMOVED, places, || {
            format!("{} was removed", label(node.document(), &node.at))
        });
    }
    for node in after.into_values() {
        let places = (
            Presence::Missing(old.at.clone()),
            Presence::At(node.at.clone()),
        );
        comparison.report(reach, &RESPONSE_HEADER_ADDED, places, || {
            format!("{} was added", label(node.document(), &node.at))
        });
    }
}

/// Returns the headers by their names in small letters. What is said of `Content-Type` does not count (OpenAPI 3.0.3,
/// Response Object).
fn headers<'a>(response: &Node<'a>) -> BTreeMap<String, Node<'a>> {
    let headers = response.get("headers");
    let members = headers
        .iter()
        .flat_map(super::super::node::Node::all_members);
    members
        .map(|(name, node)| (name.to_lowercase(), node))
        .filter(|(name, _)| name != "content-type")
        .collect()
}

fn compare_header<'a>(
    comparison: &mut Comparison<'a>,
    reach: Reach,
    old: &Node<'a>,
    new: &Node<'a>,
) {
    let (old, new) = (old.resolved(), new.resolved());
    texts::compare(comparison, &old, &new);
    let is = |node: &Node<'_>, flag: &str| node.flag(flag) == Some(true);
    let required = match (is(&old, "required"), is(&new, "required")) {
        (false, true) => Some((&RESPONSE_HEADER_BECAME_REQUIRED, "is always there")),
        (true, false) => Some((&RESPONSE_HEADER_BECAME_OPTIONAL, "can be missing")),
        _ => None,
    };
    let deprecated = of_deprecation((is(&old, "deprecated"), is(&new, "deprecated")));
    for (code, what) in required.into_iter().chain(deprecated) {
        let places = (Presence::At(old.at.clone()), Presence::At(new.at.clone()));
        comparison.report(reach, code, places, || format!("{} {what}", labelled(&new)));
    }
    let schemas = (old.get("schema"), new.get("schema"));
    relate_optional(comparison, reach, schemas, (old.at, new.at));
}
