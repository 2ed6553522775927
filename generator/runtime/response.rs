//! An answer with its decoded body.

use super::excerpt::excerpt;
use super::reply::Reply;
use super::request_id::request_id;
use reqwest::StatusCode;
use reqwest::header::HeaderMap;
use std::fmt;

/// A successful answer.
#[derive(Clone)]
pub struct Response<T> {
    status: StatusCode,
    headers: HeaderMap,
    body: T,
}

impl<T> Response<T> {
    /// The answer `reply`, decoded to `body`.
    #[must_use]
    pub fn new(reply: Reply, body: T) -> Self {
        Self {
            status: reply.status(),
            headers: reply.into_headers(),
            body,
        }
    }

    /// The status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The server's name for this request, from `x-request-id` or a header like it.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        request_id(&self.headers)
    }

    /// The body.
    #[must_use]
    pub fn body(&self) -> &T {
        &self.body
    }

    /// The body, by value.
    #[must_use]
    pub fn into_body(self) -> T {
        self.body
    }

    /// The same answer with the body passed through `change`.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Response<U> {
        Response {
            status: self.status,
            headers: self.headers,
            body: change(self.body),
        }
    }
}

/// Shows no headers: they may set cookies.
impl<T: fmt::Debug> fmt::Debug for Response<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = formatter.debug_struct("Response");
        debug
            .field("status", &self.status)
            .field("request_id", &self.request_id().map(|id| excerpt(id, 80)));
        debug.field("body", &self.body).finish_non_exhaustive()
    }
}
