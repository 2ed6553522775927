//! The whole response, for callers who need more than the body.

use crate::server::Server;
use crate::step::{answer, json};
use crate::tiger::client;
use tiger_cloud::Response;
use tiger_cloud::models::Service;

#[tokio::test]
async fn send_gives_status_headers_request_id_and_body() {
    let headers = "X-Request-Id: r-1\r\nX-Version: 7\r\n";
    let server = Server::start([answer("202 Accepted", headers, r#"{"name":"a"}"#)]).await;
    let call = client(&server).start_service("p", "s");
    let response: Response<Service> = call.send().await.unwrap();
    assert_eq!(response.status(), 202);
    assert_eq!(response.request_id(), Some("r-1"));
    assert_eq!(response.headers()["x-version"], "7");
    assert_eq!(response.body().name.as_deref(), Some("a"));
    let name = response.map(|service| service.name).into_body();
    assert_eq!(name.as_deref(), Some("a"));
}

#[tokio::test]
async fn a_response_without_an_id_or_body_is_one_too() {
    let server = Server::start([answer("202 Accepted", "", "")]).await;
    let call = client(&server).delete_service("p", "s");
    let response: Response<()> = call.send().await.unwrap();
    assert_eq!(
        (response.status().as_u16(), response.request_id()),
        (202, None)
    );
}

#[tokio::test]
async fn optional_parameters_and_send_go_together() {
    let server = Server::start([json(r#"{"logs":["a"],"lastCursor":"c"}"#)]).await;
    let call = client(&server).get_service_logs("p", "s").node(2);
    let response = call.send().await.unwrap();
    assert_eq!(response.body().logs, ["a"]);
    assert_eq!(response.body().last_cursor.as_deref(), Some("c"));
}

#[tokio::test]
async fn calls_say_who_makes_them_and_what_they_take() {
    let server = Server::start([json("[]")]).await;
    client(&server).get_services("p").await.unwrap();
    let request = server.request();
    assert!(
        request.contains("\r\nuser-agent: tiger-cloud/"),
        "{request}"
    );
    assert!(
        request.contains("\r\naccept: application/json"),
        "{request}"
    );
    assert!(!request.contains("content-type"), "{request}");
}
