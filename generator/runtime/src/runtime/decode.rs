//! Decoding response bodies.

use super::decode_error::DecodeError;
use super::error::Error;
use super::model::Numbers;
use super::raw_response::RawResponse;
use super::response;
use bytes::Bytes;
use serde::de::{DeserializeOwned, IntoDeserializer};
use serde_json::Value;

impl RawResponse {
    /// Reads the body as JSON, whatever its `Content-Type`; no body at all reads as `null`.
    ///
    /// # Errors
    ///
    /// [`Error::Decode`] if the body is not JSON or not a `T`.
    #[inline]
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, Error> {
        let text = self.json_text()?;
        serde_json::from_slice(text).map_err(|error| self.not_json(&error))
    }

    /// Decodes a JSON array or map; `null` and a missing body decode as an empty one, which Go servers send for it.
    ///
    /// # Errors
    ///
    /// As [`RawResponse::json`] says.
    #[inline]
    pub fn collection<T: DeserializeOwned + Default>(&self) -> Result<T, Error> {
        let found = self.json::<Option<T>>()?;
        Ok(found.unwrap_or_default())
    }

    /// Decodes any JSON value. If the `Content-Type` is not JSON, the body becomes a JSON string.
    ///
    /// # Errors
    ///
    /// [`Error::Decode`] if the body is neither.
    pub fn value(&self) -> Result<Value, Error> {
        match self.is_json() {
            Some(false) => self.utf_8().map(Value::from),
            _ => self.json(),
        }
    }

    /// Decodes a JSON string. If the `Content-Type` is not JSON, the body itself is the string.
    ///
    /// # Errors
    ///
    /// [`Error::Decode`] if the body is neither.
    pub fn string<T: DeserializeOwned + From<String>>(&self) -> Result<T, Error> {
        match self.is_json() {
            Some(false) => self.utf_8().map(|text| T::from(text.to_owned())),
            _ => self.json(),
        }
    }

    /// As [`RawResponse::json`], for a number, or a list or map of some, as they may be written.
    ///
    /// # Errors
    ///
    /// [`Error::Decode`] if the body is not JSON or not a `T`.
    pub fn numbers<T: Numbers>(&self) -> Result<T, Error> {
        self.json().map(T::from_read)
    }

    /// As [`RawResponse::collection`], for an array or map of numbers.
    ///
    /// # Errors
    ///
    /// As [`RawResponse::json`] says.
    pub fn number_collection<T: Numbers + Default>(&self) -> Result<T, Error> {
        let found = self.numbers::<Option<T>>()?;
        Ok(found.unwrap_or_default())
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

    /// As [`RawResponse::member`], where the member or the whole body can be absent or `null`.
    ///
    /// # Errors
    ///
    /// [`Error::Decode`] if the body is neither a JSON object nor `null`, or the member is not a `T`.
    #[inline]
    pub fn optional_member<T: DeserializeOwned>(
        &self,
        name: &'static str,
    ) -> Result<Option<T>, Error> {
        let opened = response::open(self.json_text()?, name);
        let (member, others) = opened.map_err(|error| self.not_json(&error))?;
        self.envelope.get_or_init(|| others);
        Ok(member)
    }

    /// As [`RawResponse::member`], for an array or map; `null` decodes as an empty one.
    ///
    /// # Errors
    ///
    /// As [`RawResponse::member`] says, but for `null`.
    #[inline]
    pub fn collection_member<T: DeserializeOwned + Default>(
        &self,
        name: &'static str,
    ) -> Result<T, Error> {
        match self.optional_member(name)? {
            Some(member) => Ok(member),
            None => self.empty_member(name),
        }
    }

    /// As [`RawResponse::collection_member`], for an array or map of numbers.
    ///
    /// # Errors
    ///
    /// As [`RawResponse::collection_member`] says.
    pub fn number_collection_member<T: Numbers + Default>(
        &self,
        name: &'static str,
    ) -> Result<T, Error> {
        match self.optional_number_member(name)? {
            Some(member) => Ok(member),
            None => self.empty_member(name),
        }
    }

    /// As [`RawResponse::member`], for a number, or a list or map of some, as they may be written.
    ///
    /// # Errors
    ///
    /// As [`RawResponse::member`] says.
    pub fn number_member<T: Numbers>(&self, name: &'static str) -> Result<T, Error> {
        self.member(name).map(T::from_read)
    }

    /// As [`RawResponse::optional_member`], for a number, or a list or map of some, as they may be written.
    ///
    /// # Errors
    ///
    /// As [`RawResponse::optional_member`] says.
    pub fn optional_number_member<T: Numbers>(
        &self,
        name: &'static str,
    ) -> Result<Option<T>, Error> {
        let member = self.optional_member(name)?;
        Ok(member.map(T::from_read))
    }

    /// Decodes the body as text. If the `Content-Type` is JSON and the body is a JSON string, returns that string.
    ///
    /// # Errors
    ///
    /// [`Error::Decode`] if the body is not UTF-8.
    pub fn text(&self) -> Result<String, Error> {
        let string = match self.is_json() {
            Some(true) => self.json().ok(),
            _ => None,
        };
        match string {
            Some(string) => Ok(string),
            None => self.utf_8().map(str::to_owned),
        }
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

    /// As [`RawResponse::text_value`], for a number.
    ///
    /// # Errors
    ///
    /// As [`RawResponse::text_value`] says.
    pub fn text_number<T: Numbers>(&self) -> Result<T, Error> {
        self.text_value().map(T::from_read)
    }

    /// Takes the body as it is.
    ///
    /// # Errors
    ///
    /// [`Error::Decode`] if it has an unsupported `Content-Encoding`.
    pub fn bytes(&self) -> Result<Bytes, Error> {
        self.readable().cloned()
    }

    /// Returns the raw body, whatever its headers say.
    ///
    /// # Errors
    ///
    /// None.
    pub fn raw(&self) -> Result<Bytes, Error> {
        Ok(self.body().clone())
    }

    /// Leaves the body unread.
    ///
    /// # Errors
    ///
    /// None.
    pub fn empty(&self) -> Result<(), Error> {
        Ok(())
    }

    fn readable(&self) -> Result<&Bytes, Error> {
        match self.encoding() {
            None => Ok(self.body()),
            Some(name) => Err(Error::Decode(DecodeError::encoded(self, name))),
        }
    }

    /// Returns the JSON text of the body.
    fn json_text(&self) -> Result<&[u8], Error> {
        self.readable().map(|body| json_text(body))
    }

    fn utf_8(&self) -> Result<&str, Error> {
        std::str::from_utf8(self.readable()?)
            .map_err(|error| Error::Decode(DecodeError::text(self, &error)))
    }

    #[cold]
    fn not_json(&self, error: &serde_json::Error) -> Error {
        Error::Decode(DecodeError::json(self, json_text(self.body()), error))
    }

    /// Returns the empty value of the member `name`, if that is `null`.
    #[cold]
    fn empty_member<T: Default>(&self, name: &'static str) -> Result<T, Error> {
        let body: Value = self.json()?;
        let is_null = body.get(name).is_some_and(Value::is_null);
        let empty = is_null.then(T::default);
        empty.ok_or_else(|| self.without_member(name))
    }

    #[cold]
    fn without_member(&self, name: &'static str) -> Error {
        Error::Decode(DecodeError::without_member(self, name))
    }
}

/// Returns the JSON text of a body: without a byte order mark (RFC 8259, section 8.1), and `null` for an empty body.
fn json_text(body: &[u8]) -> &[u8] {
    let text = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    if text.is_empty() { b"null" } else { text }
}
