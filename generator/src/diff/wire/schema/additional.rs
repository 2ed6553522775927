//! `additionalProperties`.

use super::pair::Pair;
use super::{View, relate_optional};
use crate::codes::changes::{
    ADDITIONAL_PROPERTIES_ALLOWED, ADDITIONAL_PROPERTIES_FORBIDDEN, ADDITIONAL_PROPERTIES_REMOVED,
};
use crate::diff::wire::comparison::Comparison;
use crate::diff::wire::node::Node;

/// What a schema says of properties that it does not list.
enum Additional<'a> {
    Forbidden,
    /// They are as the schema says, if there is one.
    Allowed(Option<Node<'a>>),
}

const KEY: &str = "additionalProperties";

/// Says the same of properties that no subschema lists either (JSON Schema 2020-12, section 11.3).
const UNEVALUATED: &str = "unevaluatedProperties";

/// Compares what is said of properties that are not listed.
pub(super) fn compare<'a>(comparison: &mut Comparison<'a>, pair: &Pair<'a>) {
    use Additional::{Allowed, Forbidden};
    match (additional(&pair.old), additional(&pair.new)) {
        (Allowed(old), Allowed(new)) => {
            relate_optional(comparison, pair.reach, (old, new), pair.holders());
        }
        (Forbidden, Allowed(_)) => {
            let key = key(&pair.old);
            pair.report(comparison, &ADDITIONAL_PROPERTIES_ALLOWED, key, || {
                "can have properties that are not listed".to_owned()
            });
        }
        (Allowed(Some(_)), Forbidden) => {
            pair.report(comparison, &ADDITIONAL_PROPERTIES_REMOVED, KEY, || {
                "can no longer have the properties that its `additionalProperties` described"
                    .to_owned()
            });
        }
        (Allowed(None), Forbidden) => {
            let key = key(&pair.new);
            pair.report(comparison, &ADDITIONAL_PROPERTIES_FORBIDDEN, key, || {
                "has no properties but those listed".to_owned()
            });
        }
        (Forbidden, Forbidden) => {}
    }
}

/// Returns the keyword by which a schema speaks of them.
fn key(view: &View<'_>) -> &'static str {
    if view.get(KEY).is_some() {
        KEY
    } else {
        UNEVALUATED
    }
}

/// Returns the schema of properties that are not listed, if there is one that says anything.
pub(super) fn schema<'a>(view: &View<'a>) -> Option<Node<'a>> {
    match additional(view) {
        Additional::Allowed(Some(schema)) => {
            let says = schema
                .value
                .as_object()
                .is_some_and(|members| !members.is_empty());
            says.then_some(schema)
        }
        _ => None,
    }
}

fn additional<'a>(view: &View<'a>) -> Additional<'a> {
    let node = view.get(key(view));
    match node.as_ref().map(|node| node.value.as_bool()) {
        Some(Some(false)) => Additional::Forbidden,
        Some(None) => Additional::Allowed(node),
        _ => Additional::Allowed(None),
    }
}
