//! Receiving a response.

use super::call::Call;
use super::error::Error;
use super::method::Method;
use super::redirect::{self, Refused};
use super::reply::{Origin, Reply};
use super::transport_error::TransportError;
use bytes::Bytes;
use reqwest::{Response, StatusCode};

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
) -> Result<Reply, Error> {
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
    Ok(Reply::new(origin, status, headers, body, is_cut))
}

/// RFC 9110, sections 9.3.2 and 15: such answers have no body, whatever their headers say.
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
