//! Headers of responses.

use std::collections::BTreeMap;

use crate::diff::wire::Spot;
use crate::diff::wire::codes::{
    RESPONSE_HEADER_ADDED, RESPONSE_HEADER_BECAME_OPTIONAL, RESPONSE_HEADER_BECAME_REQUIRED,
    RESPONSE_HEADER_REMOVED,
};
use crate::diff::wire::comparison::Comparison;
use crate::diff::wire::finding::Reach;
use crate::diff::wire::label::{label, labelled};
use crate::diff::wire::node::Node;
use crate::diff::wire::schema::{of_deprecation, relate_optional};
use crate::diff::wire::texts;

/// Compares the headers of two responses.
pub(super) fn compare<'a>(
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
        let places = (Spot::At(node.at.clone()), Spot::Missing(new.at.clone()));
        comparison.report(reach, &RESPONSE_HEADER_REMOVED, places, || {
            format!("{} was removed", label(node.document(), &node.at))
        });
    }
    for node in after.into_values() {
        let places = (Spot::Missing(old.at.clone()), Spot::At(node.at.clone()));
        comparison.report(reach, &RESPONSE_HEADER_ADDED, places, || {
            format!("{} was added", label(node.document(), &node.at))
        });
    }
}

/// The headers by their names in small letters. What is said of `Content-Type` does not count (OpenAPI 3.0.3, Response
/// Object).
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
    texts::of(comparison, &old, &new);
    let is = |node: &Node<'_>, flag: &str| node.flag(flag) == Some(true);
    let required = match (is(&old, "required"), is(&new, "required")) {
        (false, true) => Some((&RESPONSE_HEADER_BECAME_REQUIRED, "is always there")),
        (true, false) => Some((&RESPONSE_HEADER_BECAME_OPTIONAL, "can be missing")),
        _ => None,
    };
    let deprecated = of_deprecation((is(&old, "deprecated"), is(&new, "deprecated")));
    for (code, what) in required.into_iter().chain(deprecated) {
        let places = (Spot::At(old.at.clone()), Spot::At(new.at.clone()));
        comparison.report(reach, code, places, || format!("{} {what}", labelled(&new)));
    }
    let schemas = (old.get("schema"), new.get("schema"));
    relate_optional(comparison, reach, schemas, (old.at, new.at));
}
