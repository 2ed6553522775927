//! The client, and the types of a crate that wrap it.
//!
//! Functions are added to a client by the crate of an API, so that it has types of its own around [`Client`] and
//! [`ClientBuilder`](super::ClientBuilder): the macro `client!` declares them.

use super::api::Api;
use super::credential::ResolvedCredential;
use super::retry::{RetryPolicy, Timeouts};
use reqwest::Url;
use reqwest::header::{HeaderMap, HeaderValue};
use std::fmt;
use std::sync::Arc;

/// Calls the API. Cloning is cheap: clones share settings and connections.
#[derive(Clone)]
pub struct Client {
    pub(super) settings: Arc<Settings>,
}

/// What a client was built with.
pub struct Settings {
    /// The API's facts.
    pub api: &'static Api,
    /// The HTTP client, with its pool of connections.
    pub http: reqwest::Client,
    /// Whether that client came from the user, with limits of its own.
    pub is_users_http: bool,
    /// Where paths are appended.
    pub base_url: Url,
    /// Whether the user chose that: then it holds for all operations, whatever servers of their own they have.
    pub is_users_base_url: bool,
    /// Whether http is allowed to other machines.
    pub allow_http: bool,
    /// Limits of time.
    pub timeouts: Timeouts,
    /// When to try again.
    pub retry: RetryPolicy,
    /// The largest response body to accept, in bytes.
    pub body_limit: u64,
    /// The `User-Agent` header.
    pub user_agent: HeaderValue,
    /// Headers to add to every request.
    pub headers: HeaderMap,
    /// The credentials, each under its security scheme's name.
    pub credentials: Vec<(&'static str, ResolvedCredential)>,
}

impl Client {
    /// The URL paths are appended to, without a trailing slash. Where none was set on the builder, operations to
    /// which the document gives a server of their own go there.
    #[must_use]
    pub fn base_url(&self) -> &str {
        self.settings.base_url.as_str().trim_end_matches('/')
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = formatter.debug_struct("Client");
        debug
            .field("api", &self.settings.api.name)
            .field("base_url", &self.base_url());
        debug.finish_non_exhaustive()
    }
}

/// Declares the types `Client` and `ClientBuilder` of a crate, with the functions of those in the runtime:
/// `runtime::client!();`
// region: macros
#[macro_export]
#[doc(hidden)]
// endregion: macros
macro_rules! client {
    () => {
        /// Calls the API. Cloning is cheap: clones share settings and connections.
        #[derive(Clone)]
        pub struct Client(pub(super) $crate::runtime::Client);

        impl Client {
            /// The URL paths are appended to, without a trailing slash. Where none was set on the builder, operations
            /// to which the document gives a server of their own go there.
            #[must_use]
            pub fn base_url(&self) -> &str {
                self.0.base_url()
            }
        }

        impl ::std::fmt::Debug for Client {
            fn fmt(&self, formatter: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Debug::fmt(&self.0, formatter)
            }
        }

        /// Builds a [`Client`].
        ///
        /// By default, a client connects within 10 seconds, gives each attempt 60 seconds and each operation
        /// 300, makes up to 3 attempts where repeating is safe, and accepts responses of up to 64 MiB.
        #[must_use = "a builder does nothing until `build` is called"]
        pub struct ClientBuilder($crate::runtime::ClientBuilder);

        impl ClientBuilder {
            /// Sends all requests to `base_url`, to which paths are appended; a path in it is kept.
            ///
            /// Without this, requests go to the document's first server, and those of operations that have a server of their
            /// own to that one, with the same credentials.
            #[inline]
            pub fn base_url(
                self,
                base_url: impl ::std::convert::Into<::std::string::String>,
            ) -> Self {
                Self(self.0.base_url(base_url))
            }

            /// Configures the underlying HTTP client: proxies, root certificates, Unix sockets, HTTP/2, the connection pool.
            ///
            /// Redirects and retries always follow the rules of this client, whatever `configure` sets. Several calls are applied
            /// in order. With a loopback base URL, proxies of the environment are ignored and proxies set by `configure` are used.
            /// With the feature `rustls-ring`, TLS is set up before `configure` runs: replace it with
            /// `tls_backend_preconfigured`, since single certificates have no effect.
            #[inline]
            pub fn configure_http(
                self,
                configure: impl ::std::ops::FnOnce(
                    $crate::runtime::reqwest::ClientBuilder,
                ) -> $crate::runtime::reqwest::ClientBuilder
                + ::std::marker::Send
                + 'static,
            ) -> Self {
                Self(self.0.configure_http(configure))
            }

            /// Uses `http` as the underlying HTTP client. [`ClientBuilder::configure_http`] has no effect then.
            ///
            /// Prefer `configure_http`: redirects and retries made by `http` itself are outside the rules of this client and may
            /// send credentials to other servers. Build `http` with `redirect::Policy::none()` and `retry::never()`.
            #[inline]
            pub fn http_client(self, http: $crate::runtime::reqwest::Client) -> Self {
                Self(self.0.http_client(http))
            }

            /// Limits an operation with all its attempts and waits; 300 seconds by default.
            #[inline]
            pub fn timeout(self, timeout: ::std::time::Duration) -> Self {
                Self(self.0.timeout(timeout))
            }

            /// Limits one attempt, from connecting to the last byte of the response; 60 seconds by default.
            #[inline]
            pub fn attempt_timeout(self, timeout: ::std::time::Duration) -> Self {
                Self(self.0.attempt_timeout(timeout))
            }

            /// Limits connecting, including TLS; 10 seconds by default. A client given by
            /// [`ClientBuilder::http_client`] keeps its own limit.
            #[inline]
            pub fn connect_timeout(self, timeout: ::std::time::Duration) -> Self {
                Self(self.0.connect_timeout(timeout))
            }

            /// Sets when failed attempts are repeated.
            #[inline]
            pub fn retry(self, policy: $crate::runtime::RetryPolicy) -> Self {
                Self(self.0.retry(policy))
            }

            /// Limits response bodies to `bytes`; 64 MiB by default.
            #[inline]
            pub fn body_limit(self, bytes: u64) -> Self {
                Self(self.0.body_limit(bytes))
            }

            /// Replaces the `User-Agent`, which is the package's name and version by default.
            #[inline]
            pub fn user_agent(
                self,
                user_agent: impl ::std::convert::Into<::std::string::String>,
            ) -> Self {
                Self(self.0.user_agent(user_agent))
            }

            /// Adds a header to every request. Calls with the same name add values. `build` rejects invalid names and values.
            #[inline]
            pub fn header(
                self,
                name: impl ::std::convert::Into<::std::string::String>,
                value: impl ::std::convert::Into<::std::string::String>,
            ) -> Self {
                Self(self.0.header(name, value))
            }

            /// Allows http to other machines; without this only loopback addresses may be reached in the clear.
            #[inline]
            pub fn allow_http(self) -> Self {
                Self(self.0.allow_http())
            }

            /// Gives the credential for the security scheme named `scheme`, replacing an earlier one.
            ///
            /// A request is sent with the first alternative of its operation for which all credentials are given, and
            /// without credentials if there is none.
            #[inline]
            pub fn credential(
                self,
                scheme: impl ::std::convert::Into<::std::string::String>,
                credential: $crate::runtime::Credential,
            ) -> Self {
                Self(self.0.credential(scheme, credential))
            }

            /// Builds the client.
            ///
            /// # Errors
            ///
            /// [`Error::Configuration`] if the base URL is missing, invalid or in the clear, a header or credential cannot
            /// be sent, or TLS cannot be set up.
            #[inline]
            pub fn build(self) -> ::std::result::Result<Client, $crate::runtime::Error> {
                self.0.build().map(Client)
            }
        }

        impl ::std::fmt::Debug for ClientBuilder {
            fn fmt(&self, formatter: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Debug::fmt(&self.0, formatter)
            }
        }
    };
}

// region: macros
pub use client;
// endregion: macros
