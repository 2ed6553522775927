//! A parameter with a dot in its name keeps it on the wire.

use super::client;
use crate::message::json;
use crate::server::Server;

/// What the request for the clusters with `name` in their names asks for.
async fn target(name: &str) -> String {
    let server = Server::start().await;
    server.answer([json("{}")]);
    let call = client(&server.url).clusters_get().filter_name(name);
    call.await.unwrap();
    server.received().remove(0).target
}

#[tokio::test]
async fn the_name_of_the_parameter_has_its_dot() {
    assert_eq!(target("metrics").await, "/clusters?filter.name=metrics");
}

#[tokio::test]
async fn the_text_to_look_for_is_encoded() {
    assert_eq!(
        target("a.b & ü").await,
        "/clusters?filter.name=a.b%20%26%20%C3%BC"
    );
}
