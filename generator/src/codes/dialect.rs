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
    "it is read as OpenAPI 3.1",
    "begin the document with `openapi: 3.1.0`, or the version it follows",
);
pub(crate) const DIALECT_NEWER: Code = Code::warning(
    "dialect-newer",
    "it is read as OpenAPI 3.2",
    "use a newer version of clientsmith, if one supports this version of OpenAPI",
);
pub(crate) const MEMBER_NULL: Code = Code::warning(
    "member-null",
    "the field is treated as absent",
    "set a value or remove the field",
);
pub(crate) const MEMBER_TYPE: Code = Code::warning_without_note(
    "member-type",
    "use the type that the OpenAPI specification gives for this field",
);
pub(crate) const SCHEMA_INVALID: Code = Code::warning(
    "schema-invalid",
    "any JSON value is accepted here",
    "write a schema as an object of keywords such as `type: string`",
);
pub(crate) const SCHEMA_NEVER: Code = Code::warning(
    "schema-never",
    "any JSON value is accepted here",
    "remove what can never be valid",
);
pub(crate) const REQUIRED_FLAG: Code = Code::warning_without_note(
    "required-flag",
    "list the names of required properties under `required`, beside `properties`",
);
pub(crate) const ENUM_TYPE: Code = Code::warning_without_note(
    "enum-type",
    "give all values of `enum` the documented `type`, with quotes around strings that look like numbers",
);
pub(crate) const ENUM_OF_ARRAY: Code = Code::warning(
    "enum-of-array",
    "they are read as the values of the items",
    "move `enum` into `items`",
);
pub(crate) const REFERENCE_SIBLINGS: Code = Code::warning(
    "reference-siblings",
    "it is ignored",
    "wrap the reference into `allOf`",
);
pub(crate) const TUPLE_AS_LIST: Code = Code::warning(
    "tuple-as-list",
    "each item can be any of the listed types",
    "check each item after decoding",
);
pub(crate) const TYPE_NULL: Code = Code::warning(
    "type-null",
    "the schema is read as nullable",
    "write `nullable: true`, or add `type: 'null'` to the subschemas",
);
pub(crate) const TYPE_CONTRADICTS: Code = Code::warning_without_note(
    "type-contradicts",
    "use `type: array` with `items`, and `type: object` with `properties`",
);
pub(crate) const PATTERNS_OPEN: Code = Code::warning(
    "pattern-properties-open",
    "they are read as JSON values",
    "add `additionalProperties: false` if every member matches a pattern",
);
pub(crate) const REFERENCE_KIND: Code = Code::warning(
    "reference-kind",
    "any JSON value is accepted here",
    "move the schema to `components/schemas` and reference it there",
);
pub(crate) const DYNAMIC_REFERENCES: Code = Code::warning(
    "dynamic-references",
    "this reference refers to the unbound schema",
    "reference fewer generic schemas, or write out the bound ones",
);
pub(crate) const SCHEMA_DIALECT: Code = Code::warning(
    "schema-dialect",
    "schemas are read as JSON Schema 2020-12",
    "check that the keywords of that dialect mean the same",
);
pub(crate) const METHOD_CASE: Code = Code::warning_without_note(
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
