//! `type` and `format` (OpenAPI 3.0.3, Data Types) and what they are in Rust.

use crate::ir::Scalar;

/// Formats that mean a type of their own. All others keep the plain type of their `type`:
/// real documents put `uuid`, `uri` or `email` on text that is none.
const FORMATS: &[(&str, Scalar)] = &[
    ("date-time", Scalar::DateTime),
    ("datetime", Scalar::DateTime),
    ("date_time", Scalar::DateTime),
    ("date", Scalar::Date),
    ("password", Scalar::Secret),
];

/// Formats of integers, which `type: number` can have as well.
const INTEGER_FORMATS: &[(&str, Scalar)] = &[
    ("int32", Scalar::Int32),
    ("int64", Scalar::Int64),
    ("int8", Scalar::Int8),
    ("int16", Scalar::Int16),
    ("uint8", Scalar::UInt8),
    ("uint16", Scalar::UInt16),
    ("uint32", Scalar::UInt32),
    ("uint64", Scalar::UInt64),
    ("int", Scalar::Int64),
    ("integer", Scalar::Int64),
    ("long", Scalar::Int64),
    ("short", Scalar::Int16),
    ("uint", Scalar::UInt64),
    ("ulong", Scalar::UInt64),
    ("ushort", Scalar::UInt16),
    ("int128", Scalar::BigInteger),
    ("uint128", Scalar::BigInteger),
    (BIG_INTEGER, Scalar::BigInteger),
];

/// The format of integers whose bounds are beyond 64 bits.
pub(crate) const BIG_INTEGER: &str = "big-integer";

/// Formats that tell a `type` where there is none (JSON Schema Validation 2020-12, section 7.3; OpenAPI 3.0.3, Data
/// Types).
const FORMATS_OF: &[(&str, &[&str])] = &[
    ("number", &["double", "float"]),
    (
        "string",
        &[
            "binary",
            "byte",
            "char",
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
    let special = match kind {
        "string" => format.and_then(|format| find(FORMATS, format)),
        "integer" | "number" => format.and_then(integer),
        _ => None,
    };
    special.unwrap_or_else(|| plain(kind))
}

/// The type for a `format` that stands without `type`.
pub(crate) fn scalar_of_format(format: &str) -> Option<Scalar> {
    let of = |(_, formats): &&(&str, &[&str])| formats.contains(&format);
    find(FORMATS, format)
        .or_else(|| integer(format))
        .or_else(|| FORMATS_OF.iter().find(of).map(|(kind, _)| plain(kind)))
}

/// The integer type for a `format`.
pub(crate) fn integer(format: &str) -> Option<Scalar> {
    find(INTEGER_FORMATS, format)
}

/// Whether values of this `format` are numbers of the language.
pub(crate) fn is_number_format(format: &str) -> bool {
    integer(format).is_some() || matches!(format, "double" | "float")
}

/// The type for integers of type `scalar` that are never below zero.
pub(crate) fn unsigned(scalar: Scalar) -> Scalar {
    match scalar {
        Scalar::Int8 => Scalar::UInt8,
        Scalar::Int16 => Scalar::UInt16,
        Scalar::Int32 => Scalar::UInt32,
        Scalar::Int64 => Scalar::UInt64,
        other => other,
    }
}

/// Documents write formats in any case.
fn find(formats: &[(&str, Scalar)], format: &str) -> Option<Scalar> {
    let mut formats = formats.iter();
    let found = formats.find(|(name, _)| name.eq_ignore_ascii_case(format));
    found.map(|(_, scalar)| *scalar)
}

fn plain(kind: &str) -> Scalar {
    match kind {
        "boolean" => Scalar::Boolean,
        "integer" => Scalar::Int64,
        "number" => Scalar::Double,
        _ => Scalar::String,
    }
}
