//! A response as it came: receiving it, and the ways to read it.

use super::api::{Method, Operation};
use super::call::Call;
use super::error::{Error, TransportError};
use super::redirect;
use super::redirect::Refused;
use super::response::{Envelope, request_id};
use super::retry::Attempts;
use bytes::Bytes;
use reqwest::header::{CONTENT_ENCODING, CONTENT_TYPE, HeaderMap};
use reqwest::{Response, StatusCode, Url};
use std::sync::OnceLock;

/// A response before its body is decoded.
pub struct RawResponse {
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

impl RawResponse {
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

    /// Returns the body as it came.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// Returns whether the body was truncated at the limit.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// Returns the `Content-Type`, if it is visible ASCII.
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

    /// Returns whether the `Content-Type` is JSON or has the suffix `+json` (RFC 6839, section 3.1); `None` if it is
    /// missing.
    #[must_use]
    pub fn is_json(&self) -> Option<bool> {
        let media_type = self.content_type()?;
        let essence = media_type.split(';').next().unwrap_or_default();
        let essence = essence.trim().to_ascii_lowercase();
        Some(essence.ends_with("/json") || essence.ends_with("+json"))
    }
}

/// Reads the body chunk by chunk, up to the limit, where the body of an error response is truncated. `refused` is the
/// redirect that was not followed.
///
/// # Errors
///
/// [`Error::BodyLimit`] if the body of a successful response, or its `Content-Length`, exceeds the limit;
/// [`Error::Transport`] if the connection breaks.
pub async fn receive(
    call: &Call,
    mut response: Response,
    refused: Option<Refused>,
) -> Result<RawResponse, Error> {
    let status = response.status();
    let origin = Origin {
        operation: call.operation,
        url: redirect::shown(response.url()),
        attempts: call.attempts,
        refused,
    };
    let headers = std::mem::take(response.headers_mut());
    let (body, is_cut) = if has_body(call.operation.method, status.as_u16()) {
        read(call, response, status).await?
    } else {
        (Bytes::new(), false)
    };
    Ok(RawResponse::new(origin, status, headers, body, is_cut))
}

/// RFC 9110, sections 9.3.2 and 15: such responses have no body, whatever their headers say.
fn has_body(method: Method, status: u16) -> bool {
    method != Method::Head && !matches!(status, 204 | 205 | 304)
}

/// Returns the body and whether it was truncated.
async fn read(
    call: &Call,
    mut response: Response,
    status: StatusCode,
) -> Result<(Bytes, bool), Error> {
    let may_cut = !call.operation.expects(status);
    let limit = usize::try_from(call.body_limit).unwrap_or(usize::MAX);
    let length = response.content_length();
    let length = length.map(|length| usize::try_from(length).unwrap_or(usize::MAX));
    if !may_cut && length.is_some_and(|length| length > limit) {
        return Err(too_large(call, status));
    }
    let Some(first) = chunk(call, &mut response).await? else {
        return Ok((Bytes::new(), false));
    };
    let mut next = chunk(call, &mut response).await?;
    // A body of a single chunk needs no copy.
    if next.is_none() && first.len() <= limit {
        return Ok((first, false));
    }
    let expected = length
        .unwrap_or_default()
        .min(limit)
        .min(MAX_RESERVED_BYTES);
    let mut body = Vec::with_capacity(expected);
    let mut pieces = Some(first);
    while let Some(piece) = pieces {
        let room = limit.saturating_sub(body.len());
        if piece.len() > room && !may_cut {
            return Err(too_large(call, status));
        }
        let (fitting, rest) = piece.split_at(piece.len().min(room));
        body.extend_from_slice(fitting);
        if !rest.is_empty() {
            return Ok((Bytes::from(body), true));
        }
        pieces = match next.take() {
            Some(second) => Some(second),
            None => chunk(call, &mut response).await?,
        };
    }
    Ok((Bytes::from(body), false))
}

/// The maximum capacity reserved for a `Content-Length`, which a server can get wrong.
const MAX_RESERVED_BYTES: usize = 16 * 1024 * 1024;

async fn chunk(call: &Call, response: &mut Response) -> Result<Option<Bytes>, Error> {
    let chunk = response.chunk().await;
    chunk.map_err(|error| Error::Transport(TransportError::new(call, error)))
}

fn too_large(call: &Call, status: StatusCode) -> Error {
    Error::BodyLimit {
        operation: call.operation.id,
        status,
        limit: call.body_limit,
    }
}
