//! What the upgrade of Swagger 2.0 reports. Nothing of it stops the work.

use crate::diagnostics::Code;

/// All that the upgrade reports.
pub(crate) const ALL: &[&Code] = &[
    &MEMBER_INVALID,
    &HOST_INVALID,
    &SCHEME_IGNORED,
    &PARAMETER_INVALID,
    &BODY_WITHOUT_SCHEMA,
    &BODY_REPEATED,
    &COLLECTION_FORMAT,
    &RESPONSE_INVALID,
    &SECURITY_INVALID,
    &MEDIA_TYPES_MANY,
];

pub(crate) const MEMBER_INVALID: Code = Code::warning(
    "swagger-member-invalid",
    "it is ignored",
    "write it as in the Swagger 2.0 specification",
);
pub(crate) const HOST_INVALID: Code = Code::warning_without_note(
    "swagger-host-invalid",
    "write a name and optionally a port as `host`, the scheme under `schemes`, and the path as `basePath`",
);
pub(crate) const SCHEME_IGNORED: Code = Code::warning(
    "swagger-scheme-ignored",
    "requests go to the servers of the document",
    "use `https` or `http`, or a client with another base URL for this operation",
);
pub(crate) const PARAMETER_INVALID: Code = Code::warning(
    "swagger-parameter-invalid",
    "the parameter is ignored",
    "give the parameter `name`, `in`, and `type` or, in a body, `schema` (Swagger 2.0, Parameter Object)",
);
pub(crate) const BODY_WITHOUT_SCHEMA: Code = Code::warning(
    "swagger-body-without-schema",
    "any JSON value is accepted as the body",
    "describe the body under `schema` (Swagger 2.0, Parameter Object)",
);
pub(crate) const BODY_REPEATED: Code = Code::warning(
    "swagger-body-repeated",
    "this one is ignored",
    "describe one body, or form fields, but not both (Swagger 2.0, Parameter Object)",
);
pub(crate) const COLLECTION_FORMAT: Code = Code::warning(
    "swagger-collection-format",
    "the items are separated by commas",
    "use `csv`, or `multi` in a query or form (Swagger 2.0, Parameter Object, `collectionFormat`)",
);
pub(crate) const RESPONSE_INVALID: Code = Code::warning_without_note(
    "swagger-response-invalid",
    "write responses as objects with a `description`, at least one for each operation",
);
pub(crate) const SECURITY_INVALID: Code = Code::warning_without_note(
    "swagger-security-invalid",
    "use type basic, apiKey, or oauth2 with `flow` and its URLs (Swagger 2.0, Security Scheme Object)",
);
pub(crate) const MEDIA_TYPES_MANY: Code = Code::warning(
    "swagger-media-types-many",
    "only the first 32 are read",
    "list only the media types that the API uses",
);
