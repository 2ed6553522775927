//! `type` and `format` (OpenAPI 3.0.3, Data Types) and what they are in Rust.

use crate::ir::Scalar;

/// Formats that mean a type of their own. All others keep the plain type of their `type`:
/// real documents put `uuid`, `uri` or `email` on text that is none.
const FORMATS: &[(&str, &str, Scalar)] = &[
    ("string", "date-time", Scalar::DateTime),
    ("string", "date", Scalar::Date),
    ("string", "password", Scalar::Secret),
    ("integer", "int32", Scalar::Int32),
    ("integer", "int64", Scalar::Int64),
    ("integer", "uint32", Scalar::UInt32),
    ("integer", "uint64", Scalar::UInt64),
    ("number", "int32", Scalar::Int32),
    ("number", "int64", Scalar::Int64),
];

/// Formats that tell a `type` where there is none (JSON Schema Validation 2020-12, section 7.3; OpenAPI 3.0.3, Data
/// Types).
const FORMATS_OF: &[(&str, &[&str])] = &[
    ("number", &["double", "float"]),
    (
        "string",
        &[
            "binary",
            "byte",
            "duration",
            "email",
            "hostname",
            "idn-email",
            "idn-hostname",
            "ipv4",
            "ipv6",
            "iri",
            "iri-reference",
            "json-pointer",
            "regex",
            "relative-json-pointer",
            "time",
            "uri",
            "uri-reference",
            "uri-template",
            "uuid",
        ],
    ),
];

/// The type for a `type` and a `format`. An integer without format has 64 bits: 32 are too few for sizes and ids.
pub(crate) fn scalar(kind: &str, format: Option<&str>) -> Scalar {
    let special = FORMATS
        .iter()
        .find(|(of, name, _)| *of == kind && Some(*name) == format);
    special.map_or_else(|| plain(kind), |(_, _, scalar)| *scalar)
}

/// The type for a `format` that stands without `type`.
pub(crate) fn scalar_of_format(format: &str) -> Option<Scalar> {
    let special = FORMATS.iter().find(|(_, name, _)| *name == format);
    let of = |(_, formats): &&(&str, &[&str])| formats.contains(&format);
    special
        .map(|(_, _, scalar)| *scalar)
        .or_else(|| FORMATS_OF.iter().find(of).map(|(kind, _)| plain(kind)))
}

fn plain(kind: &str) -> Scalar {
    match kind {
        "boolean" => Scalar::Boolean,
        "integer" => Scalar::Int64,
        "number" => Scalar::Double,
        _ => Scalar::String,
    }
}
