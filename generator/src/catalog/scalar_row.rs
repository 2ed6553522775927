//! What there is to know of a scalar: a column is a question that other modules ask of every scalar.

use super::json_type::JsonType;
use super::scalars::Scalar;

/// What there is to know of a scalar.
#[derive(Clone, Copy, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "a column is a question, mostly one of yes or no"
)]
pub(crate) struct Row {
    /// Its name, as variants of unions have it.
    pub name: &'static str,
    /// The formats that select it for values of its JSON type, in any case.
    pub formats: &'static [&'static str],
    /// The JSON type of its values.
    pub json_type: JsonType,
    /// What tells its values from others in a union.
    pub kind: ScalarKind,
    /// Its path in Rust.
    pub path: RustPath,
    /// The library that it is from, beside those that every client depends on.
    pub library: Option<Library>,
    /// Whether it is `Copy`: functions take it by value.
    pub is_copy: bool,
    /// Whether its `Default` can stand for `null`, if the `[decode]` settings say so.
    pub has_default: bool,
    /// Whether constructors and setters take `impl Into<T>`, because its users often have another type.
    pub converts: bool,
    /// Whether every string is a value of it.
    pub is_text: bool,
    /// A value of it in examples.
    pub sample: Option<&'static str>,
    /// The type of the same values without those below zero.
    pub unsigned: Option<Scalar>,
    /// Whether the runtime's `Numbers` decodes it, which accepts more than its `Deserialize`.
    pub is_read_leniently: bool,
    /// The part of the runtime that clients need which send it.
    pub sent_by: Option<RuntimePart>,
    /// The part of the runtime that clients need which receive it.
    pub received_by: Option<RuntimePart>,
}

/// What tells the values of a scalar from others in a union: their JSON type as the runtime sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ScalarKind {
    /// `true` or `false`.
    Boolean,
    /// A number without a fraction.
    Integer,
    /// A number with or without a fraction.
    Number,
    /// A string.
    String,
    /// A string that not every string is: a value that can be decoded as one is one.
    FormattedString,
}

/// The path of a type: `chrono::DateTime<chrono::FixedOffset>`. Without segments it is `()`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RustPath {
    /// Its segments; `crate` is the client.
    pub segments: &'static [&'static str],
    /// Its generic arguments.
    pub arguments: &'static [RustPath],
}

/// Returns the path of these segments, without generic arguments.
pub(super) const fn path(segments: &'static [&'static str]) -> RustPath {
    RustPath {
        segments,
        arguments: &[],
    }
}

/// A library that clients depend on if they use a type of it. They export it again, because their items name the type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Library {
    /// Its name.
    pub name: &'static str,
    /// The dependency in `Cargo.toml`: the version and the features.
    pub dependency: &'static str,
}

/// A part of the runtime that clients contain only if they need it for a scalar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RuntimePart {
    /// Decodes dates in other formats than RFC 3339.
    Dates,
    /// Refuses to send NaN and infinite numbers.
    Finite,
}
