//! What an operation is called and where it is.

use std::collections::BTreeSet;

use super::{Pair, found};
use crate::codes::changes::{
    ChangeCode, OPERATION_MOVED, OPERATION_RENAMED, PATH_PARAMETER_RENAMED, TAGS_CHANGED,
};
use crate::diff::wire::alike::{either, operation};
use crate::diff::wire::comparison::Comparison;
use crate::diff::wire::label::label;
use crate::diff::wire::node::Node;
use crate::diff::wire::schema::of_deprecation;
use crate::diff::wire::{Presence, words};

/// Compares names, path, tags and deprecation.
pub(super) fn compare(comparison: &mut Comparison<'_>, pair: &Pair<'_>) {
    let name = label(pair.new.node.document(), &pair.new.node.at);
    // That an operation is deprecated is told of each, as that it is removed.
    let deprecated = |node: &Node<'_>| node.flag("deprecated") == Some(true);
    let flags = (deprecated(&pair.old.node), deprecated(&pair.new.node));
    let deprecation = of_deprecation(flags).map(|(code, what)| (code, "", what.to_owned()));
    report(comparison, pair, &name, deprecation);
    let name = operation(&name);
    for compare in [of_path, of_name, of_tags] {
        report(comparison, pair, &name, compare(pair));
    }
}

/// The kind of a change, the member that changed, and what it is.
type Change = Option<(&'static ChangeCode, &'static str, String)>;

fn report(comparison: &mut Comparison<'_>, pair: &Pair<'_>, name: &str, change: Change) {
    if let Some((code, key, what)) = change {
        let places = (spot(&pair.old.node, key), spot(&pair.new.node, key));
        comparison.report(pair.both(), code, places, || format!("{name} {what}"));
    }
}

fn of_path(pair: &Pair<'_>) -> Change {
    let (old, new) = (&pair.old, &pair.new);
    if pair.is_moved() {
        let shown = |found: &super::Found<'_>| {
            words::address(&format!("{} {}", found.method(), found.path()))
        };
        let what = format!("is {} instead of {}", shown(new), shown(old));
        return Some((&OPERATION_MOVED, "", either(&what, &found::moved(old, new))));
    }
    (old.path() != new.path() && old.address() == new.address()).then(|| {
        let (was, is) = (words::address(old.path()), words::address(new.path()));
        let what = format!("has the path {is} instead of {was}");
        let what = either(&what, &found::renamed(old, new));
        (&PATH_PARAMETER_RENAMED, "", what)
    })
}

fn of_name(pair: &Pair<'_>) -> Change {
    let key = renamed(pair)?;
    let what = match (pair.old.id(), pair.new.id()) {
        (None, Some(_)) => "had no `operationId` before".to_owned(),
        (Some(old), None) => format!(
            "has no `operationId` any more; it was {}",
            words::address(old)
        ),
        _ => format!("was called {} before", words::address(&pair.old.name())),
    };
    Some((&OPERATION_RENAMED, key, what))
}

fn of_tags(pair: &Pair<'_>) -> Change {
    let (old, new) = (tags(&pair.old.node), tags(&pair.new.node));
    (old != new).then(|| {
        let what = format!("has {} instead of {}", shown(&new), shown(&old));
        (&TAGS_CHANGED, "tags", what)
    })
}

/// Returns the member that makes an operation's name another. One that has no `operationId` is named after its path.
fn renamed(pair: &Pair<'_>) -> Option<&'static str> {
    match (pair.old.id(), pair.new.id()) {
        (None, None) => (pair.old.address() != pair.new.address()).then_some(""),
        (old, new) => (old != new).then_some("operationId"),
    }
}

fn spot(node: &Node<'_>, key: &str) -> Presence {
    if key.is_empty() {
        return Presence::At(node.at.clone());
    }
    let member = node.get(key).map(|member| Presence::At(member.at));
    member.unwrap_or_else(|| Presence::Missing(node.at.clone()))
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
