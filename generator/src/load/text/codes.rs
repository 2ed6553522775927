use crate::diagnostics::Code;

pub(super) const ENCODING: Code = Code::error(
    "text-encoding",
    "Save the file as UTF-8. UTF-16 is read as well, if the file begins with a byte order mark.",
);
pub(super) const JSON_SYNTAX: Code = Code::error(
    "json-syntax",
    "Mend the JSON at this place; the cause may stand shortly before it, such as a missing comma or quote.",
);
pub(super) const YAML_SYNTAX: Code = Code::error(
    "yaml-syntax",
    "Mend the YAML at this place; the cause may stand shortly before it, such as wrong indentation or a missing quote.",
);
pub(super) const EMPTY: Code = Code::error(
    "document-empty",
    "Give a file with an OpenAPI document in it; it starts with a line such as `openapi: 3.0.3`.",
);
pub(super) const NOT_AN_OBJECT: Code = Code::error(
    "document-not-a-mapping",
    "An OpenAPI document is a mapping with keys such as `openapi`, `info` and `paths`. Is this the right file?",
);
pub(super) const MARKUP_HELP: &str = "This looks like HTML or XML. If the file was downloaded, the server may have sent an error or login page.";
pub(super) const SEVERAL: Code = Code::error(
    "several-documents",
    "Keep one document per file: move what follows this `---` into a file of its own, or remove it.",
);
pub(super) const TOO_LARGE: Code = Code::error(
    "document-too-large",
    "Split the document, or raise the limit on bytes if it is meant to be this large.",
);
pub(super) const TOO_DEEP: Code = Code::error(
    "document-too-deep",
    "Move inner parts to `components` and refer to them with `$ref`.",
);
pub(super) const TOO_MANY_NODES: Code = Code::error(
    "document-too-many-values",
    "If the document uses YAML aliases (`*name`), every use counts as a copy: use `$ref` instead. Else raise the limit.",
);
pub(super) const TABS: Code = Code::warning(
    "yaml-tabs",
    "Indent with spaces; YAML forbids tabs there, and other tools refuse them.",
);
pub(super) const DUPLICATE_KEY: Code =
    Code::warning("duplicate-key", "Rename or remove one of the two.");
pub(super) const NOT_FINITE: Code = Code::warning(
    "number-not-finite",
    "JSON has no such number, so null is read instead. Remove the member, or give a finite number.",
);
pub(super) const TAG: Code = Code::warning(
    "yaml-tag",
    "Nothing acts on the tag; the value after it is read as it stands. Bundle the document into one file before use.",
);
pub(super) const MERGE: Code = Code::warning(
    "yaml-merge",
    "`<<` merges mappings: give it an alias of a mapping, a mapping, or a list of these.",
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
