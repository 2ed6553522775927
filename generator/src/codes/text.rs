use crate::diagnostics::Code;

pub(crate) const ENCODING: Code = Code::error(
    "text-encoding",
    "save the file as UTF-8, or as UTF-16 with a byte order mark",
);
pub(crate) const JSON_SYNTAX: Code = Code::error(
    "json-syntax",
    "correct the JSON here; the cause may be shortly before, such as a missing comma or quote",
);
pub(crate) const YAML_SYNTAX: Code = Code::error(
    "yaml-syntax",
    "correct the YAML here; the cause may be shortly before, such as wrong indentation or a missing quote",
);
pub(crate) const EMPTY: Code = Code::error(
    "document-empty",
    "pass a file with an OpenAPI document; it starts with a line such as `openapi: 3.0.3`",
);
pub(crate) const NOT_AN_OBJECT: Code = Code::error(
    "document-not-a-mapping",
    "pass an OpenAPI document, which is an object with keys such as `openapi`, `info` and `paths`",
);
pub(crate) const MARKUP_HELP: &str =
    "download the document again; this looks like HTML or XML, such as an error or login page";
pub(crate) const SEVERAL: Code = Code::error(
    "several-documents",
    "keep one document per file: move what follows this `---` into another file, or remove it",
);
pub(crate) const TOO_LARGE: Code = Code::error(
    "document-too-large",
    "split the document, or raise the limit on bytes",
);
pub(crate) const TOO_DEEP: Code = Code::error(
    "document-too-deep",
    "move inner schemas to `components` and refer to them with `$ref`",
);
pub(crate) const TOO_MANY_NODES: Code = Code::error(
    "document-too-many-values",
    "use `$ref` instead of YAML aliases (`*name`), which count as copies, or raise the limit",
);
pub(crate) const TABS: Code = Code::warning(
    "yaml-tabs",
    "indent with spaces; YAML forbids tabs here, and other tools reject them",
);
pub(crate) const DUPLICATE_KEY: Code =
    Code::warning("duplicate-key", "rename or remove one of the two");
pub(crate) const NOT_FINITE: Code = Code::warning(
    "number-not-finite",
    "remove the member or use a finite number; until then it is null, as JSON has no such number",
);
pub(crate) const TAG: Code = Code::warning(
    "yaml-tag",
    "bundle the document into one file; tags are ignored, and the value after them is read",
);
pub(crate) const MERGE: Code = Code::warning(
    "yaml-merge",
    "use an alias of a mapping, a mapping, or an array of these with `<<`",
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
