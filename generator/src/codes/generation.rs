//! What the stages behind lowering report.

use crate::diagnostics::Code;

pub(crate) const EMISSION_FAILED: Code = Code::error(
    "emission-failed",
    "report this bug of clientsmith, with the document",
);

/// A `[decode]` setting has no effect.
pub(crate) const DECODE_UNUSED: Code = Code::warning(
    "decode-unused",
    "the setting has no effect",
    "use the name of a schema under `components.schemas` or of a generated type, and the JSON name of a property",
);

/// A `[names]` setting has no effect.
pub(crate) const NAME_UNUSED: Code = Code::warning(
    "name-unused",
    "the setting has no effect",
    "remove the setting, or correct the `operationId`, schema, property or value, or choose a name that nothing else has",
);

/// What a module cannot say of its crate.
pub(crate) const RECURSION_LIMIT: Code = Code::warning(
    "module-recursion-limit",
    "the crate does not compile with a lower limit",
    "add this attribute at the top of the crate",
);

/// All of these.
pub(crate) const ALL: &[&Code] = &[
    &EMISSION_FAILED,
    &DECODE_UNUSED,
    &NAME_UNUSED,
    &RECURSION_LIMIT,
];
