//! Checks of the address requests go to.

use super::configuration_error::ConfigurationError;
use reqwest::Url;
use std::net::IpAddr;

/// The base URL without trailing slashes, fit for appending a path.
///
/// # Errors
///
/// If it is empty or no URL, carries user information, a query or a fragment, or fails [`is_allowed`].
pub fn check(base_url: &str, allow_http: bool) -> Result<String, ConfigurationError> {
    if base_url.is_empty() {
        return Err(ConfigurationError::new(
            "the API names no server; call `base_url` on the builder",
        ));
    }
    let url = Url::parse(base_url)
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
    Ok(url.as_str().trim_end_matches('/').to_owned())
}

/// Whether requests may go to `url`: over https, or over http to this machine or if `allow_http` is set.
#[must_use]
pub fn is_allowed(url: &Url, allow_http: bool) -> bool {
    match url.scheme() {
        "https" => true,
        "http" => allow_http || is_loopback(url.host_str().unwrap_or_default()),
        _ => false,
    }
}

/// Whether `url` carries credentials, which the HTTP library would send as basic authentication.
#[must_use]
pub fn has_user_information(url: &Url) -> bool {
    !url.username().is_empty() || url.password().is_some()
}

fn is_loopback(host: &str) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost"
        || address
            .parse::<IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}
