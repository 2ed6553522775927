//! What can be referred to.

use serde_json::Value;

use super::context::Context;
use super::table::{Row, map, object};
use super::{bodies, parameters, responses, scalars, schemas, security};

const COMPONENTS: &[Row] = &[
    ("schemas", 100, all_schemas),
    ("parameters", 100, parameters::components),
    ("requestBodies", 100, bodies::components),
    ("responses", 100, responses::components),
    ("securitySchemes", 100, security::components),
    ("headers", 5, scalars::any),
    ("examples", 5, scalars::any),
    ("links", 5, scalars::any),
    ("callbacks", 5, scalars::any),
];

/// A Components Object.
pub(super) fn components(context: &mut Context<'_>) -> Value {
    object(COMPONENTS, context)
}

/// Schemas to refer to.
pub(super) fn all_schemas(context: &mut Context<'_>) -> Value {
    map(
        context.components.schemas.clone(),
        context,
        schemas::component,
    )
}
