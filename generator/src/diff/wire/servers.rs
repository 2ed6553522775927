//! Where the API is (OpenAPI 3.0.3, Server Object).

use super::comparison::{Comparison, Reach};
use super::node::Node;
use super::pairing::Paired;
use super::{Presence, texts, words};
use crate::codes::changes::{
    DEFAULT_SERVER_CHANGED, SERVER_ADDED, SERVER_CHANGED, SERVER_PATH_CHANGED, SERVER_REMOVED,
};

/// Compares the servers of two documents.
pub(super) fn compare(comparison: &mut Comparison<'_>, old: &Node<'_>, new: &Node<'_>) {
    let lists = (servers(old), servers(new));
    compare_lists(comparison, Reach::WHOLE, (old, new), lists);
}

/// Compares the servers of two operations, `own` of which are not those of the API.
pub(super) fn compare_own<'a>(
    comparison: &mut Comparison<'_>,
    reach: Reach,
    holders: (&Node<'a>, &Node<'a>),
    own: (Option<Node<'a>>, Option<Node<'a>>),
) {
    if own.0.is_none() && own.1.is_none() {
        return;
    }
    let list = |own: Option<Node<'a>>, holder: &Node<'a>| match own {
        Some(list) => list.elements(),
        None => servers(&Node::root(holder.document())),
    };
    let lists = (list(own.0, holders.0), list(own.1, holders.1));
    compare_lists(comparison, reach, holders, lists);
}

fn servers<'a>(root: &Node<'a>) -> Vec<Node<'a>> {
    root.get("servers")
        .iter()
        .flat_map(Node::elements)
        .collect()
}

fn compare_lists(
    comparison: &mut Comparison<'_>,
    reach: Reach,
    holders: (&Node<'_>, &Node<'_>),
    (old, new): (Vec<Node<'_>>, Vec<Node<'_>>),
) {
    let firsts = old.first().cloned().zip(new.first().cloned());
    let paired = Paired::new(old, new).by(|server| Some(address(server)));
    for (old, new) in &paired.pairs {
        texts::compare(comparison, old, new);
        compare_variables(comparison, reach, old, new);
    }
    if let Some((old, new)) = firsts.filter(|firsts| is_swapped(firsts, &paired)) {
        let sentence = replacement(&old, &new);
        let places = (Presence::At(old.at), Presence::At(new.at));
        comparison.report(reach, &DEFAULT_SERVER_CHANGED, places, || sentence);
    }
    let (mut gone, mut come) = (paired.removed, paired.added);
    let replaced = gone.len().min(come.len());
    for (old, new) in gone.drain(..replaced).zip(come.drain(..replaced)) {
        let sentence = replacement(&old, &new);
        let code = if host(&old) == host(&new) && !has_same_path(holders) {
            &SERVER_PATH_CHANGED
        } else {
            &SERVER_CHANGED
        };
        let places = (Presence::At(old.at), Presence::At(new.at));
        comparison.report(reach, code, places, || sentence);
    }
    for old in gone {
        let sentence = format!("the server {} was removed", shown(&old));
        let places = (
            Presence::At(old.at),
            Presence::Missing(holders.1.at.clone()),
        );
        comparison.report(reach, &SERVER_REMOVED, places, || sentence);
    }
    for new in come {
        let sentence = format!("the server {} was added", shown(&new));
        let places = (
            Presence::Missing(holders.0.at.clone()),
            Presence::At(new.at),
        );
        comparison.report(reach, &SERVER_ADDED, places, || sentence);
    }
}

/// Compares the values that the variables of a server can have (OpenAPI 3.0.3, Server Variable Object, `enum`). Each
/// makes it another server.
fn compare_variables(
    comparison: &mut Comparison<'_>,
    reach: Reach,
    old: &Node<'_>,
    new: &Node<'_>,
) {
    let after = variables(new);
    for (name, list) in variables(old) {
        let Some((_, other)) = after.iter().find(|(other, _)| *other == name) else {
            continue;
        };
        let (was, is) = (list.elements(), other.elements());
        let missing_in = |value: &&Node<'_>, others: &[Node<'_>]| {
            others.iter().all(|other| other.value != value.value)
        };
        for value in was.iter().filter(|value| missing_in(value, &is)) {
            let places = (
                Presence::At(value.at.clone()),
                Presence::Missing(other.at.clone()),
            );
            comparison.report(reach, &SERVER_REMOVED, places, || {
                let (value, name) = (words::value(value.value), words::code(name));
                format!(
                    "the server {} has no {value} as {name} any more",
                    shown(new)
                )
            });
        }
        for value in is.iter().filter(|value| missing_in(value, &was)) {
            let places = (
                Presence::Missing(list.at.clone()),
                Presence::At(value.at.clone()),
            );
            comparison.report(reach, &SERVER_ADDED, places, || {
                let (value, name) = (words::value(value.value), words::code(name));
                format!("the server {} can have {value} as {name}", shown(new))
            });
        }
    }
}

/// Returns the variables of a server that list their values, with these lists.
fn variables<'a>(server: &Node<'a>) -> Vec<(&'a str, Node<'a>)> {
    let variables = server.get("variables");
    let variables = variables.iter().flat_map(Node::all_members);
    let listed = variables.filter_map(|(name, variable)| Some((name, variable.get("enum")?)));
    listed.collect()
}

/// Returns whether an operation has the same path beside both servers: its address is another one.
fn has_same_path((old, new): (&Node<'_>, &Node<'_>)) -> bool {
    match (old.get("paths"), new.get("paths")) {
        (Some(old), Some(new)) => {
            let mut paths = old.all_members().into_iter();
            paths.any(|(path, _)| new.get(path).is_some())
        }
        _ => old.at == new.at,
    }
}

/// Returns whether the first servers are others, and both are in both documents.
fn is_swapped((old, new): &(Node<'_>, Node<'_>), paired: &Paired<Node<'_>>) -> bool {
    let are_kept = |old: &Node<'_>, new: &Node<'_>| {
        let pairs = &paired.pairs;
        pairs.iter().any(|pair| pair.0.at == old.at) && pairs.iter().any(|pair| pair.1.at == new.at)
    };
    address(old) != address(new) && are_kept(old, new)
}

/// Clients send to the first server unless they are told otherwise.
fn replacement(old: &Node<'_>, new: &Node<'_>) -> String {
    let is_default = new.at.as_str().ends_with("/0");
    let what = if is_default {
        "the default base URL"
    } else {
        "the server"
    };
    let (was, is) = (shown(old), shown(new));
    if was == is {
        // The variables have other defaults.
        let (was, is) = (words::address(&address(old)), words::address(&address(new)));
        return format!("{what} {was} is {is} now");
    }
    format!("{what} {was} is {is} now")
}

/// Returns the address without its path; nothing for a relative one.
fn host(server: &Node<'_>) -> Option<String> {
    let address = address(server);
    let (scheme, rest) = address.split_once("://")?;
    let host = rest.split('/').next().unwrap_or_default();
    Some(format!("{scheme}://{host}"))
}

fn shown(server: &Node<'_>) -> String {
    words::address(server.text("url").unwrap_or_default())
}

/// Returns the address with what its variables are by default; a slash at the end makes no difference.
pub(super) fn address(server: &Node<'_>) -> String {
    let mut address = server
        .text("url")
        .unwrap_or_default()
        .trim_end_matches('/')
        .to_owned();
    let variables = server.get("variables");
    for (name, variable) in variables.iter().flat_map(super::node::Node::all_members) {
        let default = variable.text("default").unwrap_or_default();
        address = address.replace(&format!("{{{name}}}"), default);
    }
    address
}
