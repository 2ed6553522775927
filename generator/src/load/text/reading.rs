use std::cell::{Cell, RefCell};

use serde::de::Error;

use crate::diagnostics::{Code, Diagnostic, Place};

use super::decode::Limits;
use crate::codes::text::{TOO_DEEP, TOO_LARGE, TOO_MANY_NODES};
use crate::load::trail::Trail;

/// How many bytes the keys may have that lead to one value.
const MAX_PATH: usize = 1 << 18;

/// Which of a text's notations is being read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Notation {
    Json,
    Yaml,
}

/// What is shared by all values of one text while it is read: the budget, and what was found.
pub(super) struct Reading {
    pub(super) notation: Notation,
    limits: Limits,
    nodes: Cell<usize>,
    bytes: Cell<usize>,
    problems: RefCell<Vec<Diagnostic>>,
    refused: Cell<bool>,
}

/// A limit is exceeded; the diagnostic is with the [`Reading`].
pub(super) struct Exceeded;

impl Reading {
    pub(super) fn new(notation: Notation, limits: &Limits) -> Self {
        Self {
            notation,
            limits: *limits,
            nodes: Cell::new(limits.nodes),
            bytes: Cell::new(limits.bytes),
            problems: RefCell::default(),
            refused: Cell::new(false),
        }
    }

    pub(super) fn report(&self, code: &'static Code, place: impl Into<Place>, message: String) {
        let problem = Diagnostic::new(code, place, message);
        self.problems.borrow_mut().push(problem);
    }

    /// Returns what the limits allow for another text.
    pub(super) fn left(&self, text: &str) -> Limits {
        let beside = self.limits.bytes.saturating_sub(text.len());
        Limits {
            bytes: self.bytes.get().min(beside),
            nodes: self.nodes.get(),
            ..self.limits
        }
    }

    /// Everything found, and whether a limit made an end of reading.
    pub(super) fn finish(self) -> (Vec<Diagnostic>, bool) {
        (self.problems.into_inner(), self.refused.get())
    }

    pub(super) fn spend_node(&self, trail: &Trail<'_>) -> Result<(), Exceeded> {
        match self.nodes.get().checked_sub(1) {
            Some(left) => self.nodes.set(left),
            None => return Err(self.refuse(&TOO_MANY_NODES, trail, self.limits.nodes, "values")),
        }
        Ok(())
    }

    pub(super) fn spend_bytes(&self, text: &str, trail: &Trail<'_>) -> Result<(), Exceeded> {
        match self.bytes.get().checked_sub(text.len()) {
            Some(left) => self.bytes.set(left),
            None => return Err(self.refuse(&TOO_LARGE, trail, self.limits.bytes, "bytes of text")),
        }
        Ok(())
    }

    /// Allows one more level of nesting around the values at `depth`.
    pub(super) fn descend(&self, depth: usize, trail: &Trail<'_>) -> Result<usize, Exceeded> {
        let most = self.limits.depth.min(Limits::MAX_DEPTH);
        if depth < most {
            return Ok(depth + 1);
        }
        Err(self.refuse(&TOO_DEEP, trail, most, "levels of nesting"))
    }

    /// Returns the bytes of the keys on the way to a value, with one more `key`: every place in it has them in its
    /// pointer.
    pub(super) fn lengthen(
        &self,
        way: usize,
        key: &str,
        trail: &Trail<'_>,
    ) -> Result<usize, Exceeded> {
        let way = way.saturating_add(key.len());
        if way <= MAX_PATH {
            return Ok(way);
        }
        let what = "bytes in the keys that lead to one value";
        Err(self.refuse(&TOO_LARGE, trail, MAX_PATH, what))
    }

    fn refuse(&self, code: &'static Code, trail: &Trail<'_>, most: usize, what: &str) -> Exceeded {
        let message = format!("the document has more than {most} {what}");
        self.report(code, trail.pointer(), message);
        self.refused.set(true);
        Exceeded
    }
}

/// Ends the parser's work; what the user gets to read is the diagnostic in [`Reading`].
pub(super) fn stop<E: Error>(Exceeded: Exceeded) -> E {
    E::custom("limit exceeded")
}
