use crate::diagnostics::Code;

pub(crate) const ENCODING: Code = Code::error(
    "text-encoding",
    "save the file as UTF-8, or as UTF-16 with a byte order mark",
);
pub(crate) const JSON_SYNTAX: Code = Code::error(
    "json-syntax",
    "correct the JSON here or shortly before, such as a missing comma or quote",
);
pub(crate) const YAML_SYNTAX: Code = Code::error(
    "yaml-syntax",
    "correct the YAML here or shortly before, such as wrong indentation or a missing quote",
);
pub(crate) const EMPTY: Code = Code::error(
    "document-empty",
    "pass an OpenAPI document, which begins with a line such as `openapi: 3.0.3`",
);
pub(crate) const NOT_AN_OBJECT: Code = Code::error(
    "document-not-a-mapping",
    "pass an OpenAPI document, which is an object with keys such as `openapi`, `info` and `paths`",
);
pub(crate) const MARKUP_NOTE: &str = "it looks like HTML or XML, such as an error or login page";
pub(crate) const MARKUP_HELP: &str = "download the document again";
pub(crate) const SEVERAL: Code = Code::error(
    "several-documents",
    "move what follows this `---` into another file, or remove it",
);
pub(crate) const TOO_LARGE: Code = Code::error(
    "document-too-large",
    "remove the operations that the client does not need",
);
pub(crate) const TOO_DEEP: Code = Code::error(
    "document-too-deep",
    "move inner schemas to `components` and refer to them with `$ref`",
);
pub(crate) const TOO_MANY_NODES: Code = Code::error(
    "document-too-many-values",
    "use `$ref` instead of YAML aliases (`*name`), which count as copies",
);
pub(crate) const TABS: Code = Code::warning_without_note(
    "yaml-tabs",
    "indent with spaces, as YAML forbids tabs in indentation",
);
pub(crate) const DUPLICATE_KEY: Code = Code::warning(
    "duplicate-key",
    "the last value is used",
    "rename or remove one of the two",
);
pub(crate) const NOT_FINITE: Code = Code::warning(
    "number-not-finite",
    "it is read as null, as JSON has no such number",
    "remove the value or use a finite number",
);
pub(crate) const TAG: Code = Code::warning(
    "yaml-tag",
    "the tag is ignored, and the value after it is read",
    "remove the tag, and use `$ref` to include another file",
);
pub(crate) const MERGE: Code = Code::warning(
    "yaml-merge",
    "`<<` is read as an ordinary key",
    "use a mapping, an alias of one, or an array of these as the value of `<<`",
);

/// All of these.
pub(crate) const ALL: &[&Code] = &[
    &DUPLICATE_KEY,
    &EMPTY,
    &ENCODING,
    &JSON_SYNTAX,
    &MERGE,
    &NOT_AN_OBJECT,
    &NOT_FINITE,
    &SEVERAL,
    &TABS,
    &TAG,
    &TOO_DEEP,
    &TOO_LARGE,
    &TOO_MANY_NODES,
    &YAML_SYNTAX,
];
