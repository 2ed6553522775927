//! The HTTP client made where the user brings none.

use super::base_url::is_loopback;
use super::configuration_error::ConfigurationError;
use super::tls;
use reqwest::Url;
use std::time::Duration;

/// What a user changes of the HTTP client.
pub type Configure = Box<dyn FnOnce(reqwest::ClientBuilder) -> reqwest::ClientBuilder + Send>;

/// An HTTP client that neither follows redirects nor repeats requests by itself: both are decided by this runtime, also
/// where `configure` says otherwise.
///
/// `base_url` is where most requests go; `connect_timeout` limits connecting, including TLS. A machine without root
/// certificates can still use http: the client then trusts no https server.
///
/// # Errors
///
/// If TLS cannot be set up, for want of root certificates say.
pub fn build(
    base_url: &str,
    connect_timeout: Duration,
    configure: Option<Configure>,
) -> Result<reqwest::Client, ConfigurationError> {
    let begin = || begin(base_url, connect_timeout);
    let in_the_clear = base_url.starts_with("http:");
    let with_roots = || tls::configure(begin());
    match configure {
        None => match with_roots().and_then(finish) {
            Err(_) if in_the_clear => tls::trust_none(begin()).and_then(finish),
            built => built,
        },
        // The function can be called but once: whether there are roots has to be known before.
        Some(configure) if in_the_clear && with_roots().and_then(finish).is_err() => {
            finish(configure(tls::trust_none(begin())?))
        }
        Some(configure) => finish(configure(with_roots()?)),
    }
}

fn begin(base_url: &str, connect_timeout: Duration) -> reqwest::ClientBuilder {
    let builder = reqwest::Client::builder().connect_timeout(connect_timeout);
    if Url::parse(base_url).is_ok_and(|url| is_loopback(&url)) {
        // What a proxy calls `localhost` is not this machine.
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

/// What went wrong, and why, as far as that is known.
fn causes(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    let mut texts: Vec<String> = causes.map(ToString::to_string).collect();
    texts.dedup();
    texts.join(": ")
}
