//! What lowering reports.

use crate::diagnostics::{Code, Severity};

const fn error(id: &'static str, help: &'static str) -> Code {
    Code {
        id,
        severity: Severity::Error,
        help,
    }
}

const fn warning(id: &'static str, help: &'static str) -> Code {
    Code {
        id,
        severity: Severity::Warning,
        help,
    }
}

pub(super) const TYPE_UNKNOWN: Code = error(
    "type-unknown",
    "`type` is one of array, boolean, integer, number, object, string",
);
pub(super) const OPERATION_ID_TAKEN: Code = error(
    "operation-id-taken",
    "give each operation an `operationId` of its own (OpenAPI 3.0.3, Operation Object)",
);
pub(super) const PATH_PARAMETER_UNDECLARED: Code = error(
    "path-parameter-undeclared",
    "declare it under `parameters` with `in: path` and `required: true`",
);
pub(super) const PATH_PARAMETER_UNUSED: Code = error(
    "path-parameter-unused",
    "add it to the path in braces, or remove the parameter",
);
pub(super) const STATUS_INVALID: Code = error(
    "status-invalid",
    "use a status code such as '404', a range such as '4XX', or `default`",
);
pub(super) const ENUM_MIXED: Code = warning(
    "enum-mixed",
    "its type is used without the list of values; give all values one type",
);
pub(super) const ENUM_REPEATED: Code = warning("enum-repeated", "remove the second one");
pub(super) const SCHEMAS_CONTRADICT: Code = warning(
    "all-of-contradicts",
    "the last definition is used; let the parts of `allOf` agree",
);
pub(super) const ALL_OF_FREE_FORM: Code = warning(
    "all-of-free-form",
    "the part that says most is used; only objects can be merged",
);
pub(super) const ALL_OF_PART_IGNORED: Code =
    warning("all-of-part-ignored", "let all parts of `allOf` be objects");
pub(super) const REQUIRED_UNLISTED: Code = warning(
    "required-unlisted",
    "describe it under `properties`; until then it is one of the additional properties",
);
pub(super) const TYPE_ENDLESS: Code = warning(
    "type-endless",
    "any JSON value is accepted here; let one of the references lead to a definition",
);
pub(super) const SERVERS_IGNORED: Code = warning(
    "servers-ignored",
    "requests go to the servers of the document; make a client with this base URL for these operations",
);
pub(super) const CALLBACKS_IGNORED: Code = warning(
    "callbacks-ignored",
    "a client receives no requests; nothing is generated for them",
);
pub(super) const DISCRIMINATOR_IGNORED: Code = warning(
    "discriminator-ignored",
    "only the members listed here are read; use `oneOf` with the schemas that extend this one",
);
pub(super) const PATH_MALFORMED: Code = error(
    "path-malformed",
    "a path begins with `/` and closes every brace",
);
pub(super) const PATH_PARAMETER_OPTIONAL: Code = warning(
    "path-parameter-optional",
    "add `required: true`; a path cannot be sent without it",
);
pub(super) const BODY_WITHOUT_CONTENT: Code = warning(
    "body-without-content",
    "list its media type under `content`",
);
pub(super) const UNION_BESIDE_PROPERTIES: Code = warning(
    "union-beside-properties",
    "the listed properties are typed and the others kept as JSON values",
);
pub(super) const NESTED_TOO_DEEP: Code = warning(
    "nested-too-deep",
    "any JSON value is accepted here; give the inner schema a name under `components`",
);
pub(super) const DISCRIMINATOR_UNRESOLVED: Code = warning(
    "discriminator-unresolved",
    "let `mapping` name schemas that the union lists",
);
pub(super) const MEDIA_TYPE_IGNORED: Code = warning(
    "media-type-ignored",
    "the client uses one media type for each body; JSON comes first",
);
pub(super) const BODY_AS_BYTES: Code =
    warning("body-as-bytes", "the body is taken and given as raw bytes");
pub(super) const HEADER_PARAMETER_IGNORED: Code = warning(
    "header-parameter-ignored",
    "Accept, Content-Type and Authorization are not parameters (OpenAPI 3.0.3, Parameter Object); the client sets them itself",
);
pub(super) const SECURITY_UNDECLARED: Code = error(
    "security-scheme-undeclared",
    "declare it under `components.securitySchemes`",
);
pub(super) const SECURITY_UNSUPPORTED: Code = warning(
    "security-scheme-unsupported",
    "pass the credential by a default header or with your own HTTP client",
);
pub(super) const SERVER_RELATIVE: Code = warning(
    "server-relative",
    "it is left out; list the full URL of the server",
);
pub(super) const WEBHOOKS_MODELS: Code = warning(
    "webhooks-models",
    "decode the body that arrives with `serde_json` into the model",
);
