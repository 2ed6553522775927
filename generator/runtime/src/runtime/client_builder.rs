//! Settings of a client: their defaults, and where they come from, which is the builder's functions or environment
//! variables.

use super::api::{Api, Scheme, SchemeKind};
use super::client::{Client, Settings};
use super::credential::{Credential, Secret, resolve};
use super::error::{ConfigurationError, Error};
use super::http_client::Configure;
use super::retry::{RetryPolicy, Timeouts};
use super::{header, http_client, url};
use reqwest::header::{HeaderMap, HeaderValue};
use std::env::{self, VarError};
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// Builds a [`Client`]. The builder of a crate, which the macro `client!` declares, has the same functions.
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder {
    api: &'static Api,
    base_url: Option<String>,
    http: Option<reqwest::Client>,
    configure_http: Option<Configure>,
    timeouts: Timeouts,
    retry: RetryPolicy,
    body_limit: u64,
    user_agent: String,
    headers: Vec<(String, String)>,
    allow_http: bool,
    credentials: Vec<(String, Credential)>,
}

impl ClientBuilder {
    /// Returns a builder for `api` with its first server and the defaults.
    #[doc(hidden)]
    pub fn new(api: &'static Api) -> Self {
        Self {
            api,
            base_url: None,
            http: None,
            configure_http: None,
            timeouts: Timeouts::default(),
            retry: RetryPolicy::default(),
            body_limit: 64 * 1024 * 1024,
            user_agent: format!("{}/{}", api.name, api.version),
            headers: Vec::new(),
            allow_http: false,
            credentials: Vec::new(),
        }
    }

    /// Sends all requests to `base_url`, to which paths are appended; a path in it is kept.
    pub fn base_url(mut self, base_url: impl Into<String>) -> Self {
        self.base_url = Some(base_url.into());
        self
    }

    /// Configures the underlying HTTP client: proxies, root certificates, Unix sockets, HTTP/2, the connection pool.
    pub fn configure_http(
        mut self,
        configure: impl FnOnce(reqwest::ClientBuilder) -> reqwest::ClientBuilder + Send + 'static,
    ) -> Self {
        let earlier = self.configure_http.take();
        self.configure_http = Some(Box::new(move |http| {
            configure(match earlier {
                Some(earlier) => earlier(http),
                None => http,
            })
        }));
        self
    }

    /// Uses `http` as the underlying HTTP client. [`ClientBuilder::configure_http`] has no effect then.
    pub fn http_client(mut self, http: reqwest::Client) -> Self {
        self.http = Some(http);
        self
    }

    /// Limits an operation with all its attempts and waits; 300 seconds by default.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeouts.operation = timeout;
        self
    }

    /// Limits one attempt, from connecting to the last byte of the response; 60 seconds by default.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.timeouts.attempt = timeout;
        self
    }

    /// Limits connecting, including TLS; 10 seconds by default. A client given by
    /// [`ClientBuilder::http_client`] keeps its own limit.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.timeouts.connect = timeout;
        self
    }

    /// Sets when failed attempts are repeated.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = policy;
        self
    }

    /// Limits response bodies to `bytes`; 64 MiB by default.
    pub fn body_limit(mut self, bytes: u64) -> Self {
        self.body_limit = bytes;
        self
    }

    /// Replaces the `User-Agent`, which is the package's name and version by default.
    pub fn user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.user_agent = user_agent.into();
        self
    }

    /// Adds a header to every request. Calls with the same name add values. `build` rejects invalid names and values.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Allows http to other machines; without this only loopback addresses may be reached in the clear.
    pub fn allow_http(mut self) -> Self {
        self.allow_http = true;
        self
    }

    /// Gives the credential for the security scheme named `scheme`, replacing an earlier one.
    pub fn credential(mut self, scheme: impl Into<String>, credential: Credential) -> Self {
        let scheme = scheme.into();
        self.credentials.retain(|(known, _)| *known != scheme);
        self.credentials.push((scheme, credential));
        self
    }

    /// Builds the client.
    ///
    /// # Errors
    ///
    /// [`Error::Configuration`] if the base URL is missing, invalid or in the clear, a header or credential cannot
    /// be sent, or TLS cannot be set up.
    pub fn build(self) -> Result<Client, Error> {
        self.settings()
            .map(|settings| Client {
                settings: Arc::new(settings),
            })
            .map_err(Error::Configuration)
    }

    fn settings(self) -> Result<Settings, ConfigurationError> {
        let base_url = self.base_url.as_deref().unwrap_or(self.api.base_url);
        let base_url = url::check_base_url(base_url, self.allow_http)?;
        let is_users_http = self.http.is_some();
        let http = match self.http {
            Some(http) => http,
            None => http_client::build(&base_url, self.timeouts.connect, self.configure_http)?,
        };
        let credentials = self
            .credentials
            .iter()
            .map(|(scheme, credential)| resolve(self.api, scheme, credential));
        Ok(Settings {
            api: self.api,
            base_url,
            is_users_base_url: self.base_url.is_some(),
            is_users_http,
            allow_http: self.allow_http,
            timeouts: self.timeouts,
            retry: self.retry,
            body_limit: self.body_limit,
            user_agent: user_agent(&self.user_agent)?,
            headers: headers(&self.headers)?,
            credentials: credentials.collect::<Result<_, _>>()?,
            http,
        })
    }
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ClientBuilder")
            .field("api", &self.api.name)
            .finish_non_exhaustive()
    }
}

fn user_agent(text: &str) -> Result<HeaderValue, ConfigurationError> {
    HeaderValue::from_str(text).map_err(|_| {
        ConfigurationError::new("the user agent holds a character no header can carry")
    })
}

fn headers(pairs: &[(String, String)]) -> Result<HeaderMap, ConfigurationError> {
    let mut headers = HeaderMap::new();
    for (name, value) in pairs {
        let (name, value) = header::parse(name, value).map_err(|problem| {
            ConfigurationError::new(format!("the header `{}` {problem}", name.escape_debug()))
        })?;
        headers.append(name, value);
    }
    Ok(headers)
}

impl ClientBuilder {
    /// Returns a builder for `api` with what its environment variables hold.
    ///
    /// # Errors
    ///
    /// [`Error::Configuration`] if a variable is no Unicode text, or if no alternative of the API's security has
    /// all of its variables.
    #[doc(hidden)]
    pub fn from_environment(api: &'static Api) -> Result<Self, Error> {
        let mut builder = Self::new(api);
        if let Some(base_url) = read(api.base_url_variable)? {
            builder = builder.base_url(base_url);
        }
        let mut given = Vec::new();
        for scheme in api.schemes {
            if let Some(credential) = credential(scheme)? {
                builder = builder.credential(scheme.name, credential);
                given.push(scheme.name);
            }
        }
        match missing(api, &given) {
            None => Ok(builder),
            Some(problem) => Err(Error::Configuration(ConfigurationError::new(problem))),
        }
    }
}

fn credential(scheme: &Scheme) -> Result<Option<Credential>, Error> {
    let mut values = Vec::new();
    for variable in scheme.variables {
        match read(variable)? {
            Some(value) => values.push(value),
            None => return Ok(None),
        }
    }
    let mut values = values.into_iter();
    Ok(match (scheme.kind, values.next(), values.next()) {
        (SchemeKind::Basic, Some(username), Some(password)) => Some(Credential::Basic {
            username,
            password: password.into(),
        }),
        (SchemeKind::Bearer, Some(token), _) => Some(Credential::Bearer(Secret::from(token))),
        (SchemeKind::ApiKey { .. }, Some(key), _) => Some(Credential::ApiKey(Secret::from(key))),
        _ => None,
    })
}

fn read(variable: &str) -> Result<Option<String>, Error> {
    match env::var(variable) {
        Ok(value) if value.is_empty() => Ok(None),
        Ok(value) => Ok(Some(value)),
        Err(VarError::NotPresent) => Ok(None),
        Err(VarError::NotUnicode(_)) => {
            let problem = format!("the environment variable `{variable}` is no Unicode text");
            Err(Error::Configuration(ConfigurationError::new(problem)))
        }
    }
}

/// Returns what to set, if the API wants a credential and none is complete.
fn missing(api: &Api, given: &[&str]) -> Option<String> {
    let is_complete = |schemes: &&[&str]| schemes.iter().all(|scheme| given.contains(scheme));
    if api.security.is_empty() || api.security.iter().any(is_complete) {
        return None;
    }
    let alternatives = api
        .security
        .iter()
        .map(|schemes| variables(api, schemes))
        .collect::<Vec<_>>();
    Some(format!(
        "no credential: set the environment variables {}",
        alternatives.join(", or ")
    ))
}

fn variables(api: &Api, schemes: &[&str]) -> String {
    let wanted = api
        .schemes
        .iter()
        .filter(|scheme| schemes.contains(&scheme.name));
    let unset = wanted
        .flat_map(|scheme| scheme.variables)
        .filter(|name| env::var_os(name).is_none_or(|value| value.is_empty()));
    let names: Vec<_> = unset.map(|name| format!("`{name}`")).collect();
    names.join(" and ")
}
