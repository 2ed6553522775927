use crate::server::{Server, Step, json};
use crate::thing::{builder, get};
use clientsmith_runtime::runtime::RetryPolicy;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::aws_lc_rs;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;

#[tokio::test]
async fn takes_a_client_of_the_users_own() {
    let server = Server::start([json("1")]).await;
    let http = reqwest::Client::new();
    let client = builder(&server.url).http_client(http).build().unwrap();
    get(&client, &"x").await.unwrap();
}

#[tokio::test]
async fn a_server_that_does_not_speak_tls_makes_no_connection() {
    let server = Server::start([json("1")]).await;
    let builder = builder(&server.url.replace("http:", "https:")).retry(RetryPolicy::none());
    let client = builder
        .connect_timeout(Duration::from_millis(100))
        .build()
        .unwrap();
    let error = get(&client, &"x").await.unwrap_err();
    assert!(error.is_connect() && error.is_timeout(), "{error:?}");
    assert_eq!(
        error.to_string(),
        "getThing: connection timed out after 100ms"
    );
}

/// A server with a certificate of its own, and that certificate. It speaks `protocols` (RFC 7301), tells which one was
/// chosen and how the request began, and responds with HTTP/1.1.
async fn secure(
    protocols: &[&str],
) -> (String, Vec<u8>, tokio::task::JoinHandle<(String, String)>) {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let certificate = made.cert.der().clone();
    let key = PrivateKeyDer::try_from(made.signing_key.serialize_der()).unwrap();
    let config = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()));
    let config = config.with_safe_default_protocol_versions().unwrap();
    let mut config = config
        .with_no_client_auth()
        .with_single_cert(vec![certificate.clone()], key)
        .unwrap();
    config.alpn_protocols = protocols
        .iter()
        .map(|name| name.as_bytes().to_vec())
        .collect();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!(
        "https://localhost:{}",
        listener.local_addr().unwrap().port()
    );
    let served = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        let Ok(mut stream) = TlsAcceptor::from(Arc::new(config)).accept(stream).await else {
            return ("no handshake".to_owned(), String::new());
        };
        let chosen = stream.get_ref().1.alpn_protocol().unwrap_or_default();
        let chosen = String::from_utf8_lossy(chosen).into_owned();
        let mut request = [0; 1024];
        let length = stream.read(&mut request).await.unwrap();
        let request = String::from_utf8_lossy(request.get(..length).unwrap()).into_owned();
        let Step::Answer(text) = json("7") else {
            panic!("it is a response");
        };
        stream.write_all(text.as_bytes()).await.unwrap();
        stream.shutdown().await.unwrap();
        (chosen, request)
    });
    (url, certificate.to_vec(), served)
}

#[tokio::test]
async fn certificates_of_the_users_own_are_trusted() {
    let (url, certificate, served) = secure(&["http/1.1"]).await;
    let certificate = reqwest::Certificate::from_der(&certificate).unwrap();
    let trusting = builder(&url).configure_http(move |http| http.tls_certs_merge([certificate]));
    assert_eq!(get(&trusting.build().unwrap(), &"x").await.unwrap(), 7);
    assert!(
        served
            .await
            .unwrap()
            .1
            .starts_with("GET /things/x HTTP/1.1\r\n")
    );

    let (url, _, served) = secure(&["http/1.1"]).await;
    let client = builder(&url).retry(RetryPolicy::none()).build().unwrap();
    let error = get(&client, &"x").await.unwrap_err();
    assert!(
        error.is_connect() && error.to_string().contains("certificate"),
        "{error}"
    );
    assert_eq!(served.await.unwrap().0, "no handshake");
}

#[tokio::test]
async fn http_2_is_spoken_where_the_server_offers_it() {
    let (url, certificate, served) = secure(&["h2", "http/1.1"]).await;
    let certificate = reqwest::Certificate::from_der(&certificate).unwrap();
    let builder = builder(&url).retry(RetryPolicy::none());
    let client = builder
        .configure_http(move |http| {
            http.tls_certs_merge([certificate])
                .http2_adaptive_window(true)
        })
        .build()
        .unwrap();
    // The server responds with HTTP/1.1.
    get(&client, &"x").await.unwrap_err();
    let (chosen, request) = served.await.unwrap();
    assert_eq!(chosen, "h2");
    assert!(request.starts_with("PRI * HTTP/2.0\r\n"), "{request}");
}
