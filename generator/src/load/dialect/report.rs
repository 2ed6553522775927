//! What an upgrade finds and does, and what it reports.

use super::detect::Dialect;
use super::dynamic::Dynamic;
use crate::diagnostics::{Code, Diagnostic, Pointer};
use crate::load::origins::Origins;
use crate::load::schema_names::SchemaNames;
use crate::load::trail::Trail;
use std::collections::BTreeSet;

/// What an upgrade finds and does, in terms of the tree as it is then.
pub(super) struct Report {
    pub(super) dialect: Dialect,
    pub(super) problems: Vec<Diagnostic>,
    pub(super) origins: Origins,
    /// Schemas by the names that they give themselves.
    pub(super) names: SchemaNames,
    /// References that depend on where evaluation began.
    pub(super) dynamic: Dynamic,
    /// Schemas that refer to what may be no schema.
    pub(super) misreferred: BTreeSet<Pointer>,
}

impl Report {
    /// Returns what an earlier step found and did goes on here.
    pub(super) fn new(dialect: Dialect, origins: Origins, problems: Vec<Diagnostic>) -> Self {
        Self {
            dialect,
            problems,
            origins,
            names: SchemaNames::default(),
            dynamic: Dynamic::default(),
            misreferred: BTreeSet::new(),
        }
    }

    /// Notes a problem with the node at `trail`.
    pub(super) fn warn(
        &mut self,
        code: &'static Code,
        trail: &Trail<'_>,
        message: impl Into<String>,
    ) {
        let place = self.origins.original(&trail.pointer());
        self.problems.push(Diagnostic::new(code, place, message));
    }

    /// Notes a problem with the node at `trail`, with what the client does instead.
    pub(super) fn warn_with_note(
        &mut self,
        code: &'static Code,
        trail: &Trail<'_>,
        message: impl Into<String>,
        note: impl Into<String>,
    ) {
        let place = self.origins.original(&trail.pointer());
        let problem = Diagnostic::new(code, place, message);
        self.problems.push(problem.with_note(note));
    }
}
