//! TLS, by the package's features: `rustls` (the default) or `native-tls`.

use super::configuration_error::ConfigurationError;

/// Has `builder` use rustls with the *ring* cryptography and the platform's root certificates.
///
/// The cryptography is this client's own, so that no process-wide choice is made or needed. Where the platform has no
/// root certificates, a client whose `base_url` is http still works; it trusts no https server.
///
/// # Errors
///
/// If the platform's root certificates are needed and cannot be read.
#[cfg(feature = "rustls")]
pub fn configure(
    builder: reqwest::ClientBuilder,
    base_url: &str,
) -> Result<reqwest::ClientBuilder, ConfigurationError> {
    use rustls_platform_verifier::BuilderVerifierExt as _;

    let provider = std::sync::Arc::new(rustls::crypto::ring::default_provider());
    let versions = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| explain(&error))?;
    let trust = match versions.clone().with_platform_verifier() {
        Ok(trust) => trust,
        Err(_) if base_url.starts_with("http:") => {
            versions.with_root_certificates(rustls::RootCertStore::empty())
        }
        Err(error) => return Err(explain(&error)),
    };
    Ok(builder.tls_backend_preconfigured(trust.with_no_client_auth()))
}

#[cfg(feature = "rustls")]
fn explain(error: &rustls::Error) -> ConfigurationError {
    let advice = "install root certificates, or bring an HTTP client with `http_client`";
    ConfigurationError::new(format!("TLS cannot be set up: {error}; {advice}"))
}

/// Leaves TLS to the platform's library, or, without either feature, does without.
///
/// # Errors
///
/// None.
#[cfg(not(feature = "rustls"))]
pub fn configure(
    builder: reqwest::ClientBuilder,
    _base_url: &str,
) -> Result<reqwest::ClientBuilder, ConfigurationError> {
    Ok(builder)
}
