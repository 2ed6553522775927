//! The client.

use super::api::Api;
use super::credential::Proof;
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
    /// The most bytes of an answer's body to take.
    pub body_limit: u64,
    /// The `User-Agent` header.
    pub user_agent: HeaderValue,
    /// Headers to add to every request.
    pub headers: HeaderMap,
    /// The credentials, each under its security scheme's name.
    pub proofs: Vec<(&'static str, Proof)>,
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
