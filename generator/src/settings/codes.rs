use crate::diagnostics::Code;

pub(super) const SYNTAX: Code = Code::error(
    "settings-syntax",
    "Mend the TOML at this place: each line is `key = value`, and text stands in double quotes.",
);
pub(super) const UNKNOWN_KEY: Code = Code::error(
    "settings-unknown-key",
    "Remove the key, or correct its name.",
);
pub(super) const MISSING_KEY: Code = Code::error("settings-missing-key", "Add the key.");
pub(super) const WRONG_TYPE: Code = Code::error(
    "settings-wrong-type",
    "Give a value of the type that the key takes.",
);
pub(super) const WRONG_VALUE: Code = Code::error(
    "settings-wrong-value",
    "Give a value of the form that the key takes.",
);

/// All of these.
pub(crate) const ALL: &[&Code] = &[
    &SYNTAX,
    &UNKNOWN_KEY,
    &MISSING_KEY,
    &WRONG_TYPE,
    &WRONG_VALUE,
];
