//! How bodies are encoded and decoded.

/// The runtime's function that encodes a request body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoder {
    /// As `application/json`.
    Json,
    /// As JSON of another media type.
    JsonAs,
    /// As `application/x-www-form-urlencoded`.
    Form,
    /// A string, as it is.
    Text,
    /// Any other scalar, as text.
    TextValue,
    /// Bytes, as they are.
    Bytes,
}

/// The runtime's function that decodes the body of a success.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decoder {
    /// There is no body.
    Empty,
    /// Any type, from JSON.
    Json,
    /// Any JSON value.
    Value,
    /// A string, from JSON or plain text.
    String,
    /// An array or map, which is empty if the body is `null`.
    Collection,
    /// Numbers, or an array or map of some.
    Numbers,
    /// An array or map of numbers, which is empty if the body is `null`.
    NumberCollection,
    /// A member of an object.
    Member,
    /// A member that can be absent or `null`.
    OptionalMember,
    /// A member that is an array or map.
    CollectionMember,
    /// A member that is a number, or an array or map of some.
    NumberMember,
    /// The same of a member that can be absent or `null`.
    OptionalNumberMember,
    /// A member that is an array or map of numbers.
    NumberCollectionMember,
    /// A string, as it is.
    Text,
    /// Any other scalar, from text.
    TextValue,
    /// A number, from text.
    TextNumber,
    /// Bytes, as they are.
    Bytes,
}
