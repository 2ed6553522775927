//! Takes in an answer.

use super::call::Call;
use super::error::Error;
use super::method::Method;
use super::reply::Reply;
use super::transport_error::TransportError;
use bytes::Bytes;
use reqwest::Response;

/// Reads the body chunk by chunk, up to the client's limit.
///
/// # Errors
///
/// [`Error::BodyLimit`] if the body is, or says it is, larger; [`Error::Transport`] if the connection breaks.
pub async fn receive(call: &Call, mut response: Response) -> Result<Reply, Error> {
    let status = response.status();
    let headers = std::mem::take(response.headers_mut());
    let body = if has_body(call.operation.method, status.as_u16()) {
        read(call, response).await?
    } else {
        Bytes::new()
    };
    Ok(Reply::new(call.operation, status, headers, body))
}

/// RFC 9110, sections 9.3.2 and 15: such answers have no body, whatever their headers say.
fn has_body(method: Method, status: u16) -> bool {
    method != Method::Head && !matches!(status, 204 | 205 | 304)
}

async fn read(call: &Call, mut response: Response) -> Result<Bytes, Error> {
    let limit = call.client.settings.body_limit;
    let too_large = Error::BodyLimit {
        operation: call.operation.id,
        limit,
    };
    if response
        .content_length()
        .is_some_and(|length| length > limit)
    {
        return Err(too_large);
    }
    let mut body = Vec::new();
    while let Some(chunk) = response
        .chunk()
        .await
        .map_err(|error| broken(call, error))?
    {
        if (body.len() + chunk.len()) as u64 > limit {
            return Err(too_large);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(Bytes::from(body))
}

fn broken(call: &Call, error: reqwest::Error) -> Error {
    Error::Transport(TransportError::new(call.operation.id, error))
}
