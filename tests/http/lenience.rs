//! Answers that differ from the document in ways a client has to bear with.

use crate::server::Server;
use crate::step::{answer, json};
use crate::tiger::client;
use tiger_cloud::models::{DeployStatus, Service, ServiceLogs, ServiceType};
use tiger_cloud::serde_json;

async fn service(body: &str) -> Service {
    let server = Server::start([json(body)]).await;
    client(&server).get_service("p", "s").await.unwrap()
}

#[tokio::test]
async fn unknown_members_are_ignored() {
    let service =
        service(r#"{"paused":true,"name":"a","x":{"y":[{"z":null}]},"status":"READY"}"#).await;
    assert_eq!(service.name.as_deref(), Some("a"));
    assert_eq!(service.status, Some(DeployStatus::Ready));
}

#[tokio::test]
async fn null_and_absent_are_the_same_for_what_is_optional() {
    let nothing = service("{}").await;
    let null = r#"{"name":null,"status":null,"created":null,"initial_password":null,"endpoint":null,
        "resources":null,"vpcEndpoint":null,"read_replica_sets":null}"#;
    assert_eq!(service(null).await, nothing);
    let replica = service(r#"{"read_replica_sets":[{"endpoint":{"port":null}}]}"#).await;
    assert_eq!(
        replica.read_replica_sets.unwrap()[0]
            .endpoint
            .as_ref()
            .unwrap()
            .port,
        None
    );
}

#[tokio::test]
async fn a_new_value_of_an_enum_is_kept_and_sent_back() {
    let service = service(r#"{"status":"HIBERNATING","service_type":"postgres"}"#).await;
    let Some(DeployStatus::Unknown(status)) = &service.status else {
        panic!("{service:?}");
    };
    assert_eq!(status.as_str(), "HIBERNATING");
    assert!(
        matches!(service.service_type, Some(ServiceType::Unknown(_))),
        "{service:?}"
    );
    let text = serde_json::to_string(&service).unwrap();
    assert_eq!(
        text,
        r#"{"service_type":"postgres","status":"HIBERNATING"}"#
    );
}

#[tokio::test]
async fn nine_digits_of_a_second_and_any_offset_are_read() {
    let service = service(r#"{"created":"2024-01-02T03:04:05.123456789+05:30"}"#).await;
    let created = service.created.unwrap();
    assert_eq!(created.timestamp_subsec_nanos(), 123_456_789);
    assert_eq!(created.to_rfc3339(), "2024-01-02T03:04:05.123456789+05:30");
    let body = r#"{"logs":[],"entries":[{"timestamp":"2024-01-02T03:04:05.000000001Z","message":"m","severity":"LOG"}]}"#;
    let server = Server::start([json(body)]).await;
    let logs: ServiceLogs = client(&server).get_service_logs("p", "s").await.unwrap();
    assert_eq!(
        logs.entries.unwrap()[0].timestamp.timestamp_subsec_nanos(),
        1
    );
}

#[tokio::test]
async fn json_is_read_under_any_content_type_and_after_a_byte_order_mark() {
    for (headers, body) in [
        ("", r#"{"name":"a"}"#),
        ("Content-Type: text/plain\r\n", r#" {"name":"a"} "#),
        (
            "Content-Type: application/json; charset=utf-8\r\n",
            "\u{feff}{\"name\":\"a\"}",
        ),
    ] {
        let server = Server::start([answer("200 OK", headers, body)]).await;
        let service = client(&server).get_service("p", "s").await.unwrap();
        assert_eq!(service.name.as_deref(), Some("a"));
    }
}
