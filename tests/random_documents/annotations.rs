//! What a Schema Object may hold whatever it describes.

use serde_json::{Map, Value, json};

use super::context::{Context, Dialect};
use super::schemas::{MAX_DEPTH, properties, schema};
use super::table::{Row, add, list};
use super::{scalars, texts};

const ANNOTATIONS: &[Row] = &[
    ("title", 6, texts::word),
    ("description", 15, texts::text),
    ("default", 6, scalars::any),
    ("example", 4, scalars::any),
    ("deprecated", 4, texts::flag),
    ("readOnly", 5, texts::flag),
    ("writeOnly", 4, texts::flag),
    ("externalDocs", 2, scalars::any),
    ("xml", 2, scalars::any),
    ("x-extension", 3, scalars::any),
];

const ANNOTATIONS_3_0: &[Row] = &[("nullable", 10, texts::flag)];

const ANNOTATIONS_3_1: &[Row] = &[
    ("examples", 4, |context| list(2, context, scalars::any)),
    ("const", 3, scalars::any),
    ("$comment", 3, texts::text),
    ("$id", 2, texts::address),
    ("$anchor", 2, texts::word),
    ("$defs", 4, properties),
    ("contentMediaType", 2, texts::word),
    ("contentEncoding", 2, texts::word),
    ("unevaluatedProperties", 2, schema),
    ("propertyNames", 2, schema),
    ("patternProperties", 3, properties),
    (
        "dependentRequired",
        2,
        |context| json!({ (texts::name(&mut context.choices)): [texts::word(context)] }),
    ),
    ("prefixItems", 3, |context| list(2, context, schema)),
    ("contains", 2, schema),
];

const ANNOTATIONS_2_0: &[Row] = &[
    ("x-nullable", 8, texts::flag),
    ("discriminator", 3, texts::word),
];

/// Adds annotations; a reference seldom has any.
pub(super) fn annotate(members: &mut Map<String, Value>, context: &mut Context<'_>) {
    if members.contains_key("$ref") && !context.choices.chance(15) {
        return;
    }
    add(members, ANNOTATIONS, context);
    let of_dialect = match context.dialect {
        Dialect::OpenApi30 => ANNOTATIONS_3_0,
        Dialect::OpenApi31 if context.depth < MAX_DEPTH => ANNOTATIONS_3_1,
        Dialect::OpenApi31 => &[],
        Dialect::Swagger2 => ANNOTATIONS_2_0,
    };
    add(members, of_dialect, context);
}
