//! The nodes of a document, one after the other.

use std::cell::RefCell;
use std::ops::Deref;

use openapiv3::Operation;
use serde_json::Value;

use super::node::{self, Node};
use super::{Document, reference};
use crate::diagnostics::{Diagnostic, Pointer};

/// A document to look up nodes in: one near a node that was asked for lately is found without the way from the root.
#[derive(Debug)]
pub struct Nodes<'a> {
    document: &'a Document,
    /// Operations lead to components and back all the time, so these have a way of their own.
    ways: RefCell<[Way<'a>; 2]>,
}

impl<'a> Nodes<'a> {
    /// Returns the nodes of `document`.
    #[must_use]
    pub fn new(document: &'a Document) -> Self {
        Self {
            document,
            ways: RefCell::default(),
        }
    }

    /// Returns the node at `at` as it is written.
    pub fn value(&self, at: &Pointer) -> Option<&'a Value> {
        let root = self.document.root();
        let [components, others] = &mut *self.ways.borrow_mut();
        let is_component = at.as_str().starts_with("/components/");
        let way = if is_component { components } else { others };
        way.go(root, at)
    }

    /// Returns the node at `at`, typed, and what is wrong with it. Child nodes that have a place of their own are
    /// references to it, so a fault in one of them is met only when it is asked for.
    pub(crate) fn node<N: Node>(&self, at: &Pointer) -> (Option<N>, Vec<Diagnostic>) {
        node::read(self.value(at), at)
    }

    /// Returns what is wrong with the operation at `at`.
    pub fn faults_of_operation(&self, at: &Pointer) -> Vec<Diagnostic> {
        self.node::<Operation>(at).1
    }

    /// Returns the place of the node that the references at `at`, if any, lead to, and what is wrong with them.
    pub fn resolve(&self, at: &Pointer) -> (Option<Pointer>, Option<Diagnostic>) {
        reference::resolve(self, at)
    }

    /// Returns the place that `node`, if it is a reference, leads to in one step; it stands at `at`, or would stand
    /// there.
    pub fn target(&self, at: &Pointer, node: &Value) -> Option<Pointer> {
        reference::target(self, at, node)
    }
}

impl Deref for Nodes<'_> {
    type Target = Document;

    fn deref(&self) -> &Document {
        self.document
    }
}

/// The way to a node.
#[derive(Debug, Default)]
struct Way<'a> {
    to: Pointer,
    /// The nodes on it below the root, as far as there are any, each with how much of `to` leads to it.
    nodes: Vec<(usize, &'a Value)>,
}

impl<'a> Way<'a> {
    /// Goes to the node at `to`, back from where it is only as far as needed.
    fn go(&mut self, root: &'a Value, to: &Pointer) -> Option<&'a Value> {
        self.turn(to);
        let (start, mut node) = self.nodes.last().copied().unwrap_or((0, root));
        for (end, token) in to.steps(start) {
            node = member(node, &token)?;
            self.nodes.push((end, node));
        }
        Some(node)
    }

    /// Makes this the way to `to`, as far as that was gone already.
    fn turn(&mut self, to: &Pointer) {
        let is = to.as_str().as_bytes();
        let common = common(self.to.as_str().as_bytes(), is);
        let is_on_it = |end: usize| end <= common && is.get(end).is_none_or(|&next| next == b'/');
        while self.nodes.pop_if(|(end, _)| !is_on_it(*end)).is_some() {}
        self.to = to.clone();
    }
}

/// Returns how many bytes at the start of two texts are the same. Those of places near each other are many.
fn common(left: &[u8], right: &[u8]) -> usize {
    const AT_ONCE: usize = 16;
    let blocks = left.chunks_exact(AT_ONCE).zip(right.chunks_exact(AT_ONCE));
    let start = AT_ONCE * blocks.take_while(|(left, right)| left == right).count();
    let bytes = left.iter().zip(right).skip(start);
    start + bytes.take_while(|(left, right)| left == right).count()
}

fn member<'a>(node: &'a Value, token: &str) -> Option<&'a Value> {
    match node {
        Value::Object(members) => members.get(token),
        Value::Array(items) => items.get(token.parse::<usize>().ok()?),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_order_of_questions_makes_no_difference() {
        let root = json!({"a": {"b": [1, {"": 2}], "bc": 3}, "": {"a": 4}, "a/b": {"~": 5}});
        let places = [
            "", "/", "/a", "/a/b", "/a/bc", "/a/b/1", "/a/b/1/", "/a/b/0", "/a/b/2", "/a/b/1/x",
            "//a", "//", "/a~1b", "/a~1b/~0", "/a/b/", "/b", "/a/b/1//",
        ];
        let places = places.map(Pointer::parse);
        let mut way = Way::default();
        for first in &places {
            for second in &places {
                way.go(&root, first);
                let found = way.go(&root, second);
                assert_eq!(
                    found,
                    root.pointer(second.as_str()),
                    "{first}, then {second}"
                );
            }
        }
    }
}
