//! Credentials on the wire.

use crate::failure::discreet;
use crate::server::Server;
use crate::step::json;
use crate::tiger::{SECRET, client, order};
use tiger_cloud::{Client, Credential};

#[tokio::test]
async fn every_call_carries_the_access_key_and_the_secret_key() {
    let server = Server::start([json("[]"), json("{}")]).await;
    let client = client(&server);
    client.get_services("p").await.unwrap();
    client.create_service("p", &order()).await.unwrap();
    for request in server.requests() {
        let header = "\r\nauthorization: Basic YWNjZXNzOmh1bnRlcjI=\r\n";
        assert_eq!(request.matches(header).count(), 1, "{request}");
    }
}

#[tokio::test]
async fn keys_beyond_ascii_are_sent_as_utf_8() {
    let server = Server::start([json("[]")]).await;
    let builder = Client::builder().base_url(&server.url);
    let client = builder.basic_auth("test", "123£").build().unwrap();
    client.get_services("p").await.unwrap();
    // The example of RFC 7617, section 2.1.
    let header = "\r\nauthorization: Basic dGVzdDoxMjPCow==\r\n";
    assert!(server.request().contains(header), "{}", server.request());
}

#[tokio::test]
async fn without_credentials_no_header_is_sent() {
    let server = Server::start([json("[]")]).await;
    let client = Client::builder().base_url(&server.url).build().unwrap();
    client.get_services("p").await.unwrap();
    assert!(!server.request().contains("authorization"));
}

#[tokio::test]
async fn a_header_of_the_call_replaces_the_credentials() {
    let server = Server::start([json("[]")]).await;
    let call = client(&server).get_services("p");
    call.header("Authorization", "Bearer t").await.unwrap();
    let request = server.request();
    assert_eq!(request.matches("authorization").count(), 1, "{request}");
    assert!(request.contains("\r\nauthorization: Bearer t\r\n"));
}

#[test]
fn credentials_that_cannot_be_sent_fail_the_build() {
    let bearer = Credential::Bearer(SECRET.into());
    let cases = [
        (
            Client::builder().basic_auth("a:b", SECRET),
            "the credential for the security scheme `basicAuth` has a user name with a colon, \
             which basic authentication cannot carry",
        ),
        (
            Client::builder().credential("basicAuth", bearer.clone()),
            "the credential for the security scheme `basicAuth` takes another kind of credential",
        ),
        (
            Client::builder().credential("token", bearer),
            "the API has no security scheme named `token`",
        ),
    ];
    for (builder, expected) in cases {
        let builder = builder.base_url("http://localhost");
        assert_eq!(discreet(builder.build()).to_string(), expected);
    }
}
