//! Between `load` and the stages that use a document: its operations, their parameters, and which schemas hold at once,
//! read in one way for generating and for comparing.
//!
//! Repairs and omissions are added to the diagnostics that each function receives; a comparison drops them.

mod body_parameters;
mod containers;
mod operations;
mod parameters;
mod subschemas;
mod template;

pub(crate) use body_parameters::{BodyParameters, FormField};
pub(crate) use containers::{items, keys};
pub(crate) use operations::{Operation, of_path_item, operation_id, operations};
pub(crate) use parameters::{Parameter, Parameters, is_reserved_header, is_token};
pub(crate) use subschemas::{Step, Walk, is_null};
pub(crate) use template::{Template, names as template_names, repaired_path, without_names};

use crate::diagnostics::{Diagnostic, Pointer};
use crate::load::Nodes;

/// Returns the target of the references at `at`; a broken one is reported with the note `otherwise`.
pub(crate) fn resolve_or(
    document: &Nodes<'_>,
    at: &Pointer,
    otherwise: &str,
    problems: &mut Vec<Diagnostic>,
) -> Option<Pointer> {
    let (target, problem) = document.resolve(at);
    let problem = problem.map(|problem| match target {
        Some(_) => problem,
        None => problem.with_note(otherwise),
    });
    problems.extend(problem);
    target
}
