//! The futures of a request: thin typed shells around the one future that does the work.

use super::api_error::ApiError;
use super::call::Call;
use super::error::Error;
use super::execute::execute;
use super::reply::Reply;
use super::response::Response;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

/// A request under way; gives the whole response.
#[must_use = "a future does nothing until it is awaited"]
pub struct ResponseFuture<T> {
    reply: Pin<Box<dyn Future<Output = Result<Reply, Error>> + Send>>,
    decode: fn(&Reply) -> Result<T, Error>,
}

/// A request under way; gives the response's body.
#[must_use = "a future does nothing until it is awaited"]
pub struct BodyFuture<T>(pub(super) ResponseFuture<T>);

impl<T> ResponseFuture<T> {
    /// Executes `call` and reads the answer with `decode`.
    pub fn new(call: Box<Call>, decode: fn(&Reply) -> Result<T, Error>) -> Self {
        Self {
            reply: Box::pin(execute(call)),
            decode,
        }
    }
}

impl<T> Future for ResponseFuture<T> {
    type Output = Result<Response<T>, Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let reply = ready!(self.reply.as_mut().poll(context))?;
        Poll::Ready(match (self.decode)(&reply) {
            Ok(body) => Ok(Response::new(reply, body)),
            Err(error) => Err(instead_of(error, reply)),
        })
    }
}

impl<T> Future for BodyFuture<T> {
    type Output = Result<T, Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.0)
            .poll(context)
            .map_ok(Response::into_body)
    }
}

impl<T> fmt::Debug for ResponseFuture<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ResponseFuture")
            .finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for BodyFuture<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("BodyFuture").finish_non_exhaustive()
    }
}

/// Returns the error for a 2xx response that does not decode. With an unlisted status and a body of the `default`
/// response's type, that is an API error.
#[cold]
fn instead_of(error: Error, reply: Reply) -> Error {
    let operation = reply.origin().operation;
    if operation.listed.is_empty() || operation.lists(reply.status()) {
        return error;
    }
    let by_default = ApiError::new(reply);
    if by_default.is_documented() {
        Error::Api(by_default)
    } else {
        error
    }
}
