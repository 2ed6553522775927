//! Arrays and objects of the document that may have another type.

use super::context::Context;
use crate::diagnostics::Pointer;
use crate::normalize;

/// Returns the keys of the object at `at`, as [`normalize::keys`] reads them.
pub(super) fn keys<'a>(context: &mut Context<'a>, at: &Pointer, name: &str) -> Vec<&'a str> {
    normalize::keys(context.document, at, name, &mut context.problems)
}

/// Returns the places of the items of the list at `at`, as [`normalize::items`] reads them.
pub(super) fn items(context: &mut Context<'_>, at: &Pointer, name: &str) -> Vec<Pointer> {
    normalize::items(context.document, at, name, &mut context.problems)
}
