//! What loading reports of a document that could be read.

use crate::diagnostics::Code;

pub(crate) const REFERENCE_UNRESOLVED: Code = Code::warning(
    "reference-unresolved",
    "define the target, or correct the reference",
);

pub(crate) const REFERENCE_EXTERNAL: Code = Code::warning(
    "reference-external",
    "bundle the referenced file into this document, and begin references with `#/`",
);

pub(crate) const REFERENCE_CYCLE: Code = Code::warning(
    "reference-cycle",
    "let one of the references lead to a definition",
);

pub(crate) const REFERENCE_MENDED: Code = Code::warning(
    "reference-mended",
    "write a JSON pointer after `#`; in names, `~` is `~0`, `/` is `~1` and `%` is `%25`",
);

pub(crate) const NODE_INVALID: Code = Code::warning(
    "node-invalid",
    "write the object as in the OpenAPI 3.0.3 specification",
);

pub(crate) const MEMBER_INVALID: Code = Code::warning(
    "member-invalid",
    "use a value of the type that this field takes; the rest of the object is read",
);

pub(crate) const MEMBER_MENDED: Code = Code::warning(
    "member-mended",
    "write it like this in the document, if that is the meaning",
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
