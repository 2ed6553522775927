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

/// The request that a response belongs to.
#[derive(Clone, Debug)]
pub struct Origin {
    /// The operation that was called.
    pub operation: &'static Operation,
    /// The URL of the response, without query and user information.
    pub url: Url,
    /// The number of attempts.
    pub attempts: Attempts,
    /// The redirect that was not followed, if the response is one.
    pub refused: Option<Refused>,
}

impl Reply {
    /// Creates a response; `is_cut` is whether the body was truncated.
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

    /// Returns the request that the response belongs to.
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

    /// Returns the request ID from the headers.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        request_id(&self.headers)
    }

    /// Splits into the headers, the raw body and the envelope.
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

    /// Whether the body was truncated at the limit.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// The `Content-Type`, if it is visible ASCII.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.headers.get(CONTENT_TYPE)?.to_str().ok()
    }

    /// Returns the `Content-Encoding` (RFC 9110, section 8.4) if it is not decoded.
    #[must_use]
    pub fn encoding(&self) -> Option<&str> {
        let name = self.headers.get(CONTENT_ENCODING)?;
        let name = name.to_str().unwrap_or("another one").trim();
        let is_plain = name.is_empty() || name.eq_ignore_ascii_case("identity");
        (!is_plain && !self.body.is_empty()).then_some(name)
    }

    /// Whether the `Content-Type` is JSON or has the suffix `+json` (RFC 6839, section 3.1); `None` if it is missing.
    #[must_use]
    pub fn is_json(&self) -> Option<bool> {
        let media_type = self.content_type()?;
        let essence = media_type.split(';').next().unwrap_or_default();
        let essence = essence.trim().to_ascii_lowercase();
        Some(essence.ends_with("/json") || essence.ends_with("+json"))
    }
}
