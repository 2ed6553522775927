//! Swagger 2.0 ([specification](https://swagger.io/specification/v2/)) becomes OpenAPI 3.0.
//!
//! Nodes move to where OpenAPI 3.0 has them, and [`Origins`] remembers where they come from. References keep their
//! old text until everything has its place; one last pass rewrites them.

mod body;
mod components;
mod context;
mod elsewhere;
mod form;
mod media_types;
mod operation;
mod parameter;
mod parameters;
mod response;
mod schema;
mod security;
mod servers;
mod shared;
mod targets;

use serde_json::{Map, Value};

use crate::diagnostics::Diagnostic;
use crate::load::dialect::path_items;
use crate::load::origins::Origins;
use context::Context;
use targets::Targets;

pub(super) use elsewhere::{Defaults, upgrade_node};

/// Returns whether the document says that it is one of Swagger 2.0 (Swagger Object, `swagger`) and nothing else; a
/// number counts as well.
pub(super) fn is_dialect_of(root: &Value) -> bool {
    if root.get("openapi").is_some() {
        return false;
    }
    match root.get("swagger") {
        Some(Value::String(version)) => version == "2" || version.starts_with("2."),
        Some(Value::Number(version)) => version.as_f64() == Some(2.0),
        _ => false,
    }
}

/// Returns the document as OpenAPI 3.0.3, and what it says for all operations, those in other files included.
///
/// `origins` learns where each node that moves stood. What is pushed to `problems` are warnings whose places are
/// those of the text, not of the result.
pub(super) fn upgrade(
    root: Value,
    origins: &mut Origins,
    problems: &mut Vec<Diagnostic>,
) -> (Value, Defaults) {
    let (shared, responses) = (shared::find(&root), shared::find_response(&root));
    let Value::Object(members) = root else {
        return (root, Defaults::default());
    };
    let mut members = with_version(members);
    let mut context = Context::new(origins, problems, shared, responses);
    context.read_media_types(&mut members);
    servers::upgrade(&mut context, &mut members);
    components::upgrade(&mut context, &mut members);
    operation::upgrade_all(&mut context, &mut members);
    let defaults = Defaults::new(&mut context);
    path_items::adopt(&mut members, origins);
    let targets = Targets::new(origins, components::schema_names(&members));
    let mut root = Value::Object(members);
    schema::upgrade_all(&mut root, &targets);
    (root, defaults)
}

fn with_version(members: Map<String, Value>) -> Map<String, Value> {
    let mut upgraded = Map::from_iter([("openapi".to_owned(), Value::from("3.0.3"))]);
    upgraded.extend(members.into_iter().filter(|(key, _)| key != "swagger"));
    upgraded
}

#[cfg(test)]
mod tests;
