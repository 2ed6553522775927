//! A key that has made too many requests.

use clickhouse_cloud::Error;
use clickhouse_cloud::models::{CloudProvider, Region, ServicePostRequest};

use super::calls::{ORGANIZATION, SERVICE};
use super::client;
use crate::message::{Reply, json};
use crate::server::Server;

fn too_many_requests() -> Reply {
    Reply {
        status: 429,
        headers: vec![("X-RateLimit-Reset", "0.25")],
        ..json(r#"{"status":429,"error":"Too many requests"}"#)
    }
}

#[tokio::test]
async fn a_read_is_repeated() {
    let server = Server::start().await;
    server.answer([too_many_requests(), json(r#"{"result":{}}"#)]);
    let client = client(&server.url);
    client.instance_get(ORGANIZATION, SERVICE).await.unwrap();
    assert_eq!(server.received().len(), 2);
}

#[tokio::test]
async fn a_creation_is_not_repeated_and_its_error_has_the_header() {
    let server = Server::start().await;
    server.answer([too_many_requests()]);
    let body = ServicePostRequest::new("sensors", CloudProvider::Aws, Region::EuWest1);
    let call = client(&server.url).instance_create(ORGANIZATION, &body);
    let Err(Error::Api(error)) = call.await else {
        panic!("the server refused");
    };
    assert_eq!(server.received().len(), 1);
    assert_eq!(error.status(), 429);
    assert_eq!(error.headers()["x-ratelimit-reset"], "0.25");
    assert_eq!(error.message(), Some("Too many requests"));
}
