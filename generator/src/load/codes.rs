//! What loading reports of a document that could be read.

use crate::diagnostics::{Code, Severity};

pub(super) const NOT_OPENAPI: Code = Code {
    id: "not-openapi",
    severity: Severity::Error,
    help: "an OpenAPI 3.0 document has `openapi: 3.0.3`, `info` and `paths` at its top",
};

pub(super) const DIALECT_UNSUPPORTED: Code = Code {
    id: "dialect-unsupported",
    severity: Severity::Error,
    help: "convert the document to OpenAPI 3.0",
};

pub(super) const REFERENCE_UNRESOLVED: Code = Code {
    id: "reference-unresolved",
    severity: Severity::Error,
    help: "define the target, or correct the reference",
};

pub(super) const REFERENCE_EXTERNAL: Code = Code {
    id: "reference-external",
    severity: Severity::Error,
    help: "bundle the referenced file into this document; references begin with `#/`",
};

pub(super) const REFERENCE_CYCLE: Code = Code {
    id: "reference-cycle",
    severity: Severity::Error,
    help: "let one of the references lead to a definition",
};

pub(super) const NODE_INVALID: Code = Code {
    id: "node-invalid",
    severity: Severity::Error,
    help: "see the OpenAPI 3.0.3 specification for what this object may hold",
};
