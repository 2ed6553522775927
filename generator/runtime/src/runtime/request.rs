//! Requests: what can be set on one, and the futures that send it.
//!
//! All of them are thin typed shells around [`Call`] and the one future that executes it.

use super::api::Operation;
use super::api_error::ApiError;
use super::call::Call;
use super::client::Client;
use super::error::Error;
use super::parameter::{Location, ParameterValue};
use super::raw_response::RawResponse;
use super::response::Response;
use super::retry::{RetryPolicy, execute};
use super::{body, header, style};
use bytes::Bytes;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

/// A call that returns a `T`, sent by `.await` or [`Request::send`].
///
/// What cannot be sent as given is reported when it is sent, before anything leaves the machine.
#[must_use = "a request does nothing until it is awaited or sent"]
pub struct Request<T> {
    call: Box<Call>,
    decode: fn(&RawResponse) -> Result<T, Error>,
}

impl<T> Request<T> {
    /// Returns a call of `operation` through `client`, with `values` for the placeholders of its path that are not
    /// among its parameters and then for its first parameters; `decode` reads the response.
    #[doc(hidden)]
    pub fn new(
        client: &Client,
        operation: &'static Operation,
        values: &[&dyn ParameterValue],
        decode: fn(&RawResponse) -> Result<T, Error>,
    ) -> Self {
        Self {
            call: Box::new(Call::new(client, operation, values)),
            decode,
        }
    }

    /// Gives the parameter `name` its value.
    #[doc(hidden)]
    pub fn set(&mut self, name: &str, value: &dyn ParameterValue) {
        self.call.set(None, name, value);
    }

    /// Gives the parameter `name` in `location` its value, where the name alone says too little.
    #[doc(hidden)]
    pub fn set_in(&mut self, location: Location, name: &str, value: &dyn ParameterValue) {
        self.call.set(Some(location), name, value);
    }

    /// Sends `body` as `application/json`.
    #[doc(hidden)]
    pub fn json<B: Serialize + ?Sized>(self, body: &B) -> Self {
        self.json_as("application/json", body)
    }

    /// Sends `body` as JSON under another media type, such as `application/merge-patch+json`.
    #[doc(hidden)]
    pub fn json_as<B: Serialize + ?Sized>(mut self, media_type: &'static str, body: &B) -> Self {
        let content = body::encode_request(|| body::to_json(body));
        self.call.set_body(media_type, content.map(Bytes::from));
        self
    }

    /// Sends `body` as `application/x-www-form-urlencoded`.
    #[doc(hidden)]
    pub fn form<B: ParameterValue + ?Sized>(mut self, body: &B) -> Self {
        let content = body::encode_request(|| body.to_parameter())
            .and_then(|value| body::to_form(&value, self.call.operation.fields))
            .map(Bytes::from);
        self.call
            .set_body("application/x-www-form-urlencoded", content);
        self
    }

    /// Sends `body` as text.
    #[doc(hidden)]
    pub fn text(self, media_type: &'static str, body: &str) -> Self {
        self.bytes(media_type, Bytes::copy_from_slice(body.as_bytes()))
    }

    /// Sends `body` as the text of a single value.
    #[doc(hidden)]
    pub fn text_value<B: ParameterValue + ?Sized>(
        mut self,
        media_type: &'static str,
        body: &B,
    ) -> Self {
        let content = body.to_parameter();
        let content = content.map(|value| Bytes::from(style::plain(&value).into_owned()));
        self.call.set_body(media_type, content);
        self
    }

    /// Sends `body` as it is.
    #[doc(hidden)]
    pub fn bytes(mut self, media_type: &'static str, body: impl Into<Bytes>) -> Self {
        self.call.set_body(media_type, Ok(body.into()));
        self
    }

    /// Limits the call with all its attempts and waits.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.call.timeouts.operation = timeout;
        self
    }

    /// Limits one attempt, from connecting to the last byte of the response.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.call.timeouts.attempt = timeout;
        self
    }

    /// Sets the maximum size of the response body, in bytes.
    pub fn body_limit(mut self, bytes: u64) -> Self {
        self.call.body_limit = bytes;
        self
    }

    /// Sets when failed attempts are repeated.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.call.retry = policy;
        self
    }

    /// Adds a header, replacing values of the client and of parameters. Calls with the same name add values.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        match header::parse(name, value) {
            Ok((name, value)) => drop(self.call.headers.append(name, value)),
            Err(problem) => self.call.fail(self.call.refuse(name, problem)),
        }
        self
    }

    /// Returns the raw response body instead of decoding it. Error statuses are still errors.
    pub fn raw(self) -> Request<Bytes> {
        Request {
            call: self.call,
            decode: RawResponse::raw,
        }
    }

    /// Decodes the whole response body as JSON of type `U`, for responses that the document describes wrongly.
    pub fn decode_as<U: DeserializeOwned>(self) -> Request<U> {
        Request {
            call: self.call,
            decode: RawResponse::json,
        }
    }

    /// Sends the request; the future gives the whole response: status, headers and body.
    pub fn send(self) -> ResponseFuture<T> {
        ResponseFuture::new(self.call, self.decode)
    }
}

impl<T> IntoFuture for Request<T> {
    type Output = Result<T, Error>;
    type IntoFuture = BodyFuture<T>;

    fn into_future(self) -> BodyFuture<T> {
        BodyFuture(self.send())
    }
}

impl<T> fmt::Debug for Request<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Request")
            .field("operation", &self.call.operation.id)
            .finish_non_exhaustive()
    }
}

/// A request under way; gives the whole response.
#[must_use = "a future does nothing until it is awaited"]
pub struct ResponseFuture<T> {
    response: Pin<Box<dyn Future<Output = Result<RawResponse, Error>> + Send>>,
    decode: fn(&RawResponse) -> Result<T, Error>,
}

/// A request under way; gives the response's body.
#[must_use = "a future does nothing until it is awaited"]
pub struct BodyFuture<T>(pub(super) ResponseFuture<T>);

impl<T> ResponseFuture<T> {
    /// Executes `call` and reads the response with `decode`.
    pub fn new(call: Box<Call>, decode: fn(&RawResponse) -> Result<T, Error>) -> Self {
        Self {
            response: Box::pin(execute(call)),
            decode,
        }
    }
}

impl<T> Future for ResponseFuture<T> {
    type Output = Result<Response<T>, Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let response = ready!(self.response.as_mut().poll(context))?;
        Poll::Ready(match (self.decode)(&response) {
            Ok(body) => Ok(Response::new(response, body)),
            Err(error) => Err(instead_of(error, response)),
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
fn instead_of(error: Error, response: RawResponse) -> Error {
    let operation = response.origin().operation;
    if operation.listed.is_empty() || operation.lists(response.status()) {
        return error;
    }
    let by_default = ApiError::new(response);
    if by_default.is_documented() {
        Error::Api(by_default)
    } else {
        error
    }
}

/// Gives a newtype around [`Request`](super::Request) the request's own functions, so that a chain can mix them with
/// its parameters: `request_builder!(GetServiceLogs, ServiceLogs);`
// region: macros
#[macro_export]
#[doc(hidden)]
// endregion: macros
#[allow(unused_macros, reason = "not every API has one of these")]
macro_rules! request_builder {
    ($name:ident, $output:ty) => {
        impl $name {
            /// Limits the call with all its attempts and waits.
            #[inline]
            pub fn timeout(self, timeout: ::std::time::Duration) -> Self {
                Self(self.0.timeout(timeout))
            }

            /// Limits one attempt, from connecting to the last byte of the response.
            #[inline]
            pub fn attempt_timeout(self, timeout: ::std::time::Duration) -> Self {
                Self(self.0.attempt_timeout(timeout))
            }

            /// Sets the maximum size of the response body, in bytes.
            #[inline]
            pub fn body_limit(self, bytes: u64) -> Self {
                Self(self.0.body_limit(bytes))
            }

            /// Sets when failed attempts are repeated.
            #[inline]
            pub fn retry(self, policy: $crate::runtime::RetryPolicy) -> Self {
                Self(self.0.retry(policy))
            }

            /// Adds a header, replacing values of the client and of parameters. Calls with the same name add values.
            #[inline]
            pub fn header(self, name: &str, value: &str) -> Self {
                Self(self.0.header(name, value))
            }

            /// Returns the raw response body instead of decoding it. Error statuses are still errors.
            #[inline]
            pub fn raw(self) -> $crate::runtime::Request<$crate::runtime::Bytes> {
                self.0.raw()
            }

            /// Decodes the whole response body as JSON of type `U`, for responses that the document describes wrongly.
            #[inline]
            pub fn decode_as<U: $crate::runtime::model::DeserializeOwned>(
                self,
            ) -> $crate::runtime::Request<U> {
                self.0.decode_as()
            }

            /// Sends the request; the future gives the whole response: status, headers and body.
            #[inline]
            pub fn send(self) -> $crate::runtime::ResponseFuture<$output> {
                self.0.send()
            }
        }

        impl ::std::future::IntoFuture for $name {
            type Output = ::std::result::Result<$output, $crate::runtime::Error>;
            type IntoFuture = $crate::runtime::BodyFuture<$output>;

            #[inline]
            fn into_future(self) -> Self::IntoFuture {
                self.0.into_future()
            }
        }

        impl ::std::fmt::Debug for $name {
            fn fmt(&self, formatter: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Debug::fmt(&self.0, formatter)
            }
        }
    };
}

// region: macros
#[allow(unused_imports, reason = "not every API has one of these")]
pub use request_builder;
// endregion: macros
