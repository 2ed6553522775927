//! TLS, by the package's features: `rustls` (the default), `rustls-ring` or `native-tls`.

use super::configuration_error::ConfigurationError;

/// Sets up rustls with *ring* and the platform's root certificates.
///
/// Neither installs nor needs a process-wide `CryptoProvider`.
///
/// # Errors
///
/// If the platform's root certificates cannot be read.
#[cfg(feature = "rustls-ring")]
pub fn configure(
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
pub fn configure(
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
