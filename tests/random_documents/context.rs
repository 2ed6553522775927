//! What is known while a document is made.

use std::collections::BTreeSet;

use super::choices::Choices;
use super::texts;

/// A version of the format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialect {
    OpenApi30,
    OpenApi31,
    Swagger2,
}

/// Choices, and what they have led to so far.
pub(super) struct Context<'a> {
    pub(super) choices: Choices<'a>,
    pub(super) dialect: Dialect,
    /// How many schemas are around the one that is being made.
    pub(super) depth: usize,
    pub(super) components: Components,
    pub(super) operation_ids: BTreeSet<String>,
}

/// Names that can be referred to.
pub(super) struct Components {
    pub(super) schemas: Vec<String>,
    pub(super) parameters: Vec<String>,
    pub(super) bodies: Vec<String>,
    pub(super) responses: Vec<String>,
    pub(super) security: Vec<String>,
}

impl<'a> Context<'a> {
    pub(super) fn new(mut choices: Choices<'a>, dialect: Dialect) -> Self {
        let components = Components {
            schemas: texts::names(&mut choices, 8),
            parameters: texts::names(&mut choices, 3),
            bodies: texts::names(&mut choices, 3),
            responses: texts::names(&mut choices, 3),
            security: texts::names(&mut choices, 3),
        };
        Self {
            choices,
            dialect,
            depth: 0,
            components,
            operation_ids: BTreeSet::new(),
        }
    }
}
