//! Checks of the address requests go to.

use super::client::Settings;
use super::configuration_error::ConfigurationError;
use super::operation::Operation;
use reqwest::Url;
use std::borrow::Cow;
use std::net::IpAddr;

/// Parses the base URL.
///
/// # Errors
///
/// If it is empty, relative or no URL, carries user information, a query or a fragment, or fails [`is_allowed`].
pub fn check(base_url: &str, allow_http: bool) -> Result<Url, ConfigurationError> {
    if base_url.is_empty() {
        return Err(ConfigurationError::new(
            "the API names no server; call `base_url` on the builder",
        ));
    }
    if base_url.starts_with('/') {
        return Err(ConfigurationError::new(format!(
            "the document gives no host, only the path `{base_url}`; call `base_url` on the builder with a full URL, such as \
             `https://host{base_url}`"
        )));
    }
    let mut url = Url::parse(base_url)
        .map_err(|error| ConfigurationError::new(format!("the base URL is invalid: {error}")))?;
    if has_user_information(&url) {
        return Err(ConfigurationError::new(
            "the base URL must not hold a user name or password",
        ));
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err(ConfigurationError::new(
            "the base URL must not hold a query or fragment",
        ));
    }
    if !is_allowed(&url, allow_http) {
        return Err(ConfigurationError::new(
            "the base URL must use https unless its host is this machine; call `allow_http` to send requests in the clear",
        ));
    }
    let path = path(&url).to_owned();
    url.set_path(&path);
    Ok(url)
}

/// The path of a base URL without trailing slashes, fit for appending another path.
#[must_use]
pub fn path(base_url: &Url) -> &str {
    base_url.path().trim_end_matches('/')
}

/// Where the requests of `operation` go: to its own server, unless the user chose a base URL. A relative one is resolved
/// against the client's (RFC 3986, section 5.2).
///
/// # Errors
///
/// As [`check`], of a server of the operation's own.
pub fn of_operation<'a>(
    settings: &'a Settings,
    operation: &Operation,
) -> Result<Cow<'a, Url>, ConfigurationError> {
    let own = operation.base_url.filter(|_| !settings.is_users_base_url);
    let Some(own) = own else {
        return Ok(Cow::Borrowed(&settings.base_url));
    };
    let url = settings
        .base_url
        .join(own)
        .map_err(|error| error.to_string());
    let checked = url.and_then(|url| {
        let checked = check(url.as_str(), settings.allow_http);
        checked.map_err(|error| error.to_string())
    });
    checked.map(Cow::Owned).map_err(|problem| {
        ConfigurationError::new(format!("the server `{own}` of {}: {problem}", operation.id))
    })
}

/// Whether requests may go to `url`: over https, or over http to this machine or if `allow_http` is set.
#[must_use]
pub fn is_allowed(url: &Url, allow_http: bool) -> bool {
    match url.scheme() {
        "https" => true,
        "http" => allow_http || is_loopback(url),
        _ => false,
    }
}

/// Whether `url` carries credentials, which the HTTP library would send as basic authentication.
#[must_use]
pub fn has_user_information(url: &Url) -> bool {
    !url.username().is_empty() || url.password().is_some()
}

/// Whether the host of `url` is `localhost` or a loopback address (RFC 6890).
#[must_use]
pub fn is_loopback(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    let address = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost"
        || address
            .parse::<IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}
