//! What an operation is called and where it is.

use std::collections::BTreeSet;

use super::Pair;
use crate::diff::wire::Spot;
use crate::diff::wire::codes::{
    ChangeCode, OPERATION_MOVED, OPERATION_RENAMED, PATH_PARAMETER_RENAMED, TAGS_CHANGED,
};
use crate::diff::wire::comparison::Comparison;
use crate::diff::wire::label::label;
use crate::diff::wire::node::Node;
use crate::diff::wire::schema::of_deprecation;
use crate::diff::wire::words;

/// Compares names, path, tags and deprecation.
pub(super) fn compare(comparison: &mut Comparison<'_>, pair: &Pair<'_>) {
    let name = label(pair.new.node.document(), &pair.new.node.at);
    let mut report = |code: &'static ChangeCode, key: &str, what: String| {
        let places = (spot(&pair.old.node, key), spot(&pair.new.node, key));
        comparison.report(pair.both(), code, places, || format!("{name} {what}"));
    };
    if pair.is_moved() {
        let shown = |found: &super::Found<'_>| {
            words::code(&format!("{} {}", found.method.to_uppercase(), found.path))
        };
        let what = format!("is {} instead of {}", shown(&pair.new), shown(&pair.old));
        report(&OPERATION_MOVED, "", what);
    } else if pair.old.path != pair.new.path && pair.old.address() == pair.new.address() {
        let (old, new) = (words::code(pair.old.path), words::code(pair.new.path));
        let what = format!("has the path {new} instead of {old}");
        report(&PATH_PARAMETER_RENAMED, "", what);
    }
    if let Some(key) = renamed(pair) {
        let what = format!("was called {} before", words::code(&pair.old.name()));
        report(&OPERATION_RENAMED, key, what);
    }
    let (old, new) = (tags(&pair.old.node), tags(&pair.new.node));
    if old != new {
        let what = format!("has {} instead of {}", shown(&new), shown(&old));
        report(&TAGS_CHANGED, "tags", what);
    }
    let deprecated = |node: &Node<'_>| node.flag("deprecated") == Some(true);
    let flags = (deprecated(&pair.old.node), deprecated(&pair.new.node));
    if let Some((code, what)) = of_deprecation(flags) {
        report(code, "", what.to_owned());
    }
}

/// The member that makes an operation's name another. One that has no `operationId` is named after its path.
fn renamed(pair: &Pair<'_>) -> Option<&'static str> {
    match (pair.old.id(), pair.new.id()) {
        (None, None) => (pair.old.address() != pair.new.address()).then_some(""),
        (old, new) => (old != new).then_some("operationId"),
    }
}

fn spot(node: &Node<'_>, key: &str) -> Spot {
    if key.is_empty() {
        return Spot::At(node.at.clone());
    }
    let member = node.get(key).map(|member| Spot::At(member.at));
    member.unwrap_or_else(|| Spot::Missing(node.at.clone()))
}

fn tags<'a>(node: &Node<'a>) -> BTreeSet<&'a str> {
    let tags = node.get("tags");
    let tags = tags.iter().flat_map(super::super::node::Node::elements);
    tags.filter_map(|tag| tag.value.as_str()).collect()
}

fn shown(tags: &BTreeSet<&str>) -> String {
    let names: Vec<_> = tags.iter().map(|tag| words::code(tag)).collect();
    match names.len() {
        0 => "no tag".to_owned(),
        1 => format!("the tag {}", words::list(&names)),
        _ => format!("the tags {}", words::list(&names)),
    }
}
