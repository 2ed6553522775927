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

pub(super) const MEMBER_INVALID: Code = Code::warning(
    "swagger-member-invalid",
    "it is left out; see the Swagger 2.0 specification for what stands here",
);
pub(super) const HOST_INVALID: Code = Code::warning(
    "swagger-host-invalid",
    "`host` is a name with perhaps a port; the scheme goes to `schemes`, the path to `basePath`",
);
pub(super) const SCHEME_IGNORED: Code = Code::warning(
    "swagger-scheme-ignored",
    "requests go to the servers of the document; make a client with another base URL for this one",
);
pub(super) const PARAMETER_INVALID: Code = Code::warning(
    "swagger-parameter-invalid",
    "a parameter has `name`, `in`, and `type` or, in a body, `schema` (Swagger 2.0, Parameter Object)",
);
pub(super) const BODY_WITHOUT_SCHEMA: Code = Code::warning(
    "swagger-body-without-schema",
    "describe the body under `schema` (Swagger 2.0, Parameter Object)",
);
pub(super) const BODY_REPEATED: Code = Code::warning(
    "swagger-body-repeated",
    "an operation has one body, or form fields, and not both (Swagger 2.0, Parameter Object)",
);
pub(super) const COLLECTION_FORMAT: Code = Code::warning(
    "swagger-collection-format",
    "use `csv`, or `multi` in a query or form (Swagger 2.0, Parameter Object, `collectionFormat`)",
);
pub(super) const RESPONSE_INVALID: Code = Code::warning(
    "swagger-response-invalid",
    "a response is an object with a `description`, and each operation has one at least",
);
pub(super) const SECURITY_INVALID: Code = Code::warning(
    "swagger-security-invalid",
    "`type` is basic, apiKey or oauth2, which has `flow` and its URLs (Swagger 2.0, Security Scheme Object)",
);
pub(super) const MEDIA_TYPES_MANY: Code = Code::warning(
    "swagger-media-types-many",
    "the first 32 are read; list those that the API has a use for",
);
