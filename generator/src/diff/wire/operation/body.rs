//! Request bodies.

use super::{Found, Pair, content};
use crate::codes::changes::{
    ChangeCode, REQUEST_BODY_ADDED, REQUEST_BODY_BECAME_OPTIONAL, REQUEST_BODY_BECAME_REQUIRED,
    REQUEST_BODY_REMOVED, REQUIRED_REQUEST_BODY_ADDED,
};
use crate::diff::wire::alike::operation_name;
use crate::diff::wire::comparison::Comparison;
use crate::diff::wire::label::labelled;
use crate::diff::wire::node::Node;
use crate::diff::wire::{Presence, texts};
use crate::normalize::BodyParameters;

/// Compares the request bodies of two operations.
pub(super) fn compare<'a>(comparison: &mut Comparison<'a>, pair: &Pair<'a>) {
    let body = |found: &Found<'a>| {
        let body = found.node.get("requestBody").map(|body| body.resolved());
        body.or_else(|| parameters_as_body(found))
    };
    match (body(&pair.old), body(&pair.new)) {
        (Some(old), Some(new)) => compare_bodies(comparison, pair, &old, &new),
        (Some(old), None) => {
            let places = (
                Presence::At(old.at),
                Presence::Missing(pair.new.node.at.clone()),
            );
            report(
                comparison,
                pair,
                &REQUEST_BODY_REMOVED,
                places,
                "was removed",
            );
        }
        (None, Some(new)) => {
            let (code, what) = if is_required(&new) {
                (&REQUIRED_REQUEST_BODY_ADDED, "was added and is required")
            } else {
                (&REQUEST_BODY_ADDED, "was added")
            };
            let places = (
                Presence::Missing(pair.old.node.at.clone()),
                Presence::At(new.at),
            );
            report(comparison, pair, code, places, what);
        }
        (None, None) => {}
    }
}

/// Returns a body that is described by parameters, as Swagger 2.0 has it.
fn parameters_as_body<'a>(found: &Found<'a>) -> Option<Node<'a>> {
    match &found.operation.parameters.body {
        BodyParameters::Whole(at) => Node::find(found.node.document(), at),
        BodyParameters::Form(_) => found.form.clone(),
        BodyParameters::None => None,
    }
}

fn report(
    comparison: &mut Comparison<'_>,
    pair: &Pair<'_>,
    code: &'static ChangeCode,
    places: (Presence, Presence),
    what: &str,
) {
    comparison.report(pair.request(), code, places, || {
        format!(
            "the request body of {} {what}",
            operation_name(&pair.new.name())
        )
    });
}

fn compare_bodies<'a>(
    comparison: &mut Comparison<'a>,
    pair: &Pair<'a>,
    old: &Node<'a>,
    new: &Node<'a>,
) {
    texts::compare(comparison, old, new);
    let change = match (is_required(old), is_required(new)) {
        (false, true) => Some((&REQUEST_BODY_BECAME_REQUIRED, "became required")),
        (true, false) => Some((&REQUEST_BODY_BECAME_OPTIONAL, "became optional")),
        _ => None,
    };
    if let Some((code, what)) = change {
        let places = (Presence::At(old.at.clone()), Presence::At(new.at.clone()));
        comparison.report(pair.request(), code, places, || {
            format!("{} {what}", labelled(new))
        });
    }
    content::compare(comparison, pair.request(), old, new);
}

fn is_required(body: &Node<'_>) -> bool {
    body.flag("required") == Some(true)
}
