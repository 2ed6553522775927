//! An answer as it came, and the ways to read its body.

use super::decode_error::DecodeError;
use super::envelope::{self, Envelope};
use super::error::Error;
use super::model::Numbers;
use super::operation::Operation;
use bytes::Bytes;
use reqwest::StatusCode;
use reqwest::header::{CONTENT_TYPE, HeaderMap};
use serde::de::{DeserializeOwned, IntoDeserializer};
use std::sync::OnceLock;

/// An answer before its body is decoded.
pub struct Reply {
    operation: &'static Operation,
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
    envelope: OnceLock<Envelope>,
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
            envelope: OnceLock::new(),
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

    /// As [`Reply::json`], for a number, or a list or map of some, as they may be written.
    ///
    /// # Errors
    ///
    /// [`Error::Decode`] if the body is not JSON or not a `T`.
    pub fn numbers<T: Numbers>(&self) -> Result<T, Error> {
        let read = serde_json::from_slice(self.json_text()).map_err(|error| self.not_json(&error));
        read.map(T::of)
    }

    /// Reads the body as a JSON object, gives its member `name`, and keeps the others as the envelope.
    ///
    /// # Errors
    ///
    /// [`Error::Decode`] if the body is not a JSON object, or the member is absent, `null` or not a `T`.
    #[inline]
    pub fn member<T: DeserializeOwned>(&self, name: &'static str) -> Result<T, Error> {
        let member = self.optional_member(name)?;
        member.ok_or_else(|| self.without_member(name))
    }

    /// As [`Reply::member`], where the member or the whole body can be absent or `null`.
    ///
    /// # Errors
    ///
    /// [`Error::Decode`] if the body is neither a JSON object nor `null`, or the member is not a `T`.
    #[inline]
    pub fn optional_member<T: DeserializeOwned>(
        &self,
        name: &'static str,
    ) -> Result<Option<T>, Error> {
        let opened = envelope::open(self.json_text(), name);
        let (member, others) = opened.map_err(|error| self.not_json(&error))?;
        self.envelope.get_or_init(|| others);
        Ok(member)
    }

    /// As [`Reply::member`], for a number, or a list or map of some, as they may be written.
    ///
    /// # Errors
    ///
    /// As [`Reply::member`] says.
    pub fn number_member<T: Numbers>(&self, name: &'static str) -> Result<T, Error> {
        self.member(name).map(T::of)
    }

    /// As [`Reply::optional_member`], for a number, or a list or map of some, as they may be written.
    ///
    /// # Errors
    ///
    /// As [`Reply::optional_member`] says.
    pub fn optional_number_member<T: Numbers>(
        &self,
        name: &'static str,
    ) -> Result<Option<T>, Error> {
        let member = self.optional_member(name)?;
        Ok(member.map(T::of))
    }

    /// Reads the body as text.
    ///
    /// # Errors
    ///
    /// [`Error::Decode`] if the body is not UTF-8.
    pub fn text(&self) -> Result<String, Error> {
        self.utf_8().map(str::to_owned)
    }

    /// Reads the body as the text of a single value, such as `true` or `2024-01-31`.
    ///
    /// # Errors
    ///
    /// [`Error::Decode`] if the body is not UTF-8 or not a `T`.
    pub fn text_value<T: DeserializeOwned>(&self) -> Result<T, Error> {
        let text = self.utf_8()?.trim();
        let plain = |_| T::deserialize(IntoDeserializer::into_deserializer(text));
        let value: Result<T, serde_json::Error> = serde_json::from_str(text).or_else(plain);
        value.map_err(|error| self.not_json(&error))
    }

    /// As [`Reply::text_value`], for a number.
    ///
    /// # Errors
    ///
    /// As [`Reply::text_value`] says.
    pub fn text_number<T: Numbers>(&self) -> Result<T, Error> {
        self.text_value().map(T::of)
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

    /// The headers, and the members of the body beside the one that was read, by value.
    #[must_use]
    pub fn into_parts(self) -> (HeaderMap, Envelope) {
        (self.headers, self.envelope.into_inner().unwrap_or_default())
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

    fn utf_8(&self) -> Result<&str, Error> {
        std::str::from_utf8(&self.body)
            .map_err(|error| Error::Decode(DecodeError::text(self, &error)))
    }

    #[cold]
    fn not_json(&self, error: &serde_json::Error) -> Error {
        Error::Decode(DecodeError::json(self, self.json_text(), error))
    }

    #[cold]
    fn without_member(&self, name: &'static str) -> Error {
        Error::Decode(DecodeError::without_member(self, name))
    }
}
