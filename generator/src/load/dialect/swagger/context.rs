//! What the upgrade knows so far.

use hashbrown::HashMap;

use serde_json::{Map, Value};

use super::media_types::{MediaType, take_media_types};
use super::shared::{Shared, SharedResponse};
use crate::codes::swagger::MEMBER_INVALID;
use crate::diagnostics::{Code, Diagnostic, Place, Pointer};
use crate::load::origins::Origins;

/// A node that moves: where the text has it, and where OpenAPI 3.0 does.
#[derive(Clone, Debug)]
pub(super) struct MovedNode {
    pub old: Pointer,
    pub new: Pointer,
}

impl MovedNode {
    /// Returns a node that stays where it is.
    pub fn still(at: Pointer) -> Self {
        Self {
            old: at.clone(),
            new: at,
        }
    }

    /// Returns a member of the node that keeps its key.
    pub fn child(&self, key: &str) -> Self {
        Self {
            old: self.old.child(key),
            new: self.new.child(key),
        }
    }

    /// Returns the node at `new` below this one, which the text has at the member `old`.
    pub fn to(&self, old: &str, new: Pointer) -> Self {
        Self {
            old: self.old.child(old),
            new,
        }
    }
}

/// A node that was taken from its place.
#[derive(Clone, Debug)]
pub(super) struct Taken {
    pub value: Value,
    pub old: Pointer,
}

/// What the upgrade knows so far.
pub(super) struct Context<'a> {
    origins: &'a mut Origins,
    problems: &'a mut Vec<Diagnostic>,
    /// Parameters that are referred to and become bodies, by the reference.
    pub shared: HashMap<String, Shared>,
    /// Responses that have a schema, by the reference to them.
    pub responses: HashMap<String, SharedResponse>,
    /// What operations take that do not say it themselves.
    pub consumes: Option<Vec<MediaType>>,
    /// What operations answer with that do not say it themselves.
    pub produces: Option<Vec<MediaType>>,
    /// How the first server is spoken to, where the document says it.
    pub scheme: Option<String>,
}

impl<'a> Context<'a> {
    pub fn new(
        origins: &'a mut Origins,
        problems: &'a mut Vec<Diagnostic>,
        shared: HashMap<String, Shared>,
        responses: HashMap<String, SharedResponse>,
    ) -> Self {
        Self {
            origins,
            problems,
            shared,
            responses,
            consumes: None,
            produces: None,
            scheme: None,
        }
    }

    /// Takes `consumes` and `produces` of the whole document.
    pub fn read_media_types(&mut self, members: &mut Map<String, Value>) {
        let root = Pointer::root();
        self.consumes = take_media_types(self, members, "consumes", &root);
        self.produces = take_media_types(self, members, "produces", &root);
    }

    /// Notes that a node moved.
    pub fn moved(&mut self, spot: &MovedNode) {
        self.origins.came(spot.new.clone(), spot.old.clone());
    }

    /// Notes a problem with what the text has at `old`.
    pub fn report(&mut self, code: &'static Code, message: impl Into<String>, old: &Pointer) {
        self.problems
            .push(Diagnostic::new(code, Place::Pointer(old.clone()), message));
    }

    /// Notes a problem with what the text has at `old`, with what the client does instead.
    pub fn report_with_note(
        &mut self,
        code: &'static Code,
        message: impl Into<String>,
        note: impl Into<String>,
        old: &Pointer,
    ) {
        let problem = Diagnostic::new(code, Place::Pointer(old.clone()), message);
        self.problems.push(problem.with_note(note));
    }

    /// Returns the value as an object; anything else is left out with a warning.
    pub fn object(&mut self, value: Value, old: &Pointer) -> Option<Map<String, Value>> {
        match value {
            Value::Object(members) => Some(members),
            _ => {
                let key = old.tokens().last().unwrap_or_default();
                let message = format!("expected an object as `{key}`");
                self.report(&MEMBER_INVALID, message, old);
                None
            }
        }
    }
}
