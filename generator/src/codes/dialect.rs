//! What upgrading reports.

use crate::diagnostics::Code;

pub(crate) const NOT_OPENAPI: Code = Code::error(
    "not-openapi",
    "begin the document with `openapi: 3.1.0` or another version, `info` and `paths`",
);
pub(crate) const DIALECT_UNSUPPORTED: Code = Code::error(
    "dialect-unsupported",
    "convert the document to OpenAPI 3.0 or 3.1",
);
pub(crate) const DIALECT_UNSTATED: Code = Code::warning(
    "dialect-unstated",
    "begin the document with `openapi: 3.1.0`, or the version it follows",
);
pub(crate) const DIALECT_NEWER: Code = Code::warning(
    "dialect-newer",
    "use a newer version of clientsmith; this one may ignore what is new in that version",
);
pub(crate) const MEMBER_NULL: Code = Code::warning(
    "member-null",
    "set a value or remove the line; until then the field counts as absent",
);
pub(crate) const MEMBER_TYPE: Code = Code::warning(
    "member-type",
    "see what the OpenAPI specification allows for this member",
);
pub(crate) const SCHEMA_INVALID: Code = Code::warning(
    "schema-invalid",
    "write a schema as an object of keywords such as `type: string`",
);
pub(crate) const SCHEMA_NEVER: Code = Code::warning(
    "schema-never",
    "remove what can never be valid; until then any JSON value is accepted here",
);
pub(crate) const REQUIRED_FLAG: Code = Code::warning(
    "required-flag",
    "list the names of required properties under `required`, beside `properties`",
);
pub(crate) const ENUM_TYPE: Code = Code::warning(
    "enum-type",
    "give all values of `enum` the documented `type`; quote strings that look like numbers",
);
pub(crate) const ENUM_OF_ARRAY: Code = Code::warning(
    "enum-of-array",
    "move `enum` into `items`: beside `type: array` it lists whole arrays",
);
pub(crate) const REFERENCE_SIBLINGS: Code = Code::warning(
    "reference-siblings",
    "wrap the reference into `allOf`; beside `$ref`, OpenAPI 3.0 ignores all but descriptions",
);
pub(crate) const TUPLE_AS_LIST: Code = Code::warning(
    "tuple-as-list",
    "check each item after decoding; the type is an array whose items follow any of the listed schemas",
);
pub(crate) const TYPE_NULL: Code = Code::warning(
    "type-null",
    "write `nullable: true`, or add `type: 'null'` to the subschemas",
);
pub(crate) const TYPE_CONTRADICTS: Code = Code::warning(
    "type-contradicts",
    "use `type: array` with `items`, and `type: object` with `properties`",
);
pub(crate) const PATTERNS_OPEN: Code = Code::warning(
    "pattern-properties-open",
    "add `additionalProperties: false` if every member matches a pattern",
);
pub(crate) const REFERENCE_KIND: Code = Code::warning(
    "reference-kind",
    "move the schema to `components/schemas` and reference it there",
);
pub(crate) const DYNAMIC_REFERENCES: Code = Code::warning(
    "dynamic-references",
    "reference fewer generic schemas, or write out the bound ones",
);
pub(crate) const SCHEMA_DIALECT: Code = Code::warning(
    "schema-dialect",
    "check that the keywords of that dialect mean the same",
);
pub(crate) const METHOD_CASE: Code = Code::warning(
    "method-case",
    "write methods in lower case (OpenAPI 3.0.3, Path Item Object)",
);
/// All of these.
pub(crate) const ALL: &[&Code] = &[
    &DIALECT_NEWER,
    &DIALECT_UNSTATED,
    &DIALECT_UNSUPPORTED,
    &DYNAMIC_REFERENCES,
    &ENUM_OF_ARRAY,
    &ENUM_TYPE,
    &MEMBER_NULL,
    &MEMBER_TYPE,
    &METHOD_CASE,
    &NOT_OPENAPI,
    &PATTERNS_OPEN,
    &REFERENCE_KIND,
    &REFERENCE_SIBLINGS,
    &REQUIRED_FLAG,
    &SCHEMA_DIALECT,
    &SCHEMA_INVALID,
    &SCHEMA_NEVER,
    &TUPLE_AS_LIST,
    &TYPE_CONTRADICTS,
    &TYPE_NULL,
];
