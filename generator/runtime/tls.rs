//! TLS, by the package's features: `rustls` (the default), `rustls-ring` or `native-tls`.

use super::configuration_error::ConfigurationError;

/// Has `builder` use rustls with the *ring* cryptography and the platform's root certificates.
///
/// The cryptography is this client's own, so that no process-wide choice is made or needed.
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

/// Leaves TLS to the HTTP library, or, without any of the features, does without.
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

/// Has `builder` trust no server, which needs no root certificates.
///
/// # Errors
///
/// If the cryptography lacks what TLS needs.
#[cfg(feature = "rustls-ring")]
pub fn trust_none(
    builder: reqwest::ClientBuilder,
) -> Result<reqwest::ClientBuilder, ConfigurationError> {
    let versions = ring()
        .map_err(|error| ConfigurationError::new(format!("TLS cannot be set up: {error}")))?;
    let trust = versions.with_root_certificates(rustls::RootCertStore::empty());
    Ok(with_config(builder, trust.with_no_client_auth()))
}

/// Has `builder` trust no server, which needs no root certificates.
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

/// The HTTP library says which protocols it speaks (RFC 7301) only where TLS is its own.
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
