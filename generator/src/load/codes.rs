//! What loading reports of a document that could be read.

use crate::diagnostics::Code;

pub(super) const REFERENCE_UNRESOLVED: Code = Code::warning(
    "reference-unresolved",
    "define the target, or correct the reference",
);

pub(super) const REFERENCE_EXTERNAL: Code = Code::warning(
    "reference-external",
    "bundle the referenced file into this document; references begin with `#/`",
);

pub(super) const REFERENCE_CYCLE: Code = Code::warning(
    "reference-cycle",
    "let one of the references lead to a definition",
);

pub(super) const REFERENCE_MENDED: Code = Code::warning(
    "reference-mended",
    "write it as a JSON pointer behind `#`; in a name, `~` is `~0`, `/` is `~1` and `%` is `%25`",
);

pub(super) const NODE_INVALID: Code = Code::warning(
    "node-invalid",
    "see the OpenAPI 3.0.3 specification for what this object may hold",
);

pub(super) const MEMBER_INVALID: Code = Code::warning(
    "member-invalid",
    "give a value of the kind that this member takes; the rest of the object is read",
);

pub(super) const MEMBER_MENDED: Code = Code::warning(
    "member-mended",
    "write it so in the document, if that is what it means",
);

/// All of these.
pub(crate) const ALL: &[&Code] = &[
    &MEMBER_INVALID,
    &MEMBER_MENDED,
    &NODE_INVALID,
    &REFERENCE_CYCLE,
    &REFERENCE_EXTERNAL,
    &REFERENCE_MENDED,
    &REFERENCE_UNRESOLVED,
];
