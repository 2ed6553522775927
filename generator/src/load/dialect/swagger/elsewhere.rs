//! Nodes of other files that a document of Swagger 2.0 refers to: they are of Swagger 2.0 too.

use hashbrown::HashMap;

use serde_json::{Map, Value};

use super::context::{Context, MovedNode};
use super::media_types::MediaType;
use super::response::Produces;
use super::{operation, parameter, response, schema};
use crate::diagnostics::{Diagnostic, Pointer};
use crate::load::grammar::Kind;
use crate::load::origins::Origins;

/// What the document says for operations that do not say it themselves.
#[derive(Debug, Default)]
pub(in crate::load::dialect) struct Defaults {
    consumes: Option<Vec<MediaType>>,
    produces: Option<Vec<MediaType>>,
    scheme: Option<String>,
}

impl Defaults {
    /// Returns what `context` has learned of the document, which it forgets.
    pub(super) fn new(context: &mut Context<'_>) -> Self {
        Self {
            consumes: context.consumes.take(),
            produces: context.produces.take(),
            scheme: context.scheme.take(),
        }
    }
}

/// Upgrades the node of `kind` at `at`, which stands in another file. One that has been upgraded as a part of another
/// node stays as it is, and so do bodies and form fields that stand alone: what they become depends on the operation.
pub(in crate::load::dialect) fn upgrade_node(
    defaults: &Defaults,
    value: &mut Value,
    kind: Kind,
    at: Pointer,
    (origins, problems): (&mut Origins, &mut Vec<Diagnostic>),
) {
    let Value::Object(members) = value else {
        return;
    };
    if kind == Kind::Schema {
        return schema::respell(members);
    }
    if members.contains_key("$ref") {
        return;
    }
    let old = origins.original(&at);
    let mut context = Context::new(origins, problems, HashMap::new(), HashMap::new());
    context.consumes.clone_from(&defaults.consumes);
    context.produces.clone_from(&defaults.produces);
    context.scheme.clone_from(&defaults.scheme);
    let spot = MovedNode { old, new: at };
    match kind {
        Kind::PathItem => operation::upgrade_item(&mut context, members, "", &spot.new),
        Kind::Parameter | Kind::Header if is_plain(members) => {
            *value = parameter::upgrade(&mut context, value.take(), &spot);
        }
        Kind::Response if is_old_response(members) => {
            let produces = Produces::of_document(&context);
            *value = response::upgrade(&mut context, value.take(), &spot, &produces);
        }
        _ => {}
    }
}

/// Returns whether a parameter or header has the words of a schema in itself (Swagger 2.0, Parameter Object, Header
/// Object).
fn is_plain(members: &Map<String, Value>) -> bool {
    let place = members.get("in").and_then(Value::as_str);
    let is_upgraded = members.contains_key("schema") || members.contains_key("content");
    !is_upgraded && !matches!(place, Some("body" | "formData"))
}

/// Returns whether a response has its schema in itself (Swagger 2.0, Response Object).
fn is_old_response(members: &Map<String, Value>) -> bool {
    members.contains_key("schema") && !members.contains_key("content")
}
