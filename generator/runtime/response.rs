//! An answer with its decoded body.

use super::envelope::Envelope;
use super::excerpt::excerpt;
use super::reply::Reply;
use super::request_id::{request_id, request_id_in};
use bytes::Bytes;
use reqwest::StatusCode;
use reqwest::header::HeaderMap;
use std::fmt;

/// A successful answer.
#[derive(Clone)]
pub struct Response<T> {
    status: StatusCode,
    headers: HeaderMap,
    body: T,
    bytes: Bytes,
    envelope: Envelope,
}

impl<T> Response<T> {
    /// The answer `reply`, decoded to `body`.
    #[must_use]
    pub fn new(reply: Reply, body: T) -> Self {
        let status = reply.status();
        let (headers, bytes, envelope) = reply.into_parts();
        Self {
            status,
            headers,
            body,
            bytes,
            envelope,
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

    /// The server's name for this request, from `requestId` or a member like it beside the body, else from
    /// `x-request-id` or a header like it.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        request_id_in(&self.envelope).or_else(|| request_id(&self.headers))
    }

    /// What the server sent around the body: the other members of the JSON object that the body is a member of. Empty
    /// where the body is all that was sent.
    #[must_use]
    pub fn envelope(&self) -> &Envelope {
        &self.envelope
    }

    /// Returns the raw body.
    #[must_use]
    pub fn bytes(&self) -> &Bytes {
        &self.bytes
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
            bytes: self.bytes,
            envelope: self.envelope,
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
