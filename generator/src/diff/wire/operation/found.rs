//! The operations of a document, which of two documents stand for each other, and how their addresses changed.

use std::collections::BTreeMap;

use crate::Document;
use crate::catalog::Method;
use crate::diff::wire::node::Node;
use crate::diff::wire::pairing::Paired;
use crate::diff::wire::servers::address;
use crate::diff::wire::words;
use crate::load::Nodes;
use crate::normalize::{self, Operation, Template, without_names};

/// An operation and what is around it.
#[derive(Clone, Debug)]
pub(super) struct Found<'a> {
    pub operation: Operation,
    /// The path item that holds it.
    pub item: Node<'a>,
    pub node: Node<'a>,
    /// The body that its parameters describe, if that is a form.
    pub form: Option<Node<'a>>,
}

/// Returns the operations of a path item outside of the paths, which is called `name`.
pub(super) fn of_item<'a>(name: &str, item: &Node<'a>) -> Vec<Found<'a>> {
    let nodes = Nodes::new(item.document());
    let template = Template::literal(name);
    let at = nodes.resolve(&item.at).0;
    let operations =
        at.map(|at| normalize::of_path_item(&nodes, name, &template, &at, &mut Vec::new()));
    let operations = operations.into_iter().flatten();
    operations
        .filter_map(|operation| Found::new(item.document(), operation))
        .collect()
}

impl<'a> Found<'a> {
    /// Returns an operation of `document`.
    pub fn new(document: &'a Document, operation: Operation) -> Option<Self> {
        Some(Self {
            item: Node::find(document, &operation.item)?,
            node: Node::find(document, &operation.at)?,
            form: None,
            operation,
        })
    }

    /// Returns its `operationId`.
    pub fn id(&self) -> Option<&str> {
        self.operation.id.as_deref()
    }

    pub fn method(&self) -> Method {
        self.operation.method
    }

    /// Returns the path, repaired as for clients.
    pub fn path(&self) -> &str {
        &self.operation.template.path
    }

    /// Returns what people call it: its `operationId`, or method and path.
    pub fn name(&self) -> String {
        self.id().map_or_else(
            || format!("{} {}", self.method(), self.path()),
            str::to_owned,
        )
    }

    /// Returns the names in the path template.
    pub fn template(&self) -> &[String] {
        let names = self.operation.template.names.as_deref();
        names.unwrap_or_default()
    }

    /// Method and path without the names in it: two paths that differ in these only are the same on the wire.
    pub fn address(&self) -> (Method, String) {
        (self.method(), without_names(self.path()))
    }

    /// Returns the same with the path of the server that requests go to by default: whether a part of the path is there
    /// or here is the same on the wire.
    pub fn whole_address(&self) -> (Method, String) {
        let root = Node::root(self.node.document());
        let servers = self.servers().or_else(|| root.get("servers"));
        let first = servers.and_then(|servers| servers.elements().into_iter().next());
        let base = first.map(|server| base_path(&address(&server)));
        let path = base.unwrap_or_default() + self.path();
        (self.method(), without_names(&path))
    }

    /// Returns its tags.
    pub fn tags(&self) -> Vec<String> {
        let tags = self.node.get("tags");
        let tags = tags.iter().flat_map(Node::elements);
        tags.filter_map(|tag| tag.value.as_str().map(str::to_owned))
            .collect()
    }

    /// Returns its own servers, or those of its path item.
    pub fn servers(&self) -> Option<Node<'a>> {
        self.node
            .get("servers")
            .or_else(|| self.item.get("servers"))
    }

    /// Returns its `security`, or else that of the whole document.
    pub fn security(&self) -> Option<Node<'a>> {
        let root = Node::root(self.node.document());
        self.node.get("security").or_else(|| root.get("security"))
    }
}

/// Returns the path of a URL, which can be relative.
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
        .by(|found| Some((found.method(), found.path().to_owned())))
        .by(|found| Some(found.address()))
        .by(|found| Some(found.whole_address()))
        .by(|found| found.id().map(str::to_owned));
    let became: BTreeMap<String, String> = paired
        .pairs
        .iter()
        .map(|(old, new)| (old.path().to_owned(), new.path().to_owned()))
        .collect();
    paired.by_either(
        |old| Some((old.method(), became.get(old.path()).cloned()?)),
        |new| Some((new.method(), new.path().to_owned())),
    )
}

/// Returns which part of the method and path another one took the place of.
pub(super) fn moved(old: &Found<'_>, new: &Found<'_>) -> String {
    let (was, is) = (old.method(), new.method());
    if was != is {
        return format!("is {is} {} instead of {was} {}", new.path(), old.path());
    }
    let (was, is) = differing(old.path(), new.path());
    match (was.as_str(), is.as_str()) {
        ("", is) => format!("has {} in its path", words::address(is)),
        (was, "") => format!("does not have {} in its path any more", words::address(was)),
        (was, is) => {
            let (was, is) = (words::address(was), words::address(is));
            format!("has {is} in its path instead of {was}")
        }
    }
}

/// Returns which names in the path others took the place of.
pub(super) fn renamed(old: &Found<'_>, new: &Found<'_>) -> String {
    let names = old.template().iter().zip(new.template());
    let renamed = names.filter(|(was, is)| was != is);
    let renamed: Vec<_> = renamed
        .map(|(was, is)| format!("{} instead of {}", words::code(is), words::code(was)))
        .collect();
    format!("has {} in its path", words::list(&renamed))
}

/// Returns the segments in which two paths differ, without those that they have in common before and after.
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
