//! The most an answer may hold.

use crate::failure::failure;
use crate::server::Server;
use crate::step::{Step, answer, json};
use crate::tiger::{builder, order};
use tiger_cloud::Error;

const SERVICE: &str = r#"{"name":"a"}"#;

async fn limited(step: Step, limit: u64) -> Result<(), Error> {
    let server = Server::start([step]).await;
    let client = builder(&server).body_limit(limit).build().unwrap();
    let result = client.create_service("p", &order()).await.map(drop);
    assert_eq!(server.requests().len(), 1);
    result
}

#[tokio::test]
async fn bodies_of_successes_are_limited_with_and_without_content_length() {
    let chunked =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nc\r\n{\"name\":\"a\"}\r\n0\r\n\r\n";
    let unframed = format!("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{SERVICE}");
    let steps = [
        json(SERVICE),
        Step::Answer(chunked.to_owned()),
        Step::Answer(unframed),
    ];
    for step in steps {
        let error = failure(limited(step, 11)).await;
        assert!(
            matches!(error, Error::BodyLimit { limit: 11, .. }),
            "{error:?}"
        );
        let expected = "createService: the response body (200 OK) exceeds `body_limit` (11 bytes)";
        assert_eq!(error.to_string(), expected);
    }
}

#[tokio::test]
async fn bodies_of_errors_are_truncated() {
    for status in ["404 Not Found", "500 Internal Server Error"] {
        let error = failure(limited(answer(status, "", SERVICE), 11)).await;
        let api = error.as_api().unwrap();
        assert!(api.is_cut());
        assert_eq!(api.bytes(), &SERVICE[..11]);
    }
}

#[tokio::test]
async fn a_body_of_exactly_the_limit_is_taken() {
    limited(json(SERVICE), 12).await.unwrap();
    let error = failure(limited(answer("404 Not Found", "", SERVICE), 12)).await;
    assert_eq!(error.as_api().unwrap().bytes(), SERVICE);
}

#[tokio::test]
async fn a_length_that_is_a_lie_costs_no_memory() {
    let length = u64::MAX / 2;
    let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n");
    let error = failure(limited(Step::Answer(head), 12)).await;
    assert!(matches!(error, Error::BodyLimit { .. }), "{error:?}");
}
