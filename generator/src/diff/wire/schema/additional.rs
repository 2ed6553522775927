//! `additionalProperties`.

use super::pair::Pair;
use super::{View, relate_optional};
use crate::diff::wire::codes::{ADDITIONAL_PROPERTIES_ALLOWED, ADDITIONAL_PROPERTIES_FORBIDDEN};
use crate::diff::wire::comparison::Comparison;
use crate::diff::wire::node::Node;

/// What a schema says of properties that it does not list.
enum Additional<'a> {
    Forbidden,
    /// They are as the schema says, if there is one.
    Allowed(Option<Node<'a>>),
}

const KEY: &str = "additionalProperties";

/// Compares what is said of properties that are not listed.
pub(super) fn compare<'a>(comparison: &mut Comparison<'a>, pair: &Pair<'a>) {
    use Additional::{Allowed, Forbidden};
    match (additional(&pair.old), additional(&pair.new)) {
        (Allowed(old), Allowed(new)) => {
            relate_optional(comparison, pair.reach, (old, new), pair.holders());
        }
        (Forbidden, Allowed(_)) => {
            pair.report(comparison, &ADDITIONAL_PROPERTIES_ALLOWED, KEY, || {
                "can have properties that are not listed".to_owned()
            });
        }
        (Allowed(_), Forbidden) => {
            pair.report(comparison, &ADDITIONAL_PROPERTIES_FORBIDDEN, KEY, || {
                "has no properties but those listed".to_owned()
            });
        }
        (Forbidden, Forbidden) => {}
    }
}

fn additional<'a>(view: &View<'a>) -> Additional<'a> {
    let node = view.get(KEY);
    match node.as_ref().map(|node| node.value.as_bool()) {
        Some(Some(false)) => Additional::Forbidden,
        Some(None) => Additional::Allowed(node),
        _ => Additional::Allowed(None),
    }
}
