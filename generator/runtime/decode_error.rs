//! Answers that are not what the API's document says.

use super::excerpt::excerpt;
use super::json_path::{json_path, member_path};
use super::json_problem::{NO_BODY, json_problem};
use super::reply::{Origin, Reply};
use super::request_id::write_request_id;
use bytes::Bytes;
use reqwest::header::HeaderMap;
use reqwest::{Method, StatusCode, Url};
use std::fmt;
use std::str::Utf8Error;

/// A successful answer whose body could not be read as what is documented.
///
/// `Display` and `Debug` say where and why, and show no value of the body.
pub struct DecodeError(Box<Answer>);

struct Answer {
    origin: Origin,
    status: StatusCode,
    headers: HeaderMap,
    request_id: Option<String>,
    content_type: Option<String>,
    path: Option<String>,
    problem: String,
    body: Bytes,
}

impl DecodeError {
    /// The body of `reply`, read as the JSON text `text`, failed with `error`.
    #[must_use]
    pub fn json(reply: &Reply, text: &[u8], error: &serde_json::Error) -> Self {
        let path = (error.is_data() && !reply.body().is_empty())
            .then(|| json_path(text, error.line(), error.column()));
        Self::new(reply, path, json_problem(reply.body(), error))
    }

    /// The body of `reply` is an envelope without its member `name`, or there is none.
    #[must_use]
    pub fn without_member(reply: &Reply, name: &str) -> Self {
        if reply.body().is_empty() {
            return Self::new(reply, None, NO_BODY.to_owned());
        }
        let problem = format!("the envelope has no `{name}`");
        Self::new(reply, Some(member_path(name)), problem)
    }

    /// The body of `reply` is not the UTF-8 text it should be.
    #[must_use]
    pub fn text(reply: &Reply, error: &Utf8Error) -> Self {
        let problem = format!(
            "expected UTF-8 text, found other bytes after {} bytes",
            error.valid_up_to()
        );
        Self::new(reply, None, problem)
    }

    /// The body of `reply` has the unsupported `Content-Encoding` `encoding`.
    #[must_use]
    pub fn encoded(reply: &Reply, encoding: &str) -> Self {
        Self::new(reply, None, unsupported_encoding(encoding))
    }

    /// The operation's id.
    #[must_use]
    pub fn operation(&self) -> &'static str {
        self.0.origin.operation.id
    }

    /// Returns the method of the request.
    #[must_use]
    pub fn method(&self) -> Method {
        self.0.origin.operation.method.to_http()
    }

    /// Returns the URL of the response, without its query.
    #[must_use]
    pub fn url(&self) -> &Url {
        &self.0.origin.url
    }

    /// The headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.0.headers
    }

    /// Returns the request ID, from `x-request-id` or a similar header.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.0.request_id.as_deref()
    }

    /// The status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.0.status
    }

    /// The `Content-Type` the server gave.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.0.content_type.as_deref()
    }

    /// Where in the JSON the problem is, such as `resources[0].spec.cpu_millis`; empty at the top level, and `None`
    /// if the body is not JSON at all.
    #[must_use]
    pub fn path(&self) -> Option<&str> {
        self.0.path.as_deref()
    }

    /// The body as it came.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.0.body
    }

    fn new(reply: &Reply, path: Option<String>, problem: String) -> Self {
        Self(Box::new(Answer {
            origin: reply.origin().clone(),
            status: reply.status(),
            headers: reply.headers().clone(),
            request_id: reply.request_id().map(str::to_owned),
            content_type: reply.content_type().map(|name| excerpt(name, 80)),
            path,
            problem,
            body: reply.body().clone(),
        }))
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{}: cannot read the answer ({}",
            self.operation(),
            self.status()
        )?;
        match self.content_type() {
            Some(name) => write!(formatter, ", {name})")?,
            None => write!(formatter, ", no content type)")?,
        }
        match self.path() {
            Some("") => write!(formatter, " at the top level")?,
            Some(path) => write!(formatter, " at `{path}`")?,
            None => {}
        }
        write!(formatter, ": {}", self.0.problem)?;
        write_request_id(formatter, self.request_id())?;
        self.0.origin.attempts.fmt(formatter)
    }
}

impl fmt::Debug for DecodeError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = formatter.debug_struct("DecodeError");
        debug
            .field("operation", &self.operation())
            .field("status", &self.0.status);
        debug
            .field("content_type", &self.0.content_type)
            .field("path", &self.0.path);
        debug
            .field("problem", &self.0.problem)
            .field("body_bytes", &self.0.body.len());
        debug.finish()
    }
}

impl std::error::Error for DecodeError {}

/// The problem with a body in an unsupported `Content-Encoding`.
#[must_use]
pub fn unsupported_encoding(encoding: &str) -> String {
    let encoding = excerpt(encoding, 40);
    format!("unsupported `Content-Encoding: {encoding}`")
}
