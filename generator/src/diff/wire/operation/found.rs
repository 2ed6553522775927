//! The operations of a document, which of two documents stand for each other, and how their addresses changed.

use std::collections::BTreeMap;

use crate::diff::wire::node::Node;
use crate::diff::wire::pairing::Paired;
use crate::diff::wire::servers::address;
use crate::diff::wire::words;
use crate::load::Nodes;
use crate::lower::{repaired_path, without_names};

/// The methods that a path item can have (OpenAPI 3.2.0, Path Item Object).
pub(super) const METHODS: &[&str] = &[
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
];

/// An operation and what is around it.
#[derive(Clone, Debug)]
pub(super) struct Found<'a> {
    pub method: &'a str,
    /// The path, repaired as for clients.
    pub path: String,
    /// The path item that holds it.
    pub item: Node<'a>,
    pub node: Node<'a>,
}

/// All operations of the document at `root`.
pub(super) fn discover<'a>(root: &Node<'a>) -> Vec<Found<'a>> {
    let paths = root.get("paths");
    let paths = paths.iter().flat_map(super::super::node::Node::members);
    let nodes = Nodes::new(root.document());
    paths
        .flat_map(|(key, item)| {
            let path = repaired_path(&nodes, key, &item.at);
            of_item(&path.unwrap_or_else(|| key.to_owned()), &item.resolved())
        })
        .collect()
}

/// The operations of a path item.
pub(super) fn of_item<'a>(path: &str, item: &Node<'a>) -> Vec<Found<'a>> {
    let found = METHODS.iter().filter_map(|method| {
        let node = item.get(method)?;
        node.value.is_object().then(|| Found {
            method,
            path: path.to_owned(),
            item: item.clone(),
            node,
        })
    });
    found.collect()
}

impl<'a> Found<'a> {
    /// Its `operationId`.
    pub fn id(&self) -> Option<&'a str> {
        let id = self.node.text("operationId").map(str::trim);
        id.filter(|id| !id.is_empty())
    }

    /// What people call it: its `operationId`, or method and path.
    pub fn name(&self) -> String {
        self.id().map_or_else(
            || format!("{} {}", self.method.to_uppercase(), self.path),
            str::to_owned,
        )
    }

    /// The names in the path template.
    pub fn template(&self) -> Vec<&str> {
        let parts = self.path.split('{').skip(1);
        parts
            .filter_map(|part| part.split_once('}'))
            .map(|(name, _)| name)
            .collect()
    }

    /// Method and path without the names in it: two paths that differ in these only are the same on the wire.
    pub fn address(&self) -> (&'a str, String) {
        (self.method, without_names(&self.path))
    }

    /// The same with the path of the server that requests go to by default: whether a part of the path is there or
    /// here is the same on the wire.
    pub fn whole_address(&self) -> (&'a str, String) {
        let root = Node::root(self.node.document());
        let servers = self.servers().or_else(|| root.get("servers"));
        let first = servers.and_then(|servers| servers.elements().into_iter().next());
        let base = first.map(|server| base_path(&address(&server)));
        let path = base.unwrap_or_default() + &self.path;
        (self.method, without_names(&path))
    }

    /// Its tags.
    pub fn tags(&self) -> Vec<String> {
        let tags = self.node.get("tags");
        let tags = tags.iter().flat_map(Node::elements);
        tags.filter_map(|tag| tag.value.as_str().map(str::to_owned))
            .collect()
    }

    /// Its own servers, or those of its path item.
    pub fn servers(&self) -> Option<Node<'a>> {
        self.node
            .get("servers")
            .or_else(|| self.item.get("servers"))
    }

    /// What it says of security; else the whole document does.
    pub fn security(&self) -> Option<Node<'a>> {
        let root = Node::root(self.node.document());
        self.node.get("security").or_else(|| root.get("security"))
    }
}

/// The path of a URL, which can be relative.
fn base_path(url: &str) -> String {
    let path = match url.split_once("://") {
        Some((_, rest)) => rest.split_once('/').map_or("", |(_, path)| path),
        None => url,
    };
    match path.trim_matches('/') {
        "" => String::new(),
        path => format!("/{path}"),
    }
}

/// Matches operations: those with the same method and path, then those whose paths differ only in the names of
/// parameters, then those whose paths are the same behind the host of the server, then those with the same
/// `operationId`, then those with the same method whose path became another one with those.
pub(super) fn matched<'a>(old: Vec<Found<'a>>, new: Vec<Found<'a>>) -> Paired<Found<'a>> {
    let paired = Paired::new(old, new)
        .by(|found| Some((found.method, found.path.clone())))
        .by(|found| Some(found.address()))
        .by(|found| Some(found.whole_address()))
        .by(Found::id);
    let became: BTreeMap<String, String> = paired
        .pairs
        .iter()
        .map(|(old, new)| (old.path.clone(), new.path.clone()))
        .collect();
    paired.by_either(
        |old| Some((old.method, became.get(&old.path).cloned()?)),
        |new| Some((new.method, new.path.clone())),
    )
}

/// Which part of the method and path another one took the place of.
pub(super) fn moved(old: &Found<'_>, new: &Found<'_>) -> String {
    if old.method != new.method {
        let (was, is) = (old.method.to_uppercase(), new.method.to_uppercase());
        return format!("is {is} {} instead of {was} {}", new.path, old.path);
    }
    let (was, is) = differing(&old.path, &new.path);
    match (was.as_str(), is.as_str()) {
        ("", is) => format!("has {} in its path", words::address(is)),
        (was, "") => format!("does not have {} in its path any more", words::address(was)),
        (was, is) => {
            let (was, is) = (words::address(was), words::address(is));
            format!("has {is} in its path instead of {was}")
        }
    }
}

/// Which names in the path others took the place of.
pub(super) fn renamed(old: &Found<'_>, new: &Found<'_>) -> String {
    let names = old.template().into_iter().zip(new.template());
    let renamed = names.filter(|(was, is)| was != is);
    let renamed: Vec<_> = renamed
        .map(|(was, is)| format!("{} instead of {}", words::code(is), words::code(was)))
        .collect();
    format!("has {} in its path", words::list(&renamed))
}

/// The segments in which two paths differ, without those that they have in common before and after.
fn differing(old: &str, new: &str) -> (String, String) {
    let (mut old, mut new): (Vec<_>, Vec<_>) = (old.split('/').collect(), new.split('/').collect());
    while let (Some(one), Some(other)) = (old.last(), new.last())
        && one == other
    {
        old.pop();
        new.pop();
    }
    let common = old.iter().zip(&new).take_while(|(one, other)| one == other);
    let common = common.count();
    let rest = |segments: &[&str]| {
        let segments = segments.iter().skip(common);
        segments.flat_map(|segment| ["/", segment]).collect()
    };
    (rest(&old), rest(&new))
}

#[cfg(test)]
mod address_tests {
    use super::*;

    #[test]
    fn only_what_differs_is_told() {
        let check = |old, new, was: &str, is: &str| {
            assert_eq!(differing(old, new), (was.to_owned(), is.to_owned()));
        };
        check("/v1/pets", "/v2/pets", "/v1", "/v2");
        check("/pets", "/v2/pets", "", "/v2");
        check("/a/pets/{id}", "/a/cats/{id}", "/pets", "/cats");
        check("/a/a", "/a", "/a", "");
    }
}
