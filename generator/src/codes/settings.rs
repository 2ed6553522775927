use crate::diagnostics::Code;

pub(crate) const SYNTAX: Code = Code::error(
    "settings-syntax",
    "correct the TOML here, where each line is `key = value` with strings in double quotes",
);
pub(crate) const UNKNOWN_KEY: Code = Code::error(
    "settings-unknown-key",
    "remove the key, or correct its name",
);
pub(crate) const MISSING_KEY: Code = Code::error("settings-missing-key", "add the key");
pub(crate) const WRONG_TYPE: Code = Code::error(
    "settings-wrong-type",
    "use a value of the type that the key takes",
);
pub(crate) const WRONG_VALUE: Code = Code::error(
    "settings-wrong-value",
    "use a value of the form that the key takes",
);

/// All of these.
pub(crate) const ALL: &[&Code] = &[
    &SYNTAX,
    &UNKNOWN_KEY,
    &MISSING_KEY,
    &WRONG_TYPE,
    &WRONG_VALUE,
];
