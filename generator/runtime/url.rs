//! The URL of a call. No URL is built any other way.

use super::base_url;
use super::call::Call;
use super::configuration_error::ConfigurationError;
use super::error::Error;
use super::path;
use super::proof::Proof;
use super::query::query;
use reqwest::Url;

/// Base URL, filled path and query, joined as text so that a path in the base URL survives.
///
/// # Errors
///
/// [`Error::Parameter`] if a path parameter is refused; [`Error::Configuration`] if the operation's own server may not
/// be reached, or if the whole is no URL, which takes a malformed path template.
pub fn url(call: &Call, proofs: &[&Proof]) -> Result<Url, Error> {
    let base_url = base_url::of_operation(&call.client.settings, call.operation);
    let mut text = base_url.map_err(Error::Configuration)?.into_owned();
    let path = path::expand(call)?;
    if !path.starts_with('/') {
        text.push('/');
    }
    text.push_str(&path);
    let query = query(call, proofs);
    if !query.is_empty() {
        text.push(if path.contains('?') { '&' } else { '?' });
        text.push_str(&query);
    }
    Url::parse(&text).map_err(|error| {
        let problem = format!(
            "{}: the path template `{}` makes no URL: {error}",
            call.operation.id, call.operation.path
        );
        Error::Configuration(ConfigurationError::new(problem))
    })
}
