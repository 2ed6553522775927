//! `type` and `format` (OpenAPI 3.0.3, Data Types) and what they are in Rust: one row for each type of the language or
//! of a library. All other modules ask the row.

use super::json_type::JsonType;
use super::scalar_row::{Library, Row, RuntimePart, RustPath, ScalarKind, path};

const CHRONO: Library = Library {
    name: "chrono",
    dependency: r#"{ version = "0.4.31", default-features = false, features = ["serde", "std"] }"#,
};

/// A string that is not `Copy`.
const STRING: Row = Row {
    name: "",
    formats: &[],
    json_type: JsonType::String,
    kind: ScalarKind::String,
    path: path(&[]),
    library: None,
    is_copy: false,
    has_default: false,
    converts: false,
    is_text: false,
    sample: None,
    unsigned: None,
    is_read_leniently: false,
    sent_by: None,
    received_by: None,
};

/// A small value that is a string of a special form in JSON.
const FORMATTED: Row = Row {
    kind: ScalarKind::FormattedString,
    is_copy: true,
    ..STRING
};

const DATE_TIME: Row = Row {
    path: RustPath {
        segments: &["chrono", "DateTime"],
        arguments: &[path(&["chrono", "FixedOffset"])],
    },
    library: Some(CHRONO),
    converts: true,
    ..FORMATTED
};

const DATE: Row = Row {
    path: path(&["chrono", "NaiveDate"]),
    library: Some(CHRONO),
    ..FORMATTED
};

/// An integer of the language.
const INTEGER: Row = Row {
    json_type: JsonType::Integer,
    kind: ScalarKind::Integer,
    is_copy: true,
    has_default: true,
    sample: Some("1"),
    is_read_leniently: true,
    ..STRING
};

/// The format of integers whose bounds are beyond 64 bits.
pub(crate) const BIG_INTEGER: &str = "big-integer";

/// Declares the scalars, each with its row.
macro_rules! scalars {
    ($($(#[$doc:meta])* $scalar:ident = $row:expr;)*) => {
        /// A type of the language or of a library.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Scalar {
            $($(#[$doc])* $scalar,)*
        }

        impl Scalar {
            const ALL: &[Self] = &[$(Self::$scalar),*];

            /// Returns what there is to know of it.
            pub(crate) const fn row(self) -> &'static Row {
                match self {
                    $(Self::$scalar => const { &Row { name: stringify!($scalar), ..$row } },)*
                }
            }
        }
    };
}

scalars! {
    /// `bool`
    Boolean = Row {
        json_type: JsonType::Boolean,
        kind: ScalarKind::Boolean,
        path: path(&["bool"]),
        is_copy: true,
        has_default: true,
        sample: Some("true"),
        ..STRING
    };

    /// `i8`
    Int8 = Row {
        formats: &["int8"],
        path: path(&["i8"]),
        unsigned: Some(Scalar::UInt8),
        ..INTEGER
    };

    /// `i16`
    Int16 = Row {
        formats: &["int16", "short"],
        path: path(&["i16"]),
        unsigned: Some(Scalar::UInt16),
        ..INTEGER
    };

    /// `i32`
    Int32 = Row {
        formats: &["int32"],
        path: path(&["i32"]),
        unsigned: Some(Scalar::UInt32),
        ..INTEGER
    };

    /// `i64`
    Int64 = Row {
        formats: &["int64", "int", "integer", "long"],
        path: path(&["i64"]),
        unsigned: Some(Scalar::UInt64),
        ..INTEGER
    };

    /// `u8`
    UInt8 = Row {
        formats: &["uint8"],
        path: path(&["u8"]),
        ..INTEGER
    };

    /// `u16`
    UInt16 = Row {
        formats: &["uint16", "ushort"],
        path: path(&["u16"]),
        ..INTEGER
    };

    /// `u32`
    UInt32 = Row {
        formats: &["uint32"],
        path: path(&["u32"]),
        ..INTEGER
    };

    /// `u64`
    UInt64 = Row {
        formats: &["uint64", "uint", "ulong"],
        path: path(&["u64"]),
        ..INTEGER
    };

    /// An integer that 64 bits can be too few for: `serde_json::Number`.
    BigInteger = Row {
        formats: &["int128", "uint128", BIG_INTEGER],
        json_type: JsonType::Integer,
        // What goes beyond 64 bits looks like a number with a fraction to the JSON reader.
        kind: ScalarKind::Number,
        path: path(&["serde_json", "Number"]),
        ..STRING
    };

    /// `f64`
    Double = Row {
        formats: &["double", "float"],
        json_type: JsonType::Number,
        kind: ScalarKind::Number,
        path: path(&["f64"]),
        is_copy: true,
        has_default: true,
        sample: Some("1.0"),
        is_read_leniently: true,
        sent_by: Some(RuntimePart::Finite),
        ..STRING
    };

    /// `String`. Its formats are those that say no more than `type` where there is one (JSON Schema Validation 2020-12,
    /// section 7.3; OpenAPI 3.0.3, Data Types): real documents put `uuid`, `uri` or `email` on text that is none.
    String = Row {
        formats: &[
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
        path: path(&["String"]),
        has_default: true,
        converts: true,
        is_text: true,
        ..STRING
    };

    /// The runtime's secret text.
    Secret = Row {
        formats: &["password"],
        path: path(&["crate", "Secret"]),
        converts: true,
        is_text: true,
        ..STRING
    };

    /// An instant with its offset (RFC 3339).
    DateTime = Row {
        formats: &["date-time", "datetime", "date_time"],
        ..DATE_TIME
    };

    /// An instant whose missing offset means UTC.
    DateTimeOrUtc = Row {
        is_read_leniently: true,
        received_by: Some(RuntimePart::Dates),
        ..DATE_TIME
    };

    /// A calendar date.
    Date = Row {
        formats: &["date"],
        ..DATE
    };

    /// A calendar date whose time, if any, is dropped.
    DateOfDateTime = Row {
        is_read_leniently: true,
        received_by: Some(RuntimePart::Dates),
        ..DATE
    };

    /// Raw bytes, as a whole body.
    Bytes = Row {
        path: path(&["bytes", "Bytes"]),
        ..STRING
    };

    /// Nothing, as a whole body.
    Nothing = Row {
        is_copy: true,
        ..STRING
    };
}

/// Returns the libraries that clients depend on for a scalar.
pub(crate) fn libraries() -> impl Iterator<Item = Library> {
    Scalar::ALL.iter().filter_map(|scalar| scalar.row().library)
}

/// Returns the type for a `type` and a `format`. An integer without format has 64 bits: 32 are too few for sizes and
/// ids.
pub(crate) fn scalar(json_type: JsonType, format: Option<&str>) -> Scalar {
    let special = format.and_then(scalar_of_format);
    let special = special.filter(|scalar| match json_type {
        // Formats of integers stand beside `number` too.
        JsonType::Number => scalar.is_number(),
        other => scalar.row().json_type == other,
    });
    special.unwrap_or(match json_type {
        JsonType::Boolean => Scalar::Boolean,
        JsonType::Integer => Scalar::Int64,
        JsonType::Number => Scalar::Double,
        JsonType::String | JsonType::Array | JsonType::Object => Scalar::String,
    })
}

/// Returns the type for a `format` that stands without `type`. Documents write formats in any case.
pub(crate) fn scalar_of_format(format: &str) -> Option<Scalar> {
    let is_named = |name: &&str| name.eq_ignore_ascii_case(format);
    let mut scalars = Scalar::ALL.iter().copied();
    scalars.find(|scalar| scalar.row().formats.iter().any(is_named))
}

/// Returns the integer type for a `format`.
pub(crate) fn integer(format: &str) -> Option<Scalar> {
    scalar_of_format(format).filter(|scalar| scalar.row().json_type == JsonType::Integer)
}

/// Returns whether values of this `format` are numbers of the language.
pub(crate) fn is_number_format(format: &str) -> bool {
    scalar_of_format(format).is_some_and(Scalar::is_number)
}

impl Scalar {
    /// Returns whether its values are numbers in JSON.
    pub(crate) fn is_number(self) -> bool {
        matches!(self.row().json_type, JsonType::Integer | JsonType::Number)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_format_selects_two_scalars() {
        let mut seen = BTreeSet::new();
        for scalar in Scalar::ALL {
            for format in scalar.row().formats {
                assert!(seen.insert(format.to_ascii_lowercase()), "{format}");
            }
        }
    }

    #[test]
    fn formats_count_for_their_type_only() {
        let of = |json_type, format| scalar(json_type, Some(format));
        assert_eq!(of(JsonType::Number, "int32"), Scalar::Int32);
        assert_eq!(of(JsonType::Integer, "double"), Scalar::Int64);
        assert_eq!(of(JsonType::String, "Date-Time"), Scalar::DateTime);
        assert_eq!(of(JsonType::Boolean, "date"), Scalar::Boolean);
        assert_eq!(scalar_of_format("x"), None);
    }
}
