//! The intermediate representation: the client as Rust will see it, and nothing of OpenAPI but what travels.
//!
//! Plain data. Lowering fills it, analysis settles what depends on the whole, emission prints it.

mod coding;
mod graph;
mod model;
mod operation;
mod style;

pub use coding::{Decoder, Encoder};
pub(crate) use graph::{circles, references};
pub use model::{
    Constant, Content, Conversion, Enum, EnumValue, EnumValues, Field, Kind, Outline, Patches,
    Presence, Shape, Source, Struct, Tag, Type, Union, Usage, Variant,
};
pub use operation::{
    ApiKeyPlace, Arguments, Body, ErrorBody, Operation, Parameter, Place, Status, Success,
    SuccessCase, SuccessUnion,
};
pub use style::{Items, ParameterStyle, Separator, Style};

use std::collections::BTreeMap;

use crate::diagnostics::Pointer;
use crate::names::Identifier;

/// A whole client.
#[derive(Clone, Debug)]
pub struct Api {
    /// Title of the API, for people.
    pub title: String,
    /// Description of the API, `CommonMark`.
    pub description: String,
    /// Version that the document gives itself.
    pub document_version: String,
    /// Servers in the document's order; the first is the default.
    pub servers: Vec<Server>,
    /// The path of the first server if no server has a host: with a leading slash, without a trailing one.
    pub base_path: Option<String>,
    /// Ways to authenticate.
    pub schemes: Vec<SecurityScheme>,
    /// Alternatives of schemes that go together, for operations that say nothing else.
    pub security: Vec<Vec<String>>,
    /// All types by their unique name.
    pub types: BTreeMap<Identifier, Type>,
    /// Modules of types, by name.
    pub models: BTreeMap<Identifier, Vec<Identifier>>,
    /// Whether any type is a date or an instant.
    pub uses_dates: bool,
    /// Whether dates in other formats than RFC 3339 are accepted.
    pub reads_other_dates: bool,
    /// How deep the compiler has to look into types that lead to each other, where its own limit is too low.
    pub recursion_limit: Option<usize>,
    /// Modules of operations, by name.
    pub operations: BTreeMap<Identifier, OperationModule>,
}

impl Api {
    /// Whether any type of the client is a union.
    pub fn has_unions(&self) -> bool {
        let mut types = self.types.values();
        types.any(|ty| matches!(ty.shape, Shape::Union(_)))
    }

    /// Whether any type of the client is an enum of integers.
    pub fn has_integer_enums(&self) -> bool {
        let is_integer = |values: &EnumValues| matches!(values, EnumValues::Integers(_));
        let mut types = self.types.values();
        types.any(|ty| matches!(&ty.shape, Shape::Enum(values) if is_integer(&values.values)))
    }
}

/// The operations of one tag.
#[derive(Clone, Debug, Default)]
pub struct OperationModule {
    /// The tag.
    pub tag: String,
    /// What the document says of the tag.
    pub description: String,
    /// The operations in the document's order.
    pub operations: Vec<Operation>,
}

/// A server the document lists.
#[derive(Clone, Debug)]
pub struct Server {
    /// URL with `{variables}`.
    pub url: String,
    /// URL with the defaults of the variables.
    pub default_url: String,
    /// What the document says of it.
    pub description: String,
    /// Variables with their names in Rust, in the order of the document.
    pub variables: Vec<ServerVariable>,
    /// The function that makes the URL, where there are variables.
    pub function: Identifier,
    /// Where the document describes it.
    pub origin: Pointer,
}

/// A variable of a server's URL.
#[derive(Clone, Debug)]
pub struct ServerVariable {
    /// Its name in the URL.
    pub wire: String,
    /// Its name in Rust.
    pub name: Identifier,
    /// The value used when none is given.
    pub default: String,
    /// Values the document lists.
    pub allowed: Vec<String>,
    /// What the document says of it.
    pub description: String,
}

/// A way to authenticate.
#[derive(Clone, Debug)]
pub struct SecurityScheme {
    /// Its name in the document.
    pub wire: String,
    /// The builder's method that takes the credential.
    pub method: Identifier,
    /// How the credential travels.
    pub kind: SchemeKind,
    /// What the document says of it.
    pub description: String,
    /// Where the document describes it.
    pub origin: Pointer,
}

/// How a credential travels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SchemeKind {
    /// HTTP Basic (RFC 7617).
    Basic,
    /// Bearer token (RFC 6750), also for OAuth 2 and `OpenID` Connect.
    Bearer,
    /// A key under a name of the API's own.
    ApiKey {
        /// Where it travels.
        place: ApiKeyPlace,
        /// Its name there.
        wire: String,
    },
}

/// A type where it is used.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TypeRef {
    /// A type of the client.
    Named(Identifier),
    /// A type of the language or of a library.
    Scalar(Scalar),
    /// `Vec<T>`.
    List(Box<Self>),
    /// `BTreeMap<String, T>`.
    Map(Box<Self>),
    /// `Option<T>`, for `null` where a value is expected.
    Optional(Box<Self>),
    /// `Box<T>`, where a type would contain itself.
    Boxed(Box<Self>),
    /// Any JSON value.
    Json,
}

/// A type of the language or of a library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scalar {
    /// `bool`
    Boolean,
    /// `i8`
    Int8,
    /// `i16`
    Int16,
    /// `i32`
    Int32,
    /// `i64`
    Int64,
    /// `u8`
    UInt8,
    /// `u16`
    UInt16,
    /// `u32`
    UInt32,
    /// `u64`
    UInt64,
    /// An integer that 64 bits can be too few for: `serde_json::Number`.
    BigInteger,
    /// `f64`
    Double,
    /// `String`
    String,
    /// The runtime's secret text.
    Secret,
    /// An instant with its offset (RFC 3339).
    DateTime,
    /// An instant whose missing offset means UTC.
    DateTimeOrUtc,
    /// A calendar date.
    Date,
    /// A calendar date whose time, if any, is dropped.
    DateOfDateTime,
    /// Raw bytes, as a whole body.
    Bytes,
    /// Nothing, as a whole body.
    Nothing,
}

impl Scalar {
    /// Whether it is an instant or a calendar date.
    pub(crate) fn is_date(self) -> bool {
        matches!(
            self,
            Self::DateTime | Self::DateTimeOrUtc | Self::Date | Self::DateOfDateTime
        )
    }

    /// Whether it is decoded more leniently than by the `Deserialize` of its type.
    pub(crate) fn is_read_leniently(self) -> bool {
        let is_lenient_date = matches!(self, Self::DateTimeOrUtc | Self::DateOfDateTime);
        self.is_integer() || self == Self::Double || is_lenient_date
    }

    /// Whether it is an integer of the language.
    pub(crate) fn is_integer(self) -> bool {
        matches!(
            self,
            Self::Int8
                | Self::Int16
                | Self::Int32
                | Self::Int64
                | Self::UInt8
                | Self::UInt16
                | Self::UInt32
                | Self::UInt64
        )
    }
}
