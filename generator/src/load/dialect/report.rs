//! What an upgrade finds and does.

use std::collections::BTreeMap;

use super::detect::Dialect;
use crate::diagnostics::{Code, Diagnostic, Pointer};
use crate::load::origins::Origins;
use crate::load::trail::Trail;

/// What an upgrade finds and does, in terms of the tree as it is then.
pub(super) struct Report {
    pub(super) dialect: Dialect,
    pub(super) problems: Vec<Diagnostic>,
    pub(super) origins: Origins,
    /// Schemas by the names that they give themselves.
    pub(super) anchors: BTreeMap<String, Pointer>,
}

impl Report {
    /// What an earlier step found and did goes on here.
    pub(super) fn new(dialect: Dialect, origins: Origins, problems: Vec<Diagnostic>) -> Self {
        Self {
            dialect,
            problems,
            origins,
            anchors: BTreeMap::new(),
        }
    }

    /// Notes a problem with the node at `trail`.
    pub(super) fn warn(
        &mut self,
        code: &'static Code,
        trail: &Trail<'_>,
        message: impl Into<String>,
    ) {
        let place = self.origins.of(&trail.pointer());
        self.problems.push(Diagnostic::new(code, place, message));
    }
}
