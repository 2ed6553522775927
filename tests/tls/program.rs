//! A program with clients of several crates, an HTTP library and TLS of its own.

/// Whether the parts of the program get along, or what failed.
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let https = "https://127.0.0.1:1";
    tiger_cloud::Client::builder().base_url(https).build()?;
    clickhouse_cloud::Client::builder().base_url(https).build()?;
    ionos_postgres::Client::builder().base_url(https).build()?;

    // What the documentation of `http_client` tells users to write.
    let policy = reqwest::redirect::Policy::none();
    #[cfg(not(feature = "rustls-ring"))]
    let http = {
        drop(reqwest::Client::new());
        reqwest::Client::builder().redirect(policy).build()?
    };
    #[cfg(feature = "rustls-ring")]
    let http = {
        // No part of the program turns on cryptography for the HTTP library: it panics unless the program chooses.
        let unset = std::panic::catch_unwind(reqwest::Client::new);
        assert!(unset.is_err(), "the documentation says otherwise");
        let provider = rustls::crypto::ring::default_provider();
        provider.install_default().map_err(|_| "a client has installed a provider")?;
        reqwest::Client::builder().redirect(policy).build()?
    };
    tiger_cloud::Client::builder().base_url(https).http_client(http).build()?;

    // Panics where two kinds of cryptography are turned on, and none is chosen.
    #[cfg(not(feature = "native-tls"))]
    drop(
        rustls::ClientConfig::builder()
            .with_root_certificates(rustls::RootCertStore::empty())
            .with_no_client_auth(),
    );
    Ok(())
}
