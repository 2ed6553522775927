//! A program with several clients, and its own use of reqwest and rustls.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let https = "https://127.0.0.1:1";
    tiger_cloud::Client::builder().base_url(https).build()?;
    clickhouse_cloud::Client::builder().base_url(https).build()?;
    ionos_postgres::Client::builder().base_url(https).build()?;

    // As the documentation of `http_client` recommends.
    let policy = reqwest::redirect::Policy::none();
    #[cfg(not(feature = "rustls-ring"))]
    let http = {
        drop(reqwest::Client::new());
        reqwest::Client::builder().redirect(policy).build()?
    };
    #[cfg(feature = "rustls-ring")]
    let http = {
        // Nothing enables a `CryptoProvider` for reqwest, so the program has to install one.
        let unset = std::panic::catch_unwind(reqwest::Client::new);
        assert!(unset.is_err(), "reqwest needs a `CryptoProvider`");
        let provider = rustls::crypto::ring::default_provider();
        provider.install_default().map_err(|_| "a client has installed a `CryptoProvider`")?;
        reqwest::Client::builder().redirect(policy).build()?
    };
    tiger_cloud::Client::builder().base_url(https).http_client(http).build()?;

    // Panics if both aws-lc-rs and ring are enabled and none is installed.
    #[cfg(not(feature = "native-tls"))]
    drop(
        rustls::ClientConfig::builder()
            .with_root_certificates(rustls::RootCertStore::empty())
            .with_no_client_auth(),
    );
    Ok(())
}
