use crate::server::{Server, json};
use crate::thing::{builder, get};
use clientsmith_runtime::RetryPolicy;
use std::time::Duration;

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
        "getThing: no connection to the server within 100ms"
    );
}
