//! Calls give what they ask for; the envelope around it can still be seen.

use super::calls::{ORGANIZATION, SERVICE};
use super::client;
use crate::message::json;
use crate::server::Server;

const REQUEST: &str = "0d1c2b3a-4f5e-4678-9a0b-1c2d3e4f5a6b";

#[tokio::test]
async fn a_list_is_given_as_a_list() {
    let server = Server::start().await;
    server.answer([json(
        r#"{"status":200,"result":[{"name":"a"},{"name":"b"}]}"#,
    )]);
    let client = client(&server.url);
    let services = client.instance_get_list(ORGANIZATION).await.unwrap();
    let names: Vec<_> = services.into_iter().filter_map(|one| one.name).collect();
    assert_eq!(names, ["a", "b"]);
}

#[tokio::test]
async fn the_response_has_the_request_id_of_the_envelope() {
    let server = Server::start().await;
    let body = format!(r#"{{"status":200,"requestId":"{REQUEST}","result":{{}}}}"#);
    server.answer([json(&body)]);
    let call = client(&server.url).instance_get(ORGANIZATION, SERVICE);
    let response = call.send().await.unwrap();
    assert_eq!(response.request_id(), Some(REQUEST));
    assert_eq!(response.envelope()["status"], 200);
}

#[tokio::test]
async fn a_deletion_has_nothing_to_unwrap() {
    let server = Server::start().await;
    let body = format!(r#"{{"status":200,"requestId":"{REQUEST}"}}"#);
    server.answer([json(&body)]);
    let call = client(&server.url).instance_delete(ORGANIZATION, SERVICE);
    assert_eq!(call.await.unwrap().request_id.as_deref(), Some(REQUEST));
}

#[tokio::test]
async fn an_error_has_the_request_id_too() {
    let server = Server::start().await;
    let body = format!(r#"{{"status":404,"error":"no such service","requestId":"{REQUEST}"}}"#);
    let mut reply = json(&body);
    reply.status = 404;
    server.answer([reply]);
    let call = client(&server.url).instance_get(ORGANIZATION, SERVICE);
    let error = call.await.unwrap_err();
    assert_eq!(error.as_api().unwrap().request_id(), Some(REQUEST));
}
