//! What loading reports of a document that could be read.

use crate::diagnostics::{Code, Severity};

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
