//! An answer as it came, and the ways to read its body.

use super::decode_error::DecodeError;
use super::error::Error;
use super::operation::Operation;
use bytes::Bytes;
use reqwest::StatusCode;
use reqwest::header::{CONTENT_TYPE, HeaderMap};
use serde::de::DeserializeOwned;

/// An answer before its body is decoded.
pub struct Reply {
    operation: &'static Operation,
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

impl Reply {
    /// The answer to a call of `operation`.
    #[must_use]
    pub fn new(
        operation: &'static Operation,
        status: StatusCode,
        headers: HeaderMap,
        body: Bytes,
    ) -> Self {
        Self {
            operation,
            status,
            headers,
            body,
        }
    }

    /// Reads the body as JSON, whatever its `Content-Type`; no body at all reads as `null`.
    ///
    /// # Errors
    ///
    /// [`Error::Decode`] if the body is not JSON or not a `T`.
    #[inline]
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, Error> {
        serde_json::from_slice(self.json_text()).map_err(|error| self.not_json(&error))
    }

    /// Reads the body as text.
    ///
    /// # Errors
    ///
    /// [`Error::Decode`] if the body is not UTF-8.
    pub fn text(&self) -> Result<String, Error> {
        match std::str::from_utf8(&self.body) {
            Ok(text) => Ok(text.to_owned()),
            Err(error) => Err(Error::Decode(DecodeError::text(self, &error))),
        }
    }

    /// Takes the body as it is.
    ///
    /// # Errors
    ///
    /// None.
    pub fn bytes(&self) -> Result<Bytes, Error> {
        Ok(self.body.clone())
    }

    /// Leaves the body unread.
    ///
    /// # Errors
    ///
    /// None.
    pub fn empty(&self) -> Result<(), Error> {
        Ok(())
    }

    /// The operation that was called.
    #[must_use]
    pub fn operation(&self) -> &'static Operation {
        self.operation
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

    /// The headers, by value.
    #[must_use]
    pub fn into_headers(self) -> HeaderMap {
        self.headers
    }

    /// The body as it came.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// The `Content-Type`, if it is visible ASCII.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.headers.get(CONTENT_TYPE)?.to_str().ok()
    }

    /// The body as a JSON reader should see it: without a byte order mark (RFC 8259, section 8.1), and `null` where
    /// there is none, so that what is optional can be absent.
    fn json_text(&self) -> &[u8] {
        let text = self
            .body
            .strip_prefix(b"\xef\xbb\xbf")
            .unwrap_or(&self.body);
        if text.is_empty() { b"null" } else { text }
    }

    #[cold]
    fn not_json(&self, error: &serde_json::Error) -> Error {
        Error::Decode(DecodeError::json(self, self.json_text(), error))
    }
}
