//! Building the HTTP client if the user provides none, with TLS by the package's features: `rustls` (the default),
//! `rustls-ring` or `native-tls`.

use super::error::ConfigurationError;
use super::url::is_loopback;
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
    let with_roots = || configure_tls(begin());
    match configure {
        None => match with_roots().and_then(finish) {
            Err(_) if in_the_clear => trust_none(begin()).and_then(finish),
            built => built,
        },
        // `configure` is `FnOnce`: find out first whether root certificates are available.
        Some(configure) if in_the_clear && with_roots().and_then(finish).is_err() => {
            finish(configure(trust_none(begin())?))
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

/// Returns the error and its sources.
fn causes(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    let mut texts: Vec<String> = causes.map(ToString::to_string).collect();
    texts.dedup();
    texts.join(": ")
}

/// Sets up rustls with *ring* and the platform's root certificates.
///
/// Neither installs nor needs a process-wide `CryptoProvider`.
///
/// # Errors
///
/// If the platform's root certificates cannot be read.
#[cfg(feature = "rustls-ring")]
pub fn configure_tls(
    builder: reqwest::ClientBuilder,
) -> Result<reqwest::ClientBuilder, ConfigurationError> {
    use rustls_platform_verifier::BuilderVerifierExt;

    let trust = ring().and_then(BuilderVerifierExt::with_platform_verifier);
    let trust = trust.map_err(|error| {
        let advice = "install root certificates, or bring an HTTP client with `http_client`";
        ConfigurationError::new(format!("TLS cannot be set up: {error}; {advice}"))
    })?;
    Ok(with_config(builder, trust.with_no_client_auth()))
}

/// Leaves TLS to reqwest.
///
/// # Errors
///
/// None.
#[cfg(not(feature = "rustls-ring"))]
pub fn configure_tls(
    builder: reqwest::ClientBuilder,
) -> Result<reqwest::ClientBuilder, ConfigurationError> {
    Ok(builder)
}

/// Trusts no server, which needs no root certificates.
///
/// # Errors
///
/// If *ring* supports no TLS version.
#[cfg(feature = "rustls-ring")]
pub fn trust_none(
    builder: reqwest::ClientBuilder,
) -> Result<reqwest::ClientBuilder, ConfigurationError> {
    let versions = ring()
        .map_err(|error| ConfigurationError::new(format!("TLS cannot be set up: {error}")))?;
    let trust = versions.with_root_certificates(rustls::RootCertStore::empty());
    Ok(with_config(builder, trust.with_no_client_auth()))
}

/// Trusts no server, which needs no root certificates.
///
/// # Errors
///
/// None.
#[cfg(not(feature = "rustls-ring"))]
pub fn trust_none(
    builder: reqwest::ClientBuilder,
) -> Result<reqwest::ClientBuilder, ConfigurationError> {
    #[cfg(feature = "rustls")]
    let builder = builder.tls_certs_only([]);
    Ok(builder)
}

#[cfg(feature = "rustls-ring")]
fn ring()
-> Result<rustls::ConfigBuilder<rustls::ClientConfig, rustls::WantsVerifier>, rustls::Error> {
    let provider = std::sync::Arc::new(rustls::crypto::ring::default_provider());
    rustls::ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions()
}

/// reqwest sets ALPN (RFC 7301) only for its own TLS configuration.
#[cfg(feature = "rustls-ring")]
fn with_config(
    builder: reqwest::ClientBuilder,
    mut config: rustls::ClientConfig,
) -> reqwest::ClientBuilder {
    #[cfg(feature = "http2")]
    config.alpn_protocols.push(b"h2".to_vec());
    config.alpn_protocols.push(b"http/1.1".to_vec());
    builder.tls_backend_preconfigured(config)
}
