//! The intermediate representation: the client as Rust will see it, and nothing of OpenAPI but what travels.
//!
//! Plain data. Lowering fills it, analysis settles what depends on the whole, emission prints it.

mod coding;
mod graph;
mod model;
mod operation;
mod style;

pub use crate::catalog::scalars::Scalar;
pub use crate::catalog::{Location, Method};
pub use coding::{Decoder, Encoder};
pub(crate) use graph::{circles, references};
pub use model::{
    Constant, Content, Conversion, Enum, EnumValue, EnumValues, Field, Kind, Patches, Presence,
    Shape, ShapeSummary, Source, Struct, Tag, Type, TypeOperations, Union, Usage, Variant,
};
pub use operation::{
    ApiKeyPlace, Arguments, Body, ErrorBody, Operation, Parameter, Status, Success, SuccessCase,
    SuccessUnion,
};
pub use style::{Items, ParameterStyle, Separator, Style};

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::scalar_row::{Library, RuntimePart};
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
    /// The scalars that it uses, and who sends them.
    pub scalars: BTreeMap<Scalar, Usage>,
    /// How deep the compiler has to look into types that lead to each other, where its own limit is too low.
    pub recursion_limit: Option<usize>,
    /// Modules of operations, by name.
    pub operations: BTreeMap<Identifier, OperationModule>,
}

impl Api {
    /// Returns the libraries that its scalars are from, beside those of every client.
    pub(crate) fn libraries(&self) -> BTreeSet<Library> {
        let scalars = self.scalars.keys();
        scalars.filter_map(|scalar| scalar.row().library).collect()
    }

    /// Returns whether its scalars need this part of the runtime.
    pub(crate) fn needs(&self, part: RuntimePart) -> bool {
        self.scalars.iter().any(|(scalar, usage)| {
            let row = scalar.row();
            usage.request && row.sent_by == Some(part)
                || usage.response && row.received_by == Some(part)
        })
    }

    /// Returns whether any type of the client is a union.
    pub fn has_unions(&self) -> bool {
        let mut types = self.types.values();
        types.any(|ty| matches!(ty.shape, Shape::Union(_)))
    }

    /// Returns whether any type of the client is an enum of integers.
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
