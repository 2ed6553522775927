//! Error responses, and their bodies of the types that the document gives.

use super::decode_error::unsupported_encoding;
use super::model::Numbers;
use super::raw_response::RawResponse;
use super::response::write_request_id;
use super::retry::retry_after;
use super::server_message::{ServerMessage, excerpt};
use bytes::Bytes;
use reqwest::header::HeaderMap;
use reqwest::{Method, StatusCode, Url};
use serde::de::DeserializeOwned;
use std::any::Any;
use std::fmt;
use std::time::Duration;

/// An error response: a status other than 2xx that the document does not list as a redirection, or an unlisted 2xx status
/// whose body has the type of the document's `default` response.
pub struct ApiError(Box<Answer>);

struct Answer {
    response: RawResponse,
    said: ServerMessage,
    typed: Option<AnyBody>,
}

impl ApiError {
    /// Returns the error that `response` is.
    #[must_use]
    pub fn new(response: RawResponse) -> Self {
        let said = ServerMessage::find(response.body());
        let documented = response.origin().operation.errors;
        let typed = decode_body(documented, response.status(), response.body());
        Self(Box::new(Answer {
            response,
            said,
            typed,
        }))
    }

    /// Returns the operation's id.
    #[must_use]
    pub fn operation(&self) -> &'static str {
        self.0.response.origin().operation.id
    }

    /// Returns the method of the request.
    #[must_use]
    pub fn method(&self) -> Method {
        self.0.response.origin().operation.method.to_http()
    }

    /// Returns the URL of the response, without its query.
    #[must_use]
    pub fn url(&self) -> &Url {
        &self.0.response.origin().url
    }

    /// Returns the status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.0.response.status()
    }

    /// Returns the headers, rate limits among them if the server sends them.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        self.0.response.headers()
    }

    /// Returns the server's name for this request, from `requestId` or a member like it of a JSON body, else from
    /// `x-request-id` or a header like it.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        let own = self.0.said.request_id.as_deref();
        own.or_else(|| self.0.response.request_id())
    }

    /// Returns the body, if it is of the type `T` that the API's document gives for this status.
    #[must_use]
    pub fn body<T: 'static>(&self) -> Option<&T> {
        self.0.typed.as_ref()?.downcast_ref()
    }

    /// Returns whether the body has the type that the document gives for this status.
    #[must_use]
    pub fn is_documented(&self) -> bool {
        self.0.typed.is_some()
    }

    /// Returns the raw body, truncated if [`ApiError::is_cut`] is true.
    #[must_use]
    pub fn bytes(&self) -> &Bytes {
        self.0.response.body()
    }

    /// Returns whether the body exceeded the limit of the client and was truncated.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        self.0.response.is_cut()
    }

    /// Returns the server's code for the error, found in the usual places of a JSON body.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.0.said.code.as_deref()
    }

    /// Returns the server's message, found in the usual places of a JSON body; on one line and at most 400 characters.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.0.said.message.as_deref()
    }

    /// Returns how long the server asks to wait (RFC 9110, section 10.2.3).
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        retry_after(self.headers())
    }

    /// Returns the start of a body that is text but not JSON, such as a page of a proxy, or a note that the body is
    /// compressed.
    fn text(&self) -> Option<String> {
        if let Some(encoding) = self.0.response.encoding() {
            return Some(unsupported_encoding(encoding));
        }
        let body = self.bytes();
        let text = String::from_utf8_lossy(body.get(..1024).unwrap_or(body));
        let json = text.trim_start().starts_with(['{', '[', '"']);
        (!json && !body.contains(&0))
            .then(|| excerpt(&text, 120))
            .filter(|text| !text.is_empty())
    }
}

impl fmt::Display for ApiError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.operation(), self.status())?;
        if let Some(code) = self.code() {
            write!(formatter, ": {code}")?;
        }
        if let Some(message) = self.message().map(str::to_owned).or_else(|| self.text()) {
            write!(formatter, ": {message}")?;
        }
        let origin = self.0.response.origin();
        if let Some(refused) = &origin.refused {
            let target = excerpt(&refused.target, 200);
            write!(
                formatter,
                ": redirect to {target} not followed: {}",
                refused.reason
            )?;
        }
        write_request_id(formatter, self.request_id())?;
        origin.attempts.fmt(formatter)
    }
}

impl fmt::Debug for ApiError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = formatter.debug_struct("ApiError");
        debug
            .field("operation", &self.operation())
            .field("status", &self.status());
        debug
            .field("request_id", &self.request_id().map(|id| excerpt(id, 80)))
            .field("code", &self.code())
            .field("message", &self.message());
        debug
            .field("text", &self.text())
            .field("body_bytes", &self.bytes().len());
        debug.finish_non_exhaustive()
    }
}

impl std::error::Error for ApiError {}

/// A decoded error body, to be asked for its type.
pub type AnyBody = Box<dyn Any + Send + Sync>;

/// The type of the body that goes with a status.
pub struct ErrorBody {
    status: Status,
    decode: fn(&[u8]) -> Option<AnyBody>,
}

/// The statuses a response is documented for (OAS 3.0.3, "Responses Object").
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Status {
    /// One status, such as `404`.
    Exact(u16),
    /// All statuses with this first digit: `4` for `4XX`.
    Range(u8),
    /// All statuses not documented otherwise.
    Default,
}

impl ErrorBody {
    /// JSON bodies of type `T` with `status`.
    #[must_use]
    pub const fn json<T: DeserializeOwned + Send + Sync + 'static>(status: Status) -> Self {
        Self {
            status,
            decode: decode_json::<T>,
        }
    }

    /// JSON bodies of type `T`, a number, or a list or map of some, with `status`.
    #[must_use]
    pub const fn numbers<T: Numbers + Send + Sync + 'static>(status: Status) -> Self {
        Self {
            status,
            decode: decode_numbers::<T>,
        }
    }
}

impl fmt::Debug for ErrorBody {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_tuple("ErrorBody")
            .field(&self.status)
            .finish()
    }
}

/// Decodes `body` as the type documented for `status`: for it alone, else for its range, else by default. `None` if
/// none is documented or the body is not of that type.
#[must_use]
pub fn decode_body(documented: &[ErrorBody], status: StatusCode, body: &[u8]) -> Option<AnyBody> {
    let range = u8::try_from(status.as_u16() / 100).unwrap_or_default();
    let specific = [
        Status::Exact(status.as_u16()),
        Status::Range(range),
        Status::Default,
    ];
    let chosen = specific
        .iter()
        .find_map(|status| documented.iter().find(|known| known.status == *status))?;
    (chosen.decode)(body)
}

fn decode_json<T: DeserializeOwned + Send + Sync + 'static>(body: &[u8]) -> Option<AnyBody> {
    let value: T = serde_json::from_slice(body).ok()?;
    Some(Box::new(value))
}

fn decode_numbers<T: Numbers + Send + Sync + 'static>(body: &[u8]) -> Option<AnyBody> {
    let read: T::Read = serde_json::from_slice(body).ok()?;
    Some(Box::new(T::from_read(read)))
}
