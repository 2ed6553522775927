//! What lowering reports.

use crate::diagnostics::Code;

pub(crate) const TYPE_UNKNOWN: Code = Code::warning_without_note(
    "type-unknown",
    "use array, boolean, integer, number, object or string as `type`",
);
pub(crate) const ITEM_SCHEMA_MODELS: Code = Code::warning(
    "item-schema-models",
    "a model is generated for the items, and the body is passed through as a whole",
    "split the body yourself, and decode and encode each item with `serde_json` and the model of `itemSchema`",
);
pub(crate) const ITEMS_WITHOUT_TYPE: Code = Code::warning(
    "items-without-type",
    "any JSON value is accepted here",
    "add `type: array` if the values are arrays, or else move the subschemas out of `items`",
);
pub(crate) const METHOD_IGNORED: Code = Code::warning(
    "method-ignored",
    "nothing is generated for it",
    "send such requests with an HTTP client of your own",
);
pub(crate) const OPERATION_ID_TAKEN: Code = Code::warning(
    "operation-id-taken",
    "this operation is named after its method and path",
    "give each operation its own `operationId` (OpenAPI 3.0.3, Operation Object)",
);
pub(crate) const PATH_PARAMETER_UNDECLARED: Code = Code::warning(
    "path-parameter-undeclared",
    "it is treated as a string",
    "declare it under `parameters` with `in: path` and `required: true`",
);
pub(crate) const PATH_PARAMETER_UNUSED: Code = Code::warning(
    "path-parameter-unused",
    "the parameter is ignored",
    "add it to the path in braces, or remove the parameter",
);
pub(crate) const STATUS_INVALID: Code = Code::warning(
    "status-invalid",
    "the response is ignored",
    "use a status code such as '404', a range such as '4XX', or `default`",
);
pub(crate) const ENUM_MIXED: Code = Code::warning(
    "enum-mixed",
    "any JSON value is accepted here",
    "list values of one type, strings or integers, to get an enum",
);
pub(crate) const ENUM_REPEATED: Code = Code::warning(
    "enum-repeated",
    "one variant is generated for each value",
    "list each value once",
);
pub(crate) const SCHEMAS_CONTRADICT: Code = Code::warning(
    "all-of-contradicts",
    "the last definition is used",
    "make the subschemas of `allOf` agree",
);
pub(crate) const ALL_OF_FREE_FORM: Code = Code::warning(
    "all-of-free-form",
    "the most specific subschema is used",
    "use object schemas only",
);
pub(crate) const ALL_OF_PART_IGNORED: Code = Code::warning(
    "all-of-part-ignored",
    "it is ignored",
    "make all subschemas of `allOf` objects",
);
pub(crate) const REQUIRED_UNLISTED: Code = Code::warning(
    "required-unlisted",
    "it is read and set as one of the additional properties",
    "describe it under `properties`",
);
pub(crate) const TYPE_ENDLESS: Code = Code::warning(
    "type-endless",
    "any JSON value is accepted here",
    "replace one of the references with a definition",
);
pub(crate) const SERVERS_IGNORED: Code = Code::warning(
    "servers-ignored",
    "the client needs a base URL, which it uses for all operations",
    "list the full URL that most operations use under `servers`",
);
pub(crate) const CALLBACKS_IGNORED: Code = Code::warning(
    "callbacks-ignored",
    "nothing is generated for them",
    "receive the requests with an HTTP server",
);
pub(crate) const DISCRIMINATOR_IGNORED: Code = Code::warning(
    "discriminator-ignored",
    "properties of other schemas are kept as JSON values",
    "list the schemas under `oneOf` where this schema is used",
);
pub(crate) const MEMBER_MISSPELT: Code = Code::warning(
    "member-misspelt",
    "it is ignored",
    "correct the field name, or prefix it with `x-` if it is an extension",
);
pub(crate) const OPERATIONS_MISSING: Code = Code::warning(
    "operations-missing",
    "a client without operations is generated",
    "add operations under `paths`",
);
pub(crate) const HEADER_NAME_INVALID: Code = Code::warning(
    "header-name-invalid",
    "the parameter is ignored",
    "use a valid header name, without spaces and colons (RFC 9110, section 5.1)",
);
pub(crate) const PATH_COLON: Code = Code::warning(
    "path-colon",
    "the segment is sent literally",
    "write path parameters in braces, as in `/pets/{id}`, and declare them with `in: path`",
);
pub(crate) const PATH_MALFORMED: Code = Code::warning(
    "path-malformed",
    "the path is ignored",
    "write it as in `/things/{id}`, without the server in front",
);
pub(crate) const PATH_PARAMETER_OPTIONAL: Code = Code::warning(
    "path-parameter-optional",
    "it is treated as required",
    "add `required: true`",
);
pub(crate) const BODY_WITHOUT_CONTENT: Code = Code::warning(
    "body-without-content",
    "no body is sent",
    "list its media type under `content`",
);
pub(crate) const UNION_BESIDE_PROPERTIES: Code = Code::warning(
    "union-beside-properties",
    "the listed properties are typed, and others are kept as JSON values",
    "move the listed properties into the subschemas",
);
pub(crate) const NESTED_TOO_DEEP: Code = Code::warning(
    "nested-too-deep",
    "any JSON value is accepted here",
    "give the inner schema a name under `components`",
);
pub(crate) const DISCRIMINATOR_CONTRADICTS: Code = Code::warning(
    "discriminator-contradicts",
    "mapped and listed values both select the schema",
    "add the listed values to `mapping`",
);
pub(crate) const DISCRIMINATOR_UNRESOLVED: Code = Code::warning_without_note(
    "discriminator-unresolved",
    "map values to schemas that the union lists",
);
pub(crate) const MEDIA_TYPE_IGNORED: Code = Code::warning_without_note(
    "media-type-ignored",
    "remove the other media type from the document to use this one",
);
pub(crate) const MEDIA_TYPE_INVALID: Code = Code::warning_without_note(
    "media-type-invalid",
    "write a media type such as `application/json` (RFC 9110, section 8.3.1)",
);
pub(crate) const BODY_AS_BYTES: Code = Code::warning(
    "body-as-bytes",
    "the body is passed through as raw bytes",
    "encode and decode the bytes yourself",
);
pub(crate) const BODY_AS_TEXT: Code = Code::warning(
    "body-as-text",
    "the body is passed through as text",
    "encode and decode the text yourself",
);
pub(crate) const ENCODING_IGNORED: Code = Code::warning(
    "encoding-ignored",
    "it is ignored",
    "use style form, spaceDelimited, pipeDelimited or deepObject for members of forms, or JSON or plain text",
);
pub(crate) const HEADER_PARAMETER_IGNORED: Code = Code::warning(
    "header-parameter-ignored",
    "the parameter is ignored, as the client sets the header itself",
    "set another value with `header` on the builder or a request (OpenAPI 3.0.3, Parameter Object)",
);
pub(crate) const SECURITY_UNDECLARED: Code = Code::warning(
    "security-scheme-undeclared",
    "the client cannot authenticate with it",
    "declare it under `components.securitySchemes`",
);
pub(crate) const SECURITY_UNSUPPORTED: Code = Code::warning(
    "security-scheme-unsupported",
    "the scheme is ignored",
    "pass the credential by a default header or with your own HTTP client",
);
pub(crate) const SERVER_RELATIVE: Code = Code::warning(
    "server-relative",
    "no base URL is generated for it",
    "use a full server URL, or set one with `base_url`, such as `https://host/path`",
);
pub(crate) const LIST_EXPECTED: Code = Code::warning_without_note(
    "list-expected",
    "write it as an array, with `- ` before each item in YAML or brackets in JSON",
);
pub(crate) const OBJECT_EXPECTED: Code = Code::warning(
    "object-expected",
    "it is ignored",
    "write it as an object with keys and values",
);
pub(crate) const STATUS_REPAIRED: Code = Code::warning_without_note(
    "status-repaired",
    "write a status code such as '404', a range such as '4XX', or `default`",
);
pub(crate) const RESPONSE_BODY_IGNORED: Code = Code::warning(
    "response-body-ignored",
    "the described body is not read",
    "remove `content`, or describe it where the API sends it (RFC 9110, sections 9.3.2 and 15.3.5)",
);
pub(crate) const SCHEMA_MISPLACED: Code = Code::warning(
    "schema-misplaced",
    "the body is JSON with this schema",
    "put the schema under `content`, a media type such as `application/json`, and `schema`",
);
pub(crate) const PATH_REPAIRED: Code = Code::warning_without_note(
    "path-repaired",
    "begin paths with `/`, close every brace, and write nothing but a name in each pair (OpenAPI 3.0.3, Path Templating)",
);
pub(crate) const PATH_PARAMETER_REPAIRED: Code = Code::warning_without_note(
    "path-parameter-repaired",
    "give the parameter the name that is in braces in the path",
);
pub(crate) const PARAMETER_REPEATED: Code = Code::warning(
    "parameter-repeated",
    "the first one is used",
    "remove one of the two, as name and `in` identify a parameter (OpenAPI 3.0.3, Operation Object)",
);
pub(crate) const PARAMETER_WITHOUT_SCHEMA: Code = Code::warning(
    "parameter-without-schema",
    "it is treated as a string",
    "describe its value under `schema` (OpenAPI 3.0.3, Parameter Object)",
);
pub(crate) const BODY_PARAMETER: Code = Code::warning_without_note(
    "body-parameter",
    "describe the body under `requestBody` (OpenAPI 3.0.3, Request Body Object)",
);
pub(crate) const SECURITY_REPAIRED: Code = Code::warning_without_note(
    "security-scheme-repaired",
    "see OpenAPI 3.0.3, Security Scheme Object, for the types of schemes and their members",
);
pub(crate) const SERVER_INVALID: Code = Code::warning(
    "server-invalid",
    "it is ignored",
    "write servers as objects with a `url` (OpenAPI 3.0.3, Server Object)",
);
pub(crate) const SERVER_VARIABLE_REPAIRED: Code = Code::warning_without_note(
    "server-variable-repaired",
    "declare it under `variables` with a `default` (OpenAPI 3.0.3, Server Variable Object)",
);
pub(crate) const UNWRAP_UNMATCHED: Code = Code::warning(
    "unwrap-unmatched",
    "the setting has no effect",
    "correct the name under `unwrap` in the settings, or remove it",
);
pub(crate) const WEBHOOKS_MODELS: Code = Code::warning(
    "webhooks-models",
    "only their models are generated",
    "decode the request body with `serde_json` into the model",
);

/// All of these.
pub(crate) const ALL: &[&Code] = &[
    &ALL_OF_FREE_FORM,
    &ALL_OF_PART_IGNORED,
    &BODY_AS_BYTES,
    &BODY_AS_TEXT,
    &ENCODING_IGNORED,
    &BODY_PARAMETER,
    &BODY_WITHOUT_CONTENT,
    &CALLBACKS_IGNORED,
    &DISCRIMINATOR_CONTRADICTS,
    &DISCRIMINATOR_IGNORED,
    &DISCRIMINATOR_UNRESOLVED,
    &ENUM_MIXED,
    &ENUM_REPEATED,
    &HEADER_PARAMETER_IGNORED,
    &LIST_EXPECTED,
    &MEDIA_TYPE_IGNORED,
    &MEDIA_TYPE_INVALID,
    &NESTED_TOO_DEEP,
    &OBJECT_EXPECTED,
    &OPERATION_ID_TAKEN,
    &PARAMETER_REPEATED,
    &PARAMETER_WITHOUT_SCHEMA,
    &HEADER_NAME_INVALID,
    &MEMBER_MISSPELT,
    &OPERATIONS_MISSING,
    &PATH_COLON,
    &PATH_MALFORMED,
    &PATH_REPAIRED,
    &PATH_PARAMETER_REPAIRED,
    &PATH_PARAMETER_OPTIONAL,
    &PATH_PARAMETER_UNDECLARED,
    &PATH_PARAMETER_UNUSED,
    &REQUIRED_UNLISTED,
    &RESPONSE_BODY_IGNORED,
    &SCHEMAS_CONTRADICT,
    &SCHEMA_MISPLACED,
    &SECURITY_REPAIRED,
    &SECURITY_UNDECLARED,
    &SECURITY_UNSUPPORTED,
    &SERVERS_IGNORED,
    &SERVER_INVALID,
    &SERVER_RELATIVE,
    &SERVER_VARIABLE_REPAIRED,
    &STATUS_INVALID,
    &STATUS_REPAIRED,
    &TYPE_ENDLESS,
    &ITEMS_WITHOUT_TYPE,
    &ITEM_SCHEMA_MODELS,
    &METHOD_IGNORED,
    &TYPE_UNKNOWN,
    &UNION_BESIDE_PROPERTIES,
    &UNWRAP_UNMATCHED,
    &WEBHOOKS_MODELS,
];
