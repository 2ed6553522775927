//! Operations become functions.

mod body;
mod body_parameters;
mod content;
mod described;
mod discovery;
mod encoding;
mod misspelt;
mod naming;
mod parameters;
mod response_spec;
mod responses;
mod security;
mod status;

pub(super) use content::Role;
pub(super) use described::Described;
pub(super) use naming::operation_name;
pub(super) use response_spec::ResponseSpec;
use security::alternatives;
pub(crate) use status::is_bodiless;

use std::collections::BTreeMap;

use openapiv3::Operation as Node;

use super::context::Context;
use super::servers::{find_common, own, servers};
use crate::codes::lower::OPERATIONS_MISSING;
use crate::diagnostics::Pointer;
use crate::ir::{Arguments, Operation, OperationModule, Parameter};
use crate::names::{Case, Identifier, Scope};
use crate::signature::takes_struct;
use discovery::Found;

/// Methods of the client and of its operations' modules that are taken.
const RESERVED_FUNCTIONS: &[&str] = &[
    "builder",
    "clone",
    "clone_from",
    "default",
    "fmt",
    "from",
    "from_env",
    "into",
    "new",
    "try_from",
    "try_into",
    "type_id",
];

/// Names that the emitted operation modules use for something else.
const RESERVED_TYPES: &[&str] = &[
    "AsRef",
    "Box",
    "Bytes",
    "Client",
    "Default",
    "Err",
    "ErrorBody",
    "Into",
    "Location",
    "Method",
    "None",
    "Ok",
    "Operation",
    "Option",
    "Parameter",
    "RawResponse",
    "Request",
    "Result",
    "Some",
    "Status",
    "String",
    "Style",
    "Vec",
];

/// Lowers all operations, by the module of their first tag.
pub(super) fn lower_operations(context: &mut Context<'_>) -> BTreeMap<Identifier, OperationModule> {
    context.servers = servers(context);
    context.schemes = security::schemes(context);
    let mut found = discovery::discover(context);
    misspelt::report(context);
    if found.is_empty() {
        let message = "the document has no operations";
        context.report(&OPERATIONS_MISSING, message, &Pointer::root());
    }
    security::add_scheme(context, &found);
    context.security = alternatives(context, &Pointer::root().child("security"));
    let names = naming::functions(context, &mut found);
    let mut types = Scope::with_reserved(RESERVED_TYPES);
    let modules = modules(&found);
    let mut lowered: BTreeMap<Identifier, OperationModule> = BTreeMap::new();
    for (found, name) in found.iter().zip(names) {
        let Some(module) = modules.get(&found.tag) else {
            continue;
        };
        if let Some(operation) = lower_operation(context, &mut types, found, name) {
            lowered
                .entry(module.clone())
                .or_default()
                .operations
                .push(operation);
        }
    }
    find_common(context, &mut lowered);
    name_arguments(&mut types, &mut lowered);
    name_constants(types, &mut lowered);
    describe(context, &modules, &mut lowered);
    lowered
}

/// Names the structs of required parameters, once all operations have their types.
fn name_arguments(types: &mut Scope, lowered: &mut BTreeMap<Identifier, OperationModule>) {
    let operations = lowered
        .values_mut()
        .flat_map(|module| &mut module.operations);
    for operation in operations.filter(|operation| takes_struct(operation)) {
        let mut arguments = Scope::new();
        if let Some(body) = &operation.body {
            arguments.claim(Case::Function, body.name.as_str());
        }
        operation.arguments = Some(Arguments {
            ty: types.claim(Case::Type, &format!("{}_parameters", operation.name)),
            name: arguments.claim(Case::Function, "parameters"),
        });
    }
}

/// Names the statics, once all types are named: a type with a tuple's form is a value too, and the statics, which
/// nobody sees, give way to it.
fn name_constants(mut values: Scope, lowered: &mut BTreeMap<Identifier, OperationModule>) {
    let modules = lowered.values_mut();
    for operation in modules.flat_map(|module| &mut module.operations) {
        operation.constant = values.claim(Case::Constant, operation.name.as_str());
    }
}

/// Returns the module of each tag.
fn modules(found: &[Found]) -> BTreeMap<String, Identifier> {
    let mut tags: Vec<&str> = found.iter().map(|found| found.tag.as_str()).collect();
    tags.sort_unstable();
    tags.dedup();
    let names = Scope::new().claim_each(Case::Module, &tags);
    tags.iter()
        .map(|tag| (*tag).to_owned())
        .zip(names)
        .collect()
}

fn describe(
    context: &Context<'_>,
    modules: &BTreeMap<String, Identifier>,
    lowered: &mut BTreeMap<Identifier, OperationModule>,
) {
    for (tag, module) in modules {
        if let Some(module) = lowered.get_mut(module) {
            module.tag.clone_from(tag);
            module.description = naming::description(context.document, tag);
        }
    }
}

fn lower_operation(
    context: &mut Context<'_>,
    types: &mut Scope,
    found: &Found,
    name: Identifier,
) -> Option<Operation> {
    let node: Node = context.node(&found.operation.at)?;
    let body = body::lower(context, found);
    let parameters = parameters::lower(context, found, body.is_some());
    let is_optional = |parameter: &Parameter| !parameter.required || parameter.constant.is_some();
    let has_options =
        parameters.iter().any(is_optional) || body.as_ref().is_some_and(|body| !body.required);
    let builder = has_options.then(|| types.claim(Case::Type, name.as_str()));
    let responses = responses::lower(context, types, found, &name);
    Some(Operation {
        constant: name.clone(),
        name,
        builder,
        arguments: None,
        id: naming::settings_key(found),
        method: found.operation.method,
        path: found.operation.template.path.clone(),
        base_urls: own(context, &found.operation.at, &found.operation.item),
        description: description(&node),
        deprecated: node.deprecated,
        parameters,
        body,
        success: responses.success,
        accept: responses.accept,
        listed: responses.listed,
        errors: responses.errors,
        security: security::of_operation(context, found),
        origin: found.operation.at.clone(),
    })
}

fn description(node: &Node) -> String {
    let parts = [
        node.summary.as_deref().map(str::trim),
        node.description.as_deref().map(str::trim),
    ];
    let mut parts: Vec<&str> = parts
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    parts.dedup();
    parts.join("\n\n")
}
