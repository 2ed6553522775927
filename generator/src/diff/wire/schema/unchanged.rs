//! Schemas that are the same in both documents, but for what they refer to.

use super::{Site, relate};
use crate::diff::wire::comparison::Comparison;
use crate::diff::wire::finding::Reach;
use crate::diff::wire::node::Node;
use crate::diff::wire::schema::property::Property;

/// Whether two schemas are written alike; what they refer to is then related. The order of members does not count.
///
/// Schemas that are put together of several are none of these: a change of one part can matter for the whole.
pub(super) fn compare<'a>(
    comparison: &mut Comparison<'a>,
    reach: Reach,
    old: &Site<'a>,
    new: &Site<'a>,
) -> bool {
    let ([old], [new]) = (old.as_slice(), new.as_slice()) else {
        return false;
    };
    if old.value != new.value || is_composed(old) {
        return false;
    }
    descend(comparison, reach, old, new);
    true
}

fn is_composed(node: &Node<'_>) -> bool {
    ["allOf", "oneOf", "anyOf", "$ref"]
        .iter()
        .any(|key| node.get(key).is_some())
}

fn descend<'a>(comparison: &mut Comparison<'a>, reach: Reach, old: &Node<'a>, new: &Node<'a>) {
    for key in ["items", "additionalProperties"] {
        if let (Some(old), Some(new)) = (old.get(key), new.get(key)) {
            enter(comparison, reach, old, new);
        }
    }
    let (Some(old), Some(new)) = (old.get("properties"), new.get("properties")) else {
        return;
    };
    for (name, old) in old.all_members() {
        if let Some(new) = new.get(name) {
            let direction = |node: &Node<'a>| Property::of(node.clone()).direction();
            let direction = direction(&old).or(direction(&new));
            enter(comparison, reach.only(direction), old, new);
        }
    }
}

/// Relates what can refer to something else; scalars cannot.
fn enter<'a>(comparison: &mut Comparison<'a>, reach: Reach, old: Node<'a>, new: Node<'a>) {
    let holds = ["properties", "items", "additionalProperties"];
    if is_composed(&old) || holds.iter().any(|key| old.get(key).is_some()) {
        relate(comparison, reach, vec![old], vec![new]);
    }
}
