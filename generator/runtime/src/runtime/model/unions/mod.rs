//! Decoding of `oneOf` and `anyOf`. Generated only if the document has unions.
//!
//! A value is compared with what the generator knows of each variant, its [`Candidate`], and the variants that it can be are
//! ranked by how well it fits them. The first one that decodes it is taken: one that leaves no value unlisted if there is
//! any. Strings count as numbers only if no variant takes them as strings. A value that fits none is kept as an
//! [`UnmatchedValue`].

mod fit;
mod state;
mod union;

pub use state::{are_read, count_catch_all};
pub use union::{Union, UnmatchedValue, deserialize_union, serialize_tagged};

// region: macros
#[allow(unused_imports, reason = "not every union can be made from values")]
pub use union::{from, union};
// endregion: macros

/// The JSON types a schema admits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Any JSON value.
    Any,
    /// An object.
    Object,
    /// An object for which the document admits further members, which are kept.
    Map,
    /// An object of which the document says nothing more; its members are kept.
    Free,
    /// An object that has no members but those which the document lists.
    Closed,
    /// An array.
    Array,
    /// A string.
    String,
    /// A string of a special form, such as a date.
    FormattedString,
    /// A number with or without a fraction.
    Number,
    /// A number without a fraction.
    Integer,
    /// `true` or `false`.
    Boolean,
    /// `null`.
    Null,
}

/// What tells the values of one variant from those of the others; settled when the client is generated.
#[derive(Clone, Copy, Debug)]
pub struct Candidate {
    /// The JSON type of its values.
    pub kind: Kind,
    /// Its values, where it is an enum; integers as text.
    pub values: &'static [&'static str],
    /// Whether the document admits values beside those of the enum.
    pub open: bool,
    /// Members that always hold one of a few known values, such as the discriminator; numbers and booleans as text.
    pub tags: &'static [(&'static str, &'static [&'static str])],
    /// The discriminator with the value that only the name of the schema suggests: another value does not rule the
    /// variant out, as long as it knows every member.
    pub hints: &'static [(&'static str, &'static [&'static str])],
    /// Members that hold one of a few known values where they are there, and others in another variant.
    pub choices: &'static [(&'static str, &'static [&'static str])],
    /// Members that are always there.
    pub required: &'static [&'static str],
    /// All members that the document lists.
    pub known: &'static [&'static str],
    /// Members whose own values tell it from another variant, where nothing above does.
    pub members: &'static [(&'static str, Self)],
    /// The same of the items of a list and the values of a map.
    pub items: Option<&'static Self>,
}

impl Candidate {
    /// Returns a candidate that is distinguished by its JSON type only.
    #[must_use]
    pub const fn new(kind: Kind) -> Self {
        Self {
            kind,
            values: &[],
            open: false,
            tags: &[],
            hints: &[],
            choices: &[],
            required: &[],
            known: &[],
            members: &[],
            items: None,
        }
    }
}
