//! The URL of a call. No URL is built any other way.

use super::base_url;
use super::call::Call;
use super::error::Error;
use super::path;
use super::proof::Proof;
use super::query::query;
use reqwest::Url;

/// The base URL with the filled path appended to its own, and the query.
///
/// # Errors
///
/// [`Error::Parameter`] if a path parameter is refused; [`Error::Configuration`] if the operation's own server may not
/// be reached.
pub fn url(call: &Call, proofs: &[&Proof]) -> Result<Url, Error> {
    let base_url = base_url::of_operation(&call.client.settings, call.operation);
    let mut url = base_url.map_err(Error::Configuration)?.into_owned();
    let expanded = path::expand(call)?;
    // A template can have a query of its own.
    let (path, own_query) = match expanded.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (expanded.as_str(), None),
    };
    let mut whole_path = base_url::path(&url).to_owned();
    if !path.starts_with('/') {
        whole_path.push('/');
    }
    whole_path.push_str(path);
    url.set_path(&whole_path);
    let query = query(call, proofs);
    let queries = own_query.into_iter().chain([query.as_str()]);
    let queries: Vec<&str> = queries.filter(|query| !query.is_empty()).collect();
    if !queries.is_empty() {
        url.set_query(Some(&queries.join("&")));
    }
    Ok(url)
}
