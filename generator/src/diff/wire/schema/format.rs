//! `format`.

use super::View;
use super::kind::{Kind, kind};
use super::pair::Pair;
use crate::catalog::type_names::meaning;
use crate::diff::wire::codes::{
    ChangeCode, FORMAT_CHANGED, FORMAT_HINTED, FORMAT_NARROWED, FORMAT_WIDENED,
};
use crate::diff::wire::comparison::Comparison;
use crate::diff::wire::words;

/// Formats of which the latter admits all values of the former.
const WIDER: &[(&str, &str)] = &[
    ("int8", "int16"),
    ("int8", "int32"),
    ("int8", "int64"),
    ("int16", "int32"),
    ("int16", "int64"),
    ("int32", "int64"),
    ("uint8", "uint16"),
    ("uint8", "uint32"),
    ("uint8", "uint64"),
    ("uint16", "uint32"),
    ("uint16", "uint64"),
    ("uint32", "uint64"),
    ("uint32", "int64"),
    ("float", "double"),
    ("uri", "uri-reference"),
    ("email", "idn-email"),
    ("hostname", "idn-hostname"),
];

/// Formats that only say again what `type` says (OpenAPI 3.0.3, Data Types: the signed 64 bits of an integer are the
/// widest that it knows).
const SAYING_NOTHING: &[&str] = &[
    "string", "number", "integer", "boolean", "object", "array", "text",
];

/// Compares the formats.
pub(super) fn compare(comparison: &mut Comparison<'_>, pair: &Pair<'_>) {
    let (old, new) = (format(&pair.old), format(&pair.new));
    if old == new || matches!(kind(&pair.new), Kind::Array | Kind::Object | Kind::Boolean) {
        return;
    }
    let what = match (old, new) {
        (Some(old), Some(new)) => format!(
            "has the format {} instead of {}",
            words::code(new),
            words::code(old)
        ),
        (None, Some(new)) => format!("has the format {}", words::code(new)),
        (Some(old), None) => format!("does not have the format {} any more", words::code(old)),
        (None, None) => return,
    };
    let kind = kind(&pair.new);
    let code = if limiting(kind, old) == limiting(kind, new) {
        &FORMAT_HINTED
    } else {
        change(old, new)
    };
    pair.report(comparison, code, "format", || what);
}

/// The format, if it leaves out some values of the type: `password` is for who shows them, and 64 bits are what readers
/// of JSON have for numbers (OpenAPI 3.0.3, Data Types; RFC 8259, section 6).
fn limiting(kind: Kind, format: Option<&str>) -> Option<&str> {
    format.filter(|format| {
        !matches!(
            (kind, *format),
            (_, "password") | (Kind::Integer, "int64") | (Kind::Number, "double")
        )
    })
}

fn change(old: Option<&str>, new: Option<&str>) -> &'static ChangeCode {
    match (old, new) {
        (None, _) => &FORMAT_NARROWED,
        (_, None) => &FORMAT_WIDENED,
        (Some(old), Some(new)) if WIDER.contains(&(old, new)) => &FORMAT_WIDENED,
        (Some(old), Some(new)) if WIDER.contains(&(new, old)) => &FORMAT_NARROWED,
        _ => &FORMAT_CHANGED,
    }
}

/// The format, or the one that the word in place of the type implies.
fn format<'a>(view: &View<'a>) -> Option<&'a str> {
    let format = view.text("format");
    let implied = || view.text("type").and_then(|word| meaning(word).format);
    format
        .filter(|format| !SAYING_NOTHING.contains(format) && !format.is_empty())
        .or_else(implied)
}
