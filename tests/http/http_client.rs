//! HTTP clients that the user brings, and where requests may go.

use crate::failure::{discreet, failure};
use crate::own_client::plain;
use crate::server::Server;
use crate::step::{Step, json};
use crate::tiger::builder;
use std::time::Duration;
use tiger_cloud::{Client, Error};

#[tokio::test]
async fn the_users_own_client_is_used() {
    let server = Server::start([json("[]")]).await;
    let own = plain().default_headers(
        [("x-own".parse().unwrap(), "1".parse().unwrap())]
            .into_iter()
            .collect(),
    );
    let builder = builder(&server).http_client(own.build().unwrap());
    builder.build().unwrap().get_services("p").await.unwrap();
    let request = server.request();
    assert!(request.contains("\r\nx-own: 1\r\n"), "{request}");
    assert!(request.contains("\r\nauthorization: Basic "), "{request}");
}

#[tokio::test]
async fn a_limit_of_the_users_own_client_is_an_error_like_others() {
    let server = Server::start([Step::Hang]).await;
    let own = plain().timeout(Duration::from_millis(50)).build();
    let client = builder(&server).http_client(own.unwrap()).build().unwrap();
    let error = failure(client.get_service("p", "s")).await;
    assert!(error.is_timeout(), "{error:?}");
}

#[test]
fn https_is_required_unless_the_server_is_this_machine_or_http_is_allowed() {
    let build = |url: &str| {
        Client::builder()
            .base_url(url)
            .http_client(plain().build().unwrap())
    };
    for url in [
        "http://localhost:1",
        "http://127.3.2.1",
        "http://[::1]:8080/a",
        "https://example.com",
    ] {
        assert_eq!(build(url).build().unwrap().base_url(), url);
    }
    build("http://example.com").allow_http().build().unwrap();
    for url in [
        "http://example.com",
        "http://localhost.example.com",
        "http://0.0.0.0",
        "ftp://localhost",
    ] {
        let error = discreet(build(url).build());
        assert!(matches!(error, Error::Configuration(_)), "{error:?}");
        let expected = "the base URL must use https unless its host is this machine; \
                        call `allow_http` to send requests in the clear";
        assert_eq!(error.to_string(), expected, "{url}");
    }
}

#[test]
fn the_server_is_that_of_the_document_unless_told_otherwise() {
    let builder = Client::builder().http_client(plain().build().unwrap());
    let expected = "https://console.cloud.tigerdata.com/public/api/v1";
    assert_eq!(builder.build().unwrap().base_url(), expected);
}
