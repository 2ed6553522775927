//! What every generated client shares: one request type, one way to send it, one error type.
//!
//! Generated code states facts about an API ([`Api`], [`Operation`], [`Parameter`]) and fills a [`Request`];
//! everything from there to the typed response happens here, in code that is not generic over the operation.

pub mod api;
pub mod api_error;
pub mod body;
pub mod call;
pub mod client;
pub mod client_builder;
pub mod credential;
pub mod decode;
pub mod decode_error;
pub mod error;
// region: finite
pub mod finite;
// endregion: finite
pub mod header;
pub mod http_client;
pub mod model;
pub mod parameter;
pub mod raw_response;
pub mod redirect;
pub mod request;
pub mod response;
pub mod retry;
pub mod server_message;
pub mod style;
pub mod url;

pub use api::{Api, Method, Operation, Scheme, SchemeKind};
pub use api_error::{ApiError, ErrorBody, Status};
pub use client::Client;
pub use client_builder::ClientBuilder;
pub use credential::{Credential, Secret};
pub use decode_error::DecodeError;
pub use error::{ConfigurationError, Error, TimeoutKind, TransportError};
pub use parameter::{Items, Location, Parameter, ParameterValue, Style};
pub use raw_response::RawResponse;
pub use request::{BodyFuture, Request, ResponseFuture};
pub use response::Response;
pub use retry::RetryPolicy;
// region: macros
pub use client::client;
#[allow(unused_imports, reason = "not every API has one of these")]
pub use request::request_builder;
// endregion: macros

pub use bytes::Bytes;
pub use reqwest;
pub use reqwest::StatusCode;
pub use reqwest::header::HeaderMap;
