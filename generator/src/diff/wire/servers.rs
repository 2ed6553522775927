//! Where the API is (OpenAPI 3.0.3, Server Object).

use super::Spot;
use super::codes::{SERVER_ADDED, SERVER_CHANGED, SERVER_REMOVED};
use super::comparison::Comparison;
use super::finding::Reach;
use super::node::Node;
use super::{texts, words};

/// Compares the servers of two documents.
pub(super) fn compare(comparison: &mut Comparison<'_>, old: &Node<'_>, new: &Node<'_>) {
    compare_lists(
        comparison,
        Reach::WHOLE,
        (old, new),
        (old.get("servers"), new.get("servers")),
    );
}

/// Compares the servers of two operations, where they have others than the API.
pub(super) fn compare_own(
    comparison: &mut Comparison<'_>,
    reach: Reach,
    old: Option<Node<'_>>,
    new: Option<Node<'_>>,
) {
    match (old, new) {
        (Some(old), Some(new)) => {
            compare_lists(
                comparison,
                reach,
                (&old.clone(), &new.clone()),
                (Some(old), Some(new)),
            );
        }
        (Some(old), None) | (None, Some(old)) if is_general(&old) => {}
        (Some(old), None) => {
            let root = Node::root(old.document());
            compare_lists(comparison, reach, (&old.clone(), &root), (Some(old), None));
        }
        (None, Some(new)) => {
            let root = Node::root(new.document());
            compare_lists(comparison, reach, (&root, &new.clone()), (None, Some(new)));
        }
        (None, None) => {}
    }
}

/// Whether the servers in `list` are those of the document.
fn is_general(list: &Node<'_>) -> bool {
    let general = Node::root(list.document()).get("servers");
    let addresses = |list: &Node<'_>| -> Vec<_> { list.elements().iter().map(address).collect() };
    general.is_some_and(|general| addresses(&general) == addresses(list))
}

fn compare_lists(
    comparison: &mut Comparison<'_>,
    reach: Reach,
    (old_holder, new_holder): (&Node<'_>, &Node<'_>),
    lists: (Option<Node<'_>>, Option<Node<'_>>),
) {
    let (mut gone, mut come) = (elements(lists.0), elements(lists.1));
    gone.retain(|old| {
        let position = come.iter().position(|new| address(old) == address(new));
        let counterpart = position.map(|position| come.remove(position));
        if let Some(new) = &counterpart {
            texts::of(comparison, old, new);
        }
        counterpart.is_none()
    });
    let replaced = gone.len().min(come.len());
    for (old, new) in gone.drain(..replaced).zip(come.drain(..replaced)) {
        let is_default = new.at.as_str().ends_with("/0");
        let what = if is_default {
            "the default base URL"
        } else {
            "the server"
        };
        let sentence = format!("{what} {} is {} now", shown(&old), shown(&new));
        let places = (Spot::At(old.at), Spot::At(new.at));
        comparison.report(reach, &SERVER_CHANGED, places, || sentence);
    }
    for old in gone {
        let sentence = format!("the server {} was removed", shown(&old));
        let places = (Spot::At(old.at), Spot::Missing(new_holder.at.clone()));
        comparison.report(reach, &SERVER_REMOVED, places, || sentence);
    }
    for new in come {
        let sentence = format!("the server {} was added", shown(&new));
        let places = (Spot::Missing(old_holder.at.clone()), Spot::At(new.at));
        comparison.report(reach, &SERVER_ADDED, places, || sentence);
    }
}

fn elements(list: Option<Node<'_>>) -> Vec<Node<'_>> {
    list.iter().flat_map(Node::elements).collect()
}

fn shown(server: &Node<'_>) -> String {
    words::code(server.text("url").unwrap_or_default())
}

/// The address with what its variables are by default; a slash at the end makes no difference.
fn address(server: &Node<'_>) -> String {
    let mut address = server
        .text("url")
        .unwrap_or_default()
        .trim_end_matches('/')
        .to_owned();
    let variables = server.get("variables");
    for (name, variable) in variables
        .iter()
        .flat_map(|variables| variables.all_members())
    {
        let default = variable.text("default").unwrap_or_default();
        address = address.replace(&format!("{{{name}}}"), default);
    }
    address
}
