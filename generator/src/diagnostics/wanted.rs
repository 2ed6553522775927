//! The places that are looked for in a text, and the walk that finds them.

use std::collections::BTreeMap;
use std::ops::Range;

use saphyr_parser::{Event, Span};

use super::Pointer;

/// Where a member or element stands in the text.
#[derive(Clone, Debug, Default)]
pub(super) struct TextRanges {
    /// The range of its key; elements of a sequence have none.
    pub(super) key: Option<Range<usize>>,
    /// The range of its value, if something was found at all.
    pub(super) value: Option<Range<usize>>,
}

/// The tree of the pointers that are looked for, with what was found of them.
///
/// All of a document's other values cost nothing, since they have no node here.
pub(super) struct Wanted {
    nodes: Vec<Node>,
}

/// The identity of a node of [`Wanted`].
#[derive(Clone, Copy, Debug)]
pub(super) struct NodeId(usize);

#[derive(Default)]
struct Node {
    children: BTreeMap<String, NodeId>,
    spot: TextRanges,
}

impl Wanted {
    pub(super) const ROOT: NodeId = NodeId(0);

    pub(super) fn new<'a>(pointers: impl Iterator<Item = &'a Pointer>) -> Self {
        let mut wanted = Self {
            nodes: vec![Node::default()],
        };
        for pointer in pointers {
            wanted.add(pointer);
        }
        wanted
    }

    /// Returns the node of `token` below `parent`, if a pointer that is looked for passes there.
    pub(super) fn child(&self, parent: NodeId, token: &str) -> Option<NodeId> {
        self.nodes.get(parent.0)?.children.get(token).copied()
    }

    /// Notes where a node stands. Of several members with one key the last one counts, as it does when reading.
    pub(super) fn found(&mut self, node: NodeId, spot: TextRanges) {
        if let Some(node) = self.nodes.get_mut(node.0) {
            node.spot = spot;
        }
    }

    /// Returns the spot of `pointer` or, where that was not found, of its nearest ancestor.
    /// The flag tells whether it is the pointer's own.
    pub(super) fn spot(&self, pointer: &Pointer) -> (TextRanges, bool) {
        let mut node = Self::ROOT;
        let mut nearest = self.spot_of(node);
        for token in pointer.tokens() {
            match self.child(node, &token) {
                Some(child) if self.spot_of(child).value.is_some() => node = child,
                _ => return (nearest, false),
            }
            nearest = self.spot_of(node);
        }
        (nearest, true)
    }

    /// Returns all ranges found.
    pub(super) fn ranges_mut(&mut self) -> impl Iterator<Item = &mut Range<usize>> {
        self.nodes
            .iter_mut()
            .flat_map(|node| node.spot.key.iter_mut().chain(&mut node.spot.value))
    }

    fn spot_of(&self, node: NodeId) -> TextRanges {
        let node = self.nodes.get(node.0);
        node.map(|node| node.spot.clone()).unwrap_or_default()
    }

    fn add(&mut self, pointer: &Pointer) {
        let mut node = Self::ROOT;
        for token in pointer.tokens() {
            node = self
                .child(node, &token)
                .unwrap_or_else(|| self.grow(node, &token));
        }
    }

    fn grow(&mut self, parent: NodeId, token: &str) -> NodeId {
        let child = NodeId(self.nodes.len());
        self.nodes.push(Node::default());
        if let Some(parent) = self.nodes.get_mut(parent.0) {
            parent.children.insert(token.to_owned(), child);
        }
        child
    }
}

/// Follows the parser's events and notes where the wanted nodes stand, in characters.
///
/// It has a stack of its own: nesting in the text is no nesting of calls.
pub(super) struct Walk {
    wanted: Wanted,
    frames: Vec<Frame>,
}

impl Walk {
    pub(super) fn new(wanted: Wanted) -> Self {
        Self {
            wanted,
            frames: Vec::new(),
        }
    }

    /// Returns what is found so far.
    pub(super) fn wanted(&self) -> &Wanted {
        &self.wanted
    }

    pub(super) fn finish(self) -> Wanted {
        self.wanted
    }

    pub(super) fn event(&mut self, event: &Event<'_>, span: Span) {
        let range = span.start.index()..span.end.index();
        match event {
            Event::Scalar(text, ..) => drop(self.node(Some(text), range, false)),
            Event::Alias(_) => drop(self.node(None, range, false)),
            Event::SequenceStart(..) => self.enter(range, Next::Element(0)),
            Event::MappingStart(..) => self.enter(range, Next::Key),
            Event::SequenceEnd | Event::MappingEnd => drop(self.frames.pop()),
            _ => {}
        }
    }

    fn enter(&mut self, range: Range<usize>, next: Next) {
        let node = match self.node(None, range, true) {
            Role::Key => None,
            Role::Content(node, _) => node,
        };
        self.frames.push(Frame { node, next });
    }

    fn node(&mut self, text: Option<&str>, range: Range<usize>, collection: bool) -> Role {
        let role = self.role(text, &range);
        if let Role::Content(Some(node), key) = &role {
            let by_key = key.clone().filter(|_| collection || range.is_empty());
            let spot = TextRanges {
                key: key.clone(),
                value: Some(by_key.unwrap_or(range)),
            };
            self.wanted.found(*node, spot);
        }
        role
    }

    fn role(&mut self, text: Option<&str>, range: &Range<usize>) -> Role {
        let Some(frame) = self.frames.last_mut() else {
            return Role::Content(Some(Wanted::ROOT), None);
        };
        let child = |token: &str| self.wanted.child(frame.node?, token);
        match std::mem::replace(&mut frame.next, Next::Key) {
            Next::Element(index) => {
                frame.next = Next::Element(index + 1);
                let element = frame.node.and_then(|_| child(&index.to_string()));
                Role::Content(element, None)
            }
            Next::Key => {
                frame.next = Next::Value(text.and_then(child), range.clone());
                Role::Key
            }
            Next::Value(node, key) => Role::Content(node, Some(key)),
        }
    }
}

struct Frame {
    node: Option<NodeId>,
    next: Next,
}

/// What the next node in a collection is.
enum Next {
    Element(usize),
    Key,
    Value(Option<NodeId>, Range<usize>),
}

/// What a node is to the collection around it.
enum Role {
    Key,
    Content(Option<NodeId>, Option<Range<usize>>),
}
