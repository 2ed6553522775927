//! Requests with optional parameters.

/// Gives a newtype around [`Request`](super::Request) the request's own functions, so that a chain can mix them with
/// its parameters: `request_builder!(GetServiceLogs, ServiceLogs);`
#[allow(
    unused_macros,
    reason = "an API without optional parameters has no use for it"
)]
macro_rules! request_builder {
    ($name:ident, $output:ty) => {
        impl $name {
            /// Limits the call with all its attempts and waits.
            #[inline]
            pub fn timeout(self, timeout: ::std::time::Duration) -> Self {
                Self(self.0.timeout(timeout))
            }

            /// Limits one attempt, from connecting to the last byte of the answer.
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

#[allow(
    unused_imports,
    reason = "an API without optional parameters has no use for it"
)]
pub(crate) use request_builder;
