//! A response with its decoded body, and what a server sends around the body: an envelope and a request ID.

use super::raw_response::RawResponse;
use super::server_message::excerpt;
use bytes::Bytes;
use reqwest::StatusCode;
use reqwest::header::HeaderMap;
use serde::de::{Deserialize, DeserializeOwned, Deserializer, MapAccess, Visitor};
use serde_json::{Map, Value};
use std::fmt;
use std::marker::PhantomData;

/// A successful response.
#[derive(Clone)]
pub struct Response<T> {
    status: StatusCode,
    headers: HeaderMap,
    body: T,
    bytes: Bytes,
    envelope: Envelope,
}

impl<T> Response<T> {
    /// Returns the response `response`, decoded to `body`.
    #[must_use]
    pub fn new(response: RawResponse, body: T) -> Self {
        let status = response.status();
        let (headers, bytes, envelope) = response.into_parts();
        Self {
            status,
            headers,
            body,
            bytes,
            envelope,
        }
    }

    /// Returns the status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// Returns the headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// Returns the server's name for this request, from `requestId` or a member like it beside the body, else from
    /// `x-request-id` or a header like it.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        request_id_in(&self.envelope).or_else(|| request_id(&self.headers))
    }

    /// Returns what the server sent around the body: the other members of the JSON object that the body is a member of.
    /// Empty where the body is all that was sent.
    #[must_use]
    pub fn envelope(&self) -> &Envelope {
        &self.envelope
    }

    /// Returns the raw body.
    #[must_use]
    pub fn bytes(&self) -> &Bytes {
        &self.bytes
    }

    /// Returns the body.
    #[must_use]
    pub fn body(&self) -> &T {
        &self.body
    }

    /// Returns the body, by value.
    #[must_use]
    pub fn into_body(self) -> T {
        self.body
    }

    /// Returns the same response with the body passed through `change`.
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

/// The members of a JSON object but one.
pub type Envelope = Map<String, Value>;

/// Reads `text` as a JSON object; gives its member `member`, unless it is absent or `null`, and the others.
///
/// # Errors
///
/// If the text is no JSON object or the member is not a `T`.
pub fn open<T: DeserializeOwned>(
    text: &[u8],
    member: &'static str,
) -> Result<(Option<T>, Envelope), serde_json::Error> {
    let mut reader = serde_json::Deserializer::from_slice(text);
    let content = PhantomData;
    let opened = reader.deserialize_any(Opening { member, content })?;
    reader.end()?;
    Ok(opened)
}

/// Reads straight into a `T`: only the other members become JSON values.
struct Opening<T> {
    member: &'static str,
    content: PhantomData<T>,
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for Opening<T> {
    type Value = (Option<T>, Envelope);

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "an object with the member `{}`", self.member)
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok((None, Envelope::new()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let (mut content, mut others) = (None, Envelope::new());
        while let Some(key) = map.next_key::<String>()? {
            if key == self.member {
                content = map.next_value()?;
            } else {
                others.insert(key, map.next_value()?);
            }
        }
        Ok((content, others))
    }
}

/// Where servers put it, most usual first.
const NAMES: [&str; 9] = [
    "x-request-id",
    "request-id",
    "x-requestid",
    "x-correlation-id",
    "x-amzn-requestid",
    "x-amz-request-id",
    "x-ms-request-id",
    "x-trace-id",
    "cf-ray",
];

/// Returns the request id among response headers, if there is one in visible ASCII.
#[must_use]
pub fn request_id(headers: &HeaderMap) -> Option<&str> {
    NAMES
        .iter()
        .find_map(|name| headers.get(*name)?.to_str().ok())
        .filter(|id| !id.is_empty())
}

/// Returns the request id among the members of an envelope, if there is one: `requestId`, `request_id` and the like.
#[must_use]
pub fn request_id_in(envelope: &Envelope) -> Option<&str> {
    let named = envelope.iter().filter(|(name, _)| is_request_id(name));
    let mut ids = named.filter_map(|(_, id)| id.as_str());
    ids.find(|id| !id.is_empty())
}

fn is_request_id(name: &str) -> bool {
    let letters = name.chars().filter(char::is_ascii_alphanumeric);
    letters
        .map(|letter| letter.to_ascii_lowercase())
        .eq("requestid".chars())
}

/// Writes the request ID as the end of an error message, if there is one.
///
/// # Errors
///
/// As `formatter` has it.
pub fn write_request_id(formatter: &mut fmt::Formatter<'_>, id: Option<&str>) -> fmt::Result {
    match id {
        Some(id) => write!(formatter, " (request id {})", excerpt(id, 80)),
        None => Ok(()),
    }
}
