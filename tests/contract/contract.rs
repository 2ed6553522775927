//! What the tables of an API say, and how a call ends.

use std::pin::Pin;

use serde_json::Value;

/// An API: its document, its client of type `C`, and tables of what the client offers.
pub struct Contract<C: 'static> {
    /// The document, relative to the root of the repository.
    pub document: &'static str,
    /// Makes a client that sends its requests to a base URL, with the credentials of `authorization`.
    pub client: fn(&str) -> C,
    /// The `Authorization` header of an operation that asks for credentials.
    pub authorization: &'static str,
    /// The member of a successful answer that calls give instead of the whole, where an answer can have it.
    pub unwrap: Option<&'static str>,
    /// What the calls pass for parameters, by the parameter's name; lists as JSON. Those of the path have to be here.
    pub arguments: &'static [(&'static str, &'static str)],
    /// The JSON pointer of the code in an error body, if there is one.
    pub code: Option<&'static str>,
    /// The JSON pointer of the message in an error body.
    pub message: &'static str,
    /// Calls by operation ID, at least one for each operation. Together, the calls of an operation send each
    /// parameter and each property of the body.
    pub calls: &'static [Row<Call<C>>],
    /// The types of the named schemas: what writes a decoded value again.
    pub types: &'static [Row<Again>],
    /// The types of the enums, by the JSON pointer of their schemas below `/components`.
    pub enums: &'static [Row<fn() -> Enumerated>],
}

/// A row of a table: what the document calls it, and what the client has for it.
pub type Row<T> = (&'static str, T);

/// Calls an operation through a client.
pub type Call<C> = fn(&C) -> Answer;

/// Decodes a value as some type, and encodes that; the error is what the decoder says.
pub type Again = fn(&Value) -> Result<Value, String>;

/// A call under way.
pub type Answer = Pin<Box<dyn Future<Output = Outcome>>>;

/// How a call ended.
#[derive(Debug)]
pub enum Outcome {
    /// The answer was decoded; `value` is it, encoded again.
    Decoded {
        /// The status of the answer.
        status: u16,
        /// The decoded body, encoded again; `null` if the operation has none.
        value: Value,
    },
    /// The server refused.
    Refused(Refusal),
    /// The call failed in another way.
    Failed {
        /// What the client says about it.
        #[expect(dead_code, reason = "it is read by `Debug`")]
        error: String,
    },
}

/// An answer with a status other than 2xx, as the client shows it.
#[derive(Debug)]
pub struct Refusal {
    /// The status of the answer.
    pub status: u16,
    /// What the client takes for the server's code.
    pub code: Option<String>,
    /// What the client takes for the server's message.
    pub message: Option<String>,
    /// The typed body, encoded again.
    pub typed: Option<Value>,
    /// The body as it came.
    pub bytes: Vec<u8>,
}

/// What the type of an enum does.
pub struct Enumerated {
    /// The values of its listed variants; `null` for a variant that does not decode to itself.
    pub listed: Vec<Value>,
    /// Whether it decodes a value of no listed variant, and writes it again unchanged.
    pub is_open: bool,
}
