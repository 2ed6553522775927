use std::ops::Range;

use saphyr_parser::{Event, Span};

use super::wanted::{NodeId, Spot, Wanted};

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

    /// What is found so far.
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
            let spot = Spot {
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
