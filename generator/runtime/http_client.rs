//! The HTTP client made where the user brings none.

use super::configuration_error::ConfigurationError;
use super::tls;
use std::time::Duration;

/// An HTTP client that neither follows redirects nor repeats requests by itself: both are decided by this runtime.
///
/// `base_url` is where most requests go; `connect_timeout` limits connecting, including TLS.
///
/// # Errors
///
/// If TLS cannot be set up, for want of root certificates say.
pub fn build(
    base_url: &str,
    connect_timeout: Duration,
) -> Result<reqwest::Client, ConfigurationError> {
    let builder = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .retry(reqwest::retry::never())
        .referer(false)
        .connect_timeout(connect_timeout);
    let client = tls::configure(builder, base_url)?.build();
    client.map_err(|error| {
        ConfigurationError::new(format!("the HTTP client cannot be built: {error}"))
    })
}
