//! Refusals of any status have the one documented body.

use ionos_postgres::Error;
use ionos_postgres::models::ErrorResponse;

use super::calls::CLUSTER;
use super::client;
use crate::message::{Reply, json};
use crate::server::Server;

const BODY: &str = r#"{"httpStatus":422,"messages":[
    {"errorCode":"dbaas-err-api-123","message":"Too few cores."},
    {"errorCode":"dbaas-err-api-124","message":"Too little memory."}]}"#;

/// The statuses that the document mentions, and one that it does not.
const STATUSES: [u16; 12] = [400, 401, 402, 403, 404, 405, 415, 418, 422, 429, 500, 503];

async fn error(reply: Reply) -> ionos_postgres::ApiError {
    let server = Server::start().await;
    server.answer([reply]);
    match client(&server.url).clusters_find_by_id(CLUSTER).await {
        Err(Error::Api(error)) => error,
        other => panic!("the server refused, and the client says {other:?}"),
    }
}

#[tokio::test]
async fn every_status_has_the_typed_body() {
    for status in STATUSES {
        let error = error(Reply {
            status,
            ..json(BODY)
        })
        .await;
        assert_eq!(error.status(), status);
        assert_eq!(error.code(), Some("dbaas-err-api-123"));
        assert_eq!(error.message(), Some("Too few cores; Too little memory."));
        let body: &ErrorResponse = error.body().unwrap();
        assert_eq!(body.http_status, Some(422));
        let second = &body.messages.as_ref().unwrap()[1];
        assert_eq!(second.message.as_deref(), Some("Too little memory."));
    }
}

#[tokio::test]
async fn the_body_is_typed_by_the_status_not_by_its_media_type() {
    let problem = Reply {
        status: 422,
        media_type: Some("application/problem+json".into()),
        ..json(BODY)
    };
    let error = error(problem).await;
    let body: &ErrorResponse = error.body().unwrap();
    assert_eq!(body.messages.as_ref().unwrap().len(), 2);
}

#[tokio::test]
async fn a_call_is_repeated_as_retry_after_asks() {
    let server = Server::start().await;
    let busy = Reply {
        status: 429,
        headers: vec![("Retry-After", "0")],
        ..json(BODY)
    };
    server.answer([busy, json("{}")]);
    let call = client(&server.url).clusters_find_by_id(CLUSTER);
    call.await.unwrap();
    assert_eq!(server.received().len(), 2);
}
