//! One attempt at a call.

use super::api_error::ApiError;
use super::call::Call;
use super::error::{Error, TimeoutKind};
use super::prepared::Prepared;
use super::receive::receive;
use super::redirect::{Next, Route};
use super::reply::Reply;
use super::transport_error::TransportError;
use std::time::Duration;

/// Sends the request once, within the attempt's time and what `remaining` is left of the operation's.
///
/// # Errors
///
/// [`Error::Api`] for an answer other than 2xx that the document does not list as a redirection; [`Error::Transport`], [`Error::Timeout`] or [`Error::BodyLimit`] if
/// there is no whole answer.
pub async fn attempt(
    call: &Call,
    prepared: &Prepared,
    remaining: Duration,
) -> Result<Reply, Error> {
    let limit = call.timeouts.attempt.min(remaining);
    let reply = match tokio::time::timeout(limit, exchange(call, prepared)).await {
        Ok(reply) => reply?,
        Err(_) => return Err(timed_out(call, remaining)),
    };
    if call.operation.expects(reply.status()) {
        Ok(reply)
    } else {
        Err(Error::Api(ApiError::new(reply)))
    }
}

async fn exchange(call: &Call, prepared: &Prepared) -> Result<Reply, Error> {
    let mut route = Route::new(prepared);
    loop {
        let response = send(call, prepared, &route).await?;
        match route.next(call, &response) {
            Next::Follow(target) => route.follow(target),
            Next::Answer => return receive(call, response, None).await,
            Next::Refuse(refused) => return receive(call, response, Some(refused)).await,
        }
    }
}

async fn send(
    call: &Call,
    prepared: &Prepared,
    route: &Route<'_>,
) -> Result<reqwest::Response, Error> {
    let mut request = reqwest::Request::new(call.operation.method.to_http(), route.url.clone());
    *request.headers_mut() = route.headers();
    *request.body_mut() = prepared.body.clone().map(reqwest::Body::from);
    let response = call.client.settings.http.execute(request).await;
    response.map_err(|error| classify(call, error))
}

fn classify(call: &Call, error: reqwest::Error) -> Error {
    let operation = call.operation.id;
    // The limit that a user's own HTTP client has is not known here.
    let is_own_limit = !call.client.settings.is_users_http;
    if is_own_limit && error.is_connect() && error.is_timeout() {
        return Error::Timeout {
            operation,
            kind: TimeoutKind::Connect,
            after: call.timeouts.connect,
            attempts: call.attempts.0,
        };
    }
    Error::Transport(TransportError::new(call, error))
}

fn timed_out(call: &Call, remaining: Duration) -> Error {
    let (kind, after) = if remaining <= call.timeouts.attempt {
        (TimeoutKind::Operation, call.timeouts.operation)
    } else {
        (TimeoutKind::Attempt, call.timeouts.attempt)
    };
    Error::Timeout {
        operation: call.operation.id,
        kind,
        after,
        attempts: call.attempts.0,
    }
}
