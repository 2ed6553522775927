//! The ways to authenticate, all in one header.

use ionos_postgres::ClientBuilder;

use super::builder;
use crate::message::json;
use crate::server::Server;

/// The values of the `Authorization` header of a call by a client that `give` gave credentials.
async fn sent(give: fn(ClientBuilder) -> ClientBuilder) -> Vec<String> {
    let server = Server::start().await;
    server.answer([json("{}")]);
    let client = give(builder(&server.url)).build().unwrap();
    client.clusters_get().await.unwrap();
    let request = server.received().remove(0);
    request.header("authorization").map(str::to_owned).collect()
}

#[tokio::test]
async fn a_key_in_the_authorization_header_is_sent_as_it_is() {
    for (key, value) in [
        (
            sent(|client| client.api_key("Bearer a.b-c_d")).await,
            "Bearer a.b-c_d",
        ),
        (sent(|client| client.api_key("a.b-c_d")).await, "a.b-c_d"),
        (
            sent(|client| client.api_key("Token  x=\"y\"")).await,
            "Token  x=\"y\"",
        ),
    ] {
        assert_eq!(key, [value]);
    }
}

#[tokio::test]
async fn a_token_and_a_password_are_put_into_their_schemes() {
    let token = sent(|client| client.bearer_token("a.b-c_d")).await;
    assert_eq!(token, ["Bearer a.b-c_d"]);
    let password = sent(|client| client.basic_auth("ada@example.org", "hunter2")).await;
    // The two with a colon between, by `base64`.
    assert_eq!(password, ["Basic YWRhQGV4YW1wbGUub3JnOmh1bnRlcjI="]);
}

#[tokio::test]
async fn of_several_credentials_the_token_is_sent() {
    let all = |client: ClientBuilder| {
        let client = client.api_key("Bearer whole").basic_auth("a", "b");
        client.bearer_token("alone")
    };
    assert_eq!(sent(all).await, ["Bearer alone"]);
}
