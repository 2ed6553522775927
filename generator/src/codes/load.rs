//! What loading reports of a document that could be read.

use crate::diagnostics::Code;

pub(crate) const REFERENCE_UNRESOLVED: Code = Code::warning(
    "reference-unresolved",
    "any JSON value is accepted here",
    "define the target, or correct the reference",
);

pub(crate) const REFERENCE_EXTERNAL: Code = Code::warning(
    "reference-external",
    "any JSON value is accepted here",
    "bundle the referenced file into this document, and begin references with `#/`",
);

pub(crate) const REFERENCE_CYCLE: Code = Code::warning(
    "reference-cycle",
    "any JSON value is accepted here",
    "replace one of the references with a definition",
);

pub(crate) const REFERENCE_REPAIRED: Code = Code::warning_without_note(
    "reference-repaired",
    "write a JSON pointer after `#`, with `~0` for `~`, `~1` for `/` and `%25` for `%` in names",
);

pub(crate) const NODE_INVALID: Code = Code::warning(
    "node-invalid",
    "it is ignored",
    "write the object as in the OpenAPI 3.0.3 specification",
);

pub(crate) const MEMBER_INVALID: Code = Code::warning(
    "member-invalid",
    "it is ignored, and the rest of the object is read",
    "use a value of the type that this field takes",
);

pub(crate) const MEMBER_REPAIRED: Code = Code::warning_without_note(
    "member-repaired",
    "use the corrected spelling in the document",
);

/// All of these.
pub(crate) const ALL: &[&Code] = &[
    &MEMBER_INVALID,
    &MEMBER_REPAIRED,
    &NODE_INVALID,
    &REFERENCE_CYCLE,
    &REFERENCE_EXTERNAL,
    &REFERENCE_REPAIRED,
    &REFERENCE_UNRESOLVED,
];
