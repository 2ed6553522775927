//! What every generated client shares: one request type, one way to send it, one error type.
//!
//! Generated code states facts about an API ([`Api`], [`Operation`], [`Parameter`]) and fills a [`Request`];
//! everything from there to the typed answer happens here, in code that is not generic over the operation.

pub mod api;
pub mod api_error;
pub mod attempt;
pub mod attempts;
pub mod base_url;
pub mod call;
pub mod client;
pub mod client_builder;
pub mod configuration_error;
pub mod cookie;
pub mod credential;
pub mod decode;
pub mod decode_error;
pub mod encoding;
pub mod envelope;
pub mod environment;
pub mod error;
pub mod error_body;
pub mod excerpt;
pub mod execute;
// region: finite
pub mod finite;
// endregion: finite
pub mod form;
pub mod future;
pub mod header;
pub mod http_client;
pub mod json;
pub mod json_path;
pub mod json_problem;
pub mod method;
pub mod model;
pub mod operation;
pub mod parameter;
pub mod path;
pub mod prepared;
pub mod proof;
pub mod query;
pub mod receive;
pub mod redirect;
pub mod reply;
pub mod request;
pub mod request_builder;
pub mod request_id;
pub mod response;
pub mod retry;
pub mod retry_after;
pub mod secret;
pub mod server_message;
pub mod style;
pub mod timeouts;
pub mod tls;
pub mod transport_error;
pub mod url;

pub use api::{Api, Scheme, SchemeKind};
pub use api_error::ApiError;
pub use client::Client;
pub use client_builder::ClientBuilder;
pub use configuration_error::ConfigurationError;
pub use credential::Credential;
pub use decode_error::DecodeError;
pub use error::{Error, TimeoutKind};
pub use error_body::{ErrorBody, Status};
pub use future::{BodyFuture, ResponseFuture};
pub use method::Method;
pub use operation::Operation;
pub use parameter::{Items, Location, Parameter, ParameterValue, Style};
pub use reply::Reply;
pub use request::Request;
#[allow(
    unused_imports,
    reason = "an API without optional parameters has no use for it"
)]
pub(crate) use request_builder::request_builder;
pub use response::Response;
pub use retry::RetryPolicy;
pub use secret::Secret;
pub use transport_error::TransportError;

pub use bytes::Bytes;
pub use reqwest::StatusCode;
pub use reqwest::header::HeaderMap;
