//! An answer as it came, and the ways to read its body.

use super::attempts::Attempts;
use super::envelope::Envelope;
use super::operation::Operation;
use super::redirect::Refused;
use super::request_id::request_id;
use bytes::Bytes;
use reqwest::header::{CONTENT_ENCODING, CONTENT_TYPE, HeaderMap};
use reqwest::{StatusCode, Url};
use std::sync::OnceLock;

/// An answer before its body is decoded.
pub struct Reply {
    origin: Origin,
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
    is_cut: bool,
    pub(super) envelope: OnceLock<Envelope>,
}

/// Where an answer comes from.
#[derive(Clone, Debug)]
pub struct Origin {
    /// The operation that was called.
    pub operation: &'static Operation,
    /// The URL that answered, without what may be secret.
    pub url: Url,
    /// How many attempts it took.
    pub attempts: Attempts,
    /// The redirect that the answer is, if it was not followed.
    pub refused: Option<Refused>,
}

impl Reply {
    /// An answer; `is_cut` tells whether its body went on beyond the limit.
    #[must_use]
    pub fn new(
        origin: Origin,
        status: StatusCode,
        headers: HeaderMap,
        body: Bytes,
        is_cut: bool,
    ) -> Self {
        Self {
            origin,
            status,
            headers,
            body,
            is_cut,
            envelope: OnceLock::new(),
        }
    }

    /// Where the answer comes from.
    #[must_use]
    pub fn origin(&self) -> &Origin {
        &self.origin
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

    /// The server's name for the request, from the headers.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        request_id(&self.headers)
    }

    /// The headers, the body as it came, and the members of it beside the one that was read, by value.
    #[must_use]
    pub fn into_parts(self) -> (HeaderMap, Bytes, Envelope) {
        let envelope = self.envelope.into_inner().unwrap_or_default();
        (self.headers, self.body, envelope)
    }

    /// The body as it came.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// Whether the body went on beyond the limit.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// The `Content-Type`, if it is visible ASCII.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.headers.get(CONTENT_TYPE)?.to_str().ok()
    }

    /// The compression of the body that is left for the caller to undo (RFC 9110, section 8.4).
    #[must_use]
    pub fn encoding(&self) -> Option<&str> {
        let name = self.headers.get(CONTENT_ENCODING)?;
        let name = name.to_str().unwrap_or("another one").trim();
        let is_plain = name.is_empty() || name.eq_ignore_ascii_case("identity");
        (!is_plain && !self.body.is_empty()).then_some(name)
    }

    /// Whether the `Content-Type` is JSON or a type with its syntax (RFC 6839, section 3.1); `None` if there is none.
    #[must_use]
    pub fn is_json(&self) -> Option<bool> {
        let media_type = self.content_type()?;
        let essence = media_type.split(';').next().unwrap_or_default();
        let essence = essence.trim().to_ascii_lowercase();
        Some(essence.ends_with("/json") || essence.ends_with("+json"))
    }
}
