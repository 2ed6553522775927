//! Second stage: the document becomes the [intermediate representation](crate::ir).
//!
//! Every name, type, requiredness and media type is decided here.

mod alternative_names;
mod api;
mod context;
mod envelopes;
mod mentions;
mod operation;
mod place_names;
mod schema;
mod servers;
mod shapes;
mod type_places;
mod webhooks;

pub(crate) use operation::is_bodiless;

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostic, Pointer};
use crate::ir::{Api, OperationModule, TypeRef};
use crate::load::{Document, Nodes};
use crate::names::Identifier;
use crate::settings::{NameSettings, Settings};
use context::Context;

/// Lowers a document. What could not be expressed as written is in the diagnostics.
///
/// Of the settings, [`unwrapped`](Settings::unwrapped) and [`names`](Settings::names) count.
pub(crate) fn lower(document: &Document, settings: &Settings) -> (Api, Vec<Diagnostic>) {
    let nodes = Nodes::new(document);
    let (mut context, operations) = build(&nodes, &settings.unwrapped, &settings.names);
    envelopes::report_unmatched(&mut context);
    let (mut api, problems) = api::assemble(context, operations);
    mentions::rename(&mut api);
    (api, problems)
}

/// Returns the types of a document's schemas, by the places in the text of those that are no references.
pub(crate) fn type_places(document: &Document) -> BTreeMap<Pointer, TypeRef> {
    let nodes = Nodes::new(document);
    let names = NameSettings::default();
    let (context, _) = build(&nodes, &[], &names);
    type_places::type_places(context)
}

/// Builds every type, and the operations, which refer to them.
fn build<'a>(
    document: &'a Nodes<'a>,
    unwrap: &'a [String],
    names: &'a NameSettings,
) -> (Context<'a>, BTreeMap<Identifier, OperationModule>) {
    let mut context = Context::new(document, unwrap, names);
    schema::declare_components(&mut context);
    let operations = operation::lower_operations(&mut context);
    webhooks::lower(&mut context);
    schema::build_declared(&mut context);
    (context, operations)
}
