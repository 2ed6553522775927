//! Types of a client.

use super::TypeRef;
use crate::diagnostics::Pointer;
use crate::names::Identifier;

/// A type of the client.
#[derive(Clone, Debug)]
pub struct Type {
    /// Its unique name.
    pub name: Identifier,
    /// What the document says of it, `CommonMark`.
    pub description: String,
    /// Whether the document discourages its use.
    pub deprecated: bool,
    /// Who sends it.
    pub usage: Usage,
    /// The operations whose messages are of this type.
    pub operations: TypeOperations,
    /// What it looks like.
    pub shape: Shape,
    /// Where the document describes it.
    pub origin: Pointer,
}

/// The functions of operations whose messages are of one type, or lists or maps of it.
#[derive(Clone, Debug, Default)]
pub struct TypeOperations {
    /// Those that send it.
    pub senders: Vec<Identifier>,
    /// Those that return it.
    pub receivers: Vec<Identifier>,
    /// Those whose errors have it.
    pub failing: Vec<Identifier>,
}

/// Who sends a type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    /// The client does.
    pub request: bool,
    /// The API does.
    pub response: bool,
}

/// What a type looks like.
#[derive(Clone, Debug)]
pub enum Shape {
    /// An object.
    Struct(Struct),
    /// One of several listed values.
    Enum(Enum),
    /// One of several types.
    Union(Union),
    /// Another name of a type.
    Alias(TypeRef),
    /// A wrapper, where another name would be infinite.
    Wrapper(TypeRef),
}

/// An object.
#[derive(Clone, Debug, Default)]
pub struct Struct {
    /// Its listed members, in the document's order.
    pub fields: Vec<Field>,
    /// The field for members that are not listed, and their type.
    pub extra: Option<(Identifier, TypeRef)>,
    /// Whether those are numbers, or lists or maps of some.
    pub has_extra_numbers: bool,
    /// Whether it can be made from nothing.
    pub has_default: bool,
}

/// A member of an object.
#[derive(Clone, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "a member is several things or not"
)]
pub struct Field {
    /// Its name in Rust.
    pub name: Identifier,
    /// The method that sets it, where the type is sent.
    pub setter: Identifier,
    /// Its name in JSON.
    pub wire: String,
    /// The type of its value.
    pub ty: TypeRef,
    /// Whether that is a number, or a list or map of some.
    pub is_number: bool,
    /// Whether it is required, and decodes `null` or a missing value as the type's `Default`.
    pub is_defaulted: bool,
    /// Whether that is a union.
    pub content: Content,
    /// Whether it can be absent or `null`.
    pub presence: Presence,
    /// The value that the constructor gives it, where it is required and can have but one.
    pub constant: Option<Constant>,
    /// What the document says of it, `CommonMark`.
    pub description: String,
    /// Whether the document discourages its use.
    pub deprecated: bool,
    /// Whether only the API sends it.
    pub read_only: bool,
    /// Whether only the client sends it.
    pub write_only: bool,
    /// Where the document describes it.
    pub origin: Pointer,
}

/// Whether a member holds a union: its constructor and setter take what can become one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// A union, perhaps in a box.
    Union,
    /// Any other type.
    Other,
}

/// Whether a member can be absent or `null`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It is always there.
    Required,
    /// It can be absent; `null` means the same.
    Optional,
    /// Absent and `null` are two different things.
    Patch,
}

/// The one value that something can have.
#[derive(Clone, Debug, PartialEq)]
pub enum Constant {
    /// A string.
    Text(String),
    /// An integer.
    Integer(i64),
    /// A number with a fraction.
    Number(f64),
    /// `true` or `false`.
    Boolean(bool),
    /// The variant of an enum of the client, by the names of both.
    Variant(Identifier, Identifier),
}

/// One of several listed values.
#[derive(Clone, Debug)]
pub struct Enum {
    /// The values, in the document's order.
    pub values: EnumValues,
    /// The schema that lists them.
    pub origin: Pointer,
}

/// The values of an enum.
#[derive(Clone, Debug)]
pub enum EnumValues {
    /// Strings.
    Strings(Vec<EnumValue<String>>),
    /// Integers.
    Integers(Vec<EnumValue<i64>>),
}

/// A value of an enum.
#[derive(Clone, Debug)]
pub struct EnumValue<T> {
    /// Its name in Rust.
    pub name: Identifier,
    /// The value as it travels.
    pub wire: T,
    /// What the document says of it.
    pub description: String,
    /// Its place in the document's list.
    pub place: usize,
}

/// One of several types.
#[derive(Clone, Debug)]
pub struct Union {
    /// The variants, in the document's order.
    pub variants: Vec<Variant>,
    /// The variant for what matches none.
    pub other: Identifier,
    /// What it can be made from, in the order of the variants; only where it is sent.
    pub conversions: Vec<Conversion>,
    /// The members that tell `null` from absent and hold it: these can be set from the same.
    pub patches: Patches,
}

/// A `From` of a union.
#[derive(Clone, Debug)]
pub struct Conversion {
    /// The variant that it makes.
    pub variant: Identifier,
    /// What it takes.
    pub source: Source,
    /// The alternative that the document lists for the variant.
    pub origin: Pointer,
}

/// What a union can be made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A value of this type, in which no alias is left.
    Type(TypeRef),
    /// `&str`.
    Text,
}

/// How members that tell `null` from absent hold a union.
#[derive(Clone, Copy, Debug, Default)]
pub struct Patches {
    /// As `Patch<T>`.
    pub plain: bool,
    /// As `Patch<Box<T>>`.
    pub boxed: bool,
}

/// A variant of a union.
#[derive(Clone, Debug)]
pub struct Variant {
    /// Its name in Rust.
    pub name: Identifier,
    /// Its type.
    pub ty: TypeRef,
    /// Whether that is a list or map of numbers.
    pub holds_numbers: bool,
    /// What tells its values from those of the others.
    pub shape_summary: ShapeSummary,
    /// The discriminator's member and value, added on writing where the type has no such member.
    pub discriminator: Option<(String, String)>,
    /// The alternative that the document lists for it.
    pub origin: Pointer,
}

/// What values of a schema look like from outside: enough to tell them from those of another one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShapeSummary {
    /// The JSON type of the values.
    pub kind: Kind,
    /// The values, where it is an enum; integers as text.
    pub values: Vec<String>,
    /// Whether the document admits values beside those of the enum.
    pub open: bool,
    /// Members that always hold one of a few known values.
    pub tags: Vec<Tag>,
    /// The discriminator with the value that only the name of the schema suggests.
    pub hints: Vec<Tag>,
    /// Members that hold one of a few known values where they are there, and others in another variant.
    pub choices: Vec<Tag>,
    /// Members that are always there.
    pub required: Vec<String>,
    /// All listed members.
    pub known: Vec<String>,
    /// Members whose own values tell it from another variant, where nothing above does.
    pub members: Vec<(String, ShapeSummary)>,
    /// The same of the items of a list and the values of a map.
    pub items: Option<Box<ShapeSummary>>,
}

/// The JSON type of values, and what else they show of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Any JSON value.
    #[default]
    Any,
    /// An object.
    Object,
    /// An object for which the document admits further members.
    Map,
    /// An object of which the document says nothing more.
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

impl Kind {
    /// Returns whether the values are objects.
    pub(crate) fn is_object(self) -> bool {
        matches!(self, Self::Object | Self::Map | Self::Free | Self::Closed)
    }
}

/// A member that holds one of a few known strings, integers or booleans.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// The member.
    pub key: String,
    /// Its possible values, as text.
    pub values: Vec<String>,
}
