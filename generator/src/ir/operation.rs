//! Operations of a client.

use super::{Constant, Decoder, Encoder, Location, Method, ParameterStyle, TypeRef};
use crate::diagnostics::Pointer;
use crate::names::Identifier;

/// An operation.
#[derive(Clone, Debug)]
pub struct Operation {
    /// Its function.
    pub name: Identifier,
    /// The static that describes it.
    pub constant: Identifier,
    /// The type that takes its optional parameters, if it has any.
    pub builder: Option<Identifier>,
    /// How it takes its required parameters, if they are too many for arguments of their own.
    pub arguments: Option<Arguments>,
    /// `operationId`, or what stands for it.
    pub id: String,
    /// HTTP method.
    pub method: Method,
    /// Path template.
    pub path: String,
    /// Base URLs of its own servers, of which requests go to the first; empty if the API's serve it too. They can be
    /// relative to the API's.
    pub base_urls: Vec<String>,
    /// Summary and description, `CommonMark`.
    pub description: String,
    /// Whether the document discourages its use.
    pub deprecated: bool,
    /// Parameters; required ones first, in the order of the function's arguments.
    pub parameters: Vec<Parameter>,
    /// Request body.
    pub body: Option<Body>,
    /// What a success carries.
    pub success: Success,
    /// The `Accept` header, where it is not the runtime's own.
    pub accept: Option<String>,
    /// The listed statuses of successes and redirections, if clients have to know them: with a `default` response, or if
    /// there are redirections.
    pub listed: Vec<Status>,
    /// Typed bodies of failures.
    pub errors: Vec<ErrorBody>,
    /// Alternatives of schemes that go together, where they are not the API's own.
    pub security: Option<Vec<Vec<String>>>,
    /// Where the document describes it.
    pub origin: Pointer,
}

/// The struct of an operation's required parameters.
#[derive(Clone, Debug)]
pub struct Arguments {
    /// Its name.
    pub ty: Identifier,
    /// The argument that takes it.
    pub name: Identifier,
}

/// A parameter.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Its argument or setter.
    pub name: Identifier,
    /// Its name on the wire.
    pub wire: String,
    /// Where it travels.
    pub location: Location,
    /// How it is written there.
    pub style: ParameterStyle,
    /// The type of its value.
    pub ty: TypeRef,
    /// Whether it has to be sent.
    pub required: bool,
    /// The value that it is sent with unless another one is set, where it is required and can have but one.
    pub constant: Option<Constant>,
    /// What the document says of it, `CommonMark`.
    pub description: String,
    /// The first sentence of that, as a doc comment has it.
    pub summary: String,
    /// Whether the document discourages its use.
    pub deprecated: bool,
    /// Where the document describes it.
    pub origin: Pointer,
}

/// Where an API key travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ApiKeyPlace {
    /// In a header.
    Header,
    /// In the query.
    Query,
    /// In a cookie.
    Cookie,
}

/// A request body.
#[derive(Clone, Debug)]
pub struct Body {
    /// Its argument or setter.
    pub name: Identifier,
    /// The type of its value.
    pub ty: TypeRef,
    /// Its media type.
    pub media_type: String,
    /// How it is encoded.
    pub encoder: Encoder,
    /// Whether it has to be given.
    pub required: bool,
    /// Members of a form that are not written as members of forms mostly are: their names, and how they are written.
    pub fields: Vec<(String, ParameterStyle)>,
    /// What the document says of it, `CommonMark`.
    pub description: String,
    /// Where the document describes it.
    pub origin: Pointer,
}

/// What a success carries.
#[derive(Clone, Debug)]
pub enum Success {
    /// The same for every success status.
    Single(SuccessCase),
    /// It depends on the status.
    Union(SuccessUnion),
}

impl Success {
    /// Returns what each success status carries.
    pub(crate) fn cases_mut(&mut self) -> impl Iterator<Item = &mut SuccessCase> {
        let (single, several) = match self {
            Self::Single(case) => (Some(case), None),
            Self::Union(union) => (None, Some(&mut union.cases)),
        };
        let several = several.into_iter().flatten();
        single.into_iter().chain(several.map(|(_, _, case)| case))
    }
}

/// What one success status carries.
#[derive(Clone, Debug)]
pub struct SuccessCase {
    /// The type of its body.
    pub ty: TypeRef,
    /// How that is decoded.
    pub decoder: Decoder,
    /// The member of the body that is given in place of the whole body.
    pub member: Option<String>,
    /// What the document says of it.
    pub description: String,
    /// Where the document describes it.
    pub origin: Pointer,
}

/// What several success statuses carry.
#[derive(Clone, Debug)]
pub struct SuccessUnion {
    /// The enum's name.
    pub name: Identifier,
    /// A variant for each status.
    pub cases: Vec<(Identifier, Status, SuccessCase)>,
}

/// The typed body of a failure.
#[derive(Clone, Debug)]
pub struct ErrorBody {
    /// When it is sent.
    pub status: Status,
    /// Its type.
    pub ty: TypeRef,
    /// Whether that is a number, or a list or map of some.
    pub is_number: bool,
    /// What the document says of it, in one sentence as a doc comment has it.
    pub summary: String,
}

/// A key of the Responses Object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// One status code.
    Exact(u16),
    /// All codes with this first digit.
    Range(u8),
    /// Whatever no other key covers.
    Default,
}
