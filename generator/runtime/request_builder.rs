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

            /// Refuses an answer with a body of more than `bytes`.
            #[inline]
            pub fn body_limit(self, bytes: u64) -> Self {
                Self(self.0.body_limit(bytes))
            }

            /// Sets when failed attempts are repeated.
            #[inline]
            pub fn retry(self, policy: $crate::runtime::RetryPolicy) -> Self {
                Self(self.0.retry(policy))
            }

            /// Adds a header, in place of those that the client or a parameter would set; another call with the same
            /// name adds one more.
            #[inline]
            pub fn header(self, name: &str, value: &str) -> Self {
                Self(self.0.header(name, value))
            }

            /// The same request, of which the answer's body is given as it comes, whatever the document says of it.
            /// Statuses that are errors stay errors.
            #[inline]
            pub fn raw(self) -> $crate::runtime::Request<$crate::runtime::Bytes> {
                self.0.raw()
            }

            /// The same request, of which the answer's whole body is read as the JSON of a `U`: where the document is
            /// wrong or says too little.
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
