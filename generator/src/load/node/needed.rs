//! Members without which `openapiv3` reads no node.

use serde_json::{Map, Value};

/// A member that a node has to have.
#[derive(Clone, Copy)]
pub(crate) struct Needed {
    pub(super) key: &'static str,
    /// What stands for it.
    pub(super) stand: Stand,
    /// A member that does as well.
    pub(super) or: Option<&'static str>,
}

/// What stands for a member that is missing.
#[derive(Clone, Copy)]
pub(super) enum Stand {
    /// Nothing: without it there is no node. The text holds its place while the node is read.
    Essential(&'static str),
    /// An empty text.
    Text,
    /// An empty object.
    Object,
}

impl Needed {
    const fn new(key: &'static str, stand: Stand) -> Self {
        Self {
            key,
            stand,
            or: None,
        }
    }

    pub(super) fn placeholder(&self) -> Value {
        match self.stand {
            Stand::Essential(text) => Value::String(text.to_owned()),
            Stand::Text => Value::String(String::new()),
            Stand::Object => Value::Object(Map::new()),
        }
    }
}

pub(super) const NOTHING: &[Needed] = &[];
pub(super) const OF_OPERATION: &[Needed] = &[Needed::new("responses", Stand::Object)];
pub(super) const OF_PARAMETER: &[Needed] = &[
    Needed::new("in", Stand::Essential("query")),
    Needed::new("name", Stand::Essential("name")),
    Needed {
        or: Some("schema"),
        ..Needed::new("content", Stand::Object)
    },
];
pub(super) const OF_REQUEST_BODY: &[Needed] = &[Needed::new("content", Stand::Object)];
pub(super) const OF_RESPONSE: &[Needed] = &[Needed::new("description", Stand::Text)];
