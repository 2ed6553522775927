//! Building the HTTP client if the user provides none.

use super::base_url::is_loopback;
use super::configuration_error::ConfigurationError;
use super::tls;
use reqwest::Url;
use std::time::Duration;

/// The user's configuration of the HTTP client.
pub type Configure = Box<dyn FnOnce(reqwest::ClientBuilder) -> reqwest::ClientBuilder + Send>;

/// Builds an HTTP client that follows no redirects and makes no retries, since this runtime does both. `configure`
/// cannot change that.
///
/// `base_url` is where most requests go; `connect_timeout` limits connecting, including TLS. Without root
/// certificates on the machine, a client for http trusts no https server.
///
/// # Errors
///
/// If TLS cannot be set up, for want of root certificates say.
pub fn build(
    base_url: &Url,
    connect_timeout: Duration,
    configure: Option<Configure>,
) -> Result<reqwest::Client, ConfigurationError> {
    let begin = || begin(base_url, connect_timeout);
    let in_the_clear = base_url.scheme() == "http";
    let with_roots = || tls::configure(begin());
    match configure {
        None => match with_roots().and_then(finish) {
            Err(_) if in_the_clear => tls::trust_none(begin()).and_then(finish),
            built => built,
        },
        // `configure` is `FnOnce`: find out first whether root certificates are available.
        Some(configure) if in_the_clear && with_roots().and_then(finish).is_err() => {
            finish(configure(tls::trust_none(begin())?))
        }
        Some(configure) => finish(configure(with_roots()?)),
    }
}

fn begin(base_url: &Url, connect_timeout: Duration) -> reqwest::ClientBuilder {
    let builder = reqwest::Client::builder().connect_timeout(connect_timeout);
    if is_loopback(base_url) {
        // For a proxy, `localhost` is another machine.
        builder.no_proxy()
    } else {
        builder
    }
}

fn finish(builder: reqwest::ClientBuilder) -> Result<reqwest::Client, ConfigurationError> {
    let builder = builder
        .redirect(reqwest::redirect::Policy::none())
        .retry(reqwest::retry::never())
        .referer(false);
    builder.build().map_err(|error| {
        let causes = causes(&error);
        ConfigurationError::new(format!("the HTTP client cannot be built: {causes}"))
    })
}

/// The error and its sources.
fn causes(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    let mut texts: Vec<String> = causes.map(ToString::to_string).collect();
    texts.dedup();
    texts.join(": ")
}
