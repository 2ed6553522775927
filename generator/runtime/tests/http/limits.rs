use crate::server::{Server, Step, answer, json};
use crate::thing::{builder, client, get};
use clientsmith_runtime::runtime::{Error, TimeoutKind};
use std::time::Duration;

#[tokio::test]
async fn the_operation_has_its_own_time() {
    let server = Server::start([Step::Hang]).await;
    let error = get(&client(&server.url), &"x")
        .timeout(Duration::from_millis(100))
        .await
        .unwrap_err();
    assert!(
        matches!(
            error,
            Error::Timeout {
                kind: TimeoutKind::Operation,
                ..
            }
        ),
        "{error:?}"
    );
    assert_eq!(
        error.to_string(),
        "getThing: operation timed out after 100ms"
    );
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn no_limit_of_time_is_too_large() {
    let server = Server::start([json("1")]).await;
    let client = builder(&server.url)
        .connect_timeout(Duration::MAX)
        .build()
        .unwrap();
    get(&client, &"x")
        .timeout(Duration::MAX)
        .attempt_timeout(Duration::MAX)
        .await
        .unwrap();
}

#[tokio::test]
async fn a_body_that_stalls_is_out_of_time() {
    let stalled = Step::Answer("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n1".into());
    let server = Server::start([stalled]).await;
    let error = get(&client(&server.url), &"x").await.unwrap_err();
    assert!(matches!(error, Error::Transport(_)), "{error:?}");
    assert!(
        error
            .to_string()
            .contains("broke before the complete response arrived"),
        "{error}"
    );
}

#[tokio::test]
async fn bodies_are_limited_whether_announced_or_not() {
    let announced = |status| answer(status, "", "0123456789");
    let chunked = Step::Answer(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n01234567\r\n1\r\n8\r\n0\r\n\r\n"
            .into(),
    );
    for step in [announced("200 OK"), chunked] {
        let server = Server::start([step]).await;
        let client = builder(&server.url).body_limit(8).build().unwrap();
        let error = get(&client, &"x").await.unwrap_err();
        assert!(
            matches!(error, Error::BodyLimit { limit: 8, .. }),
            "{error:?}"
        );
        assert_eq!(
            error.to_string(),
            "getThing: the response body (200 OK) exceeds `body_limit` (8 bytes)"
        );
        assert_eq!(server.requests().len(), 1);
        // A single call can have another limit.
        get(&client, &"x").body_limit(10).raw().await.unwrap();
    }
}

#[tokio::test]
async fn the_body_of_an_error_is_cut() {
    let server = Server::start([answer("503 X", "Retry-After: 0\r\n", "0123456789")]).await;
    let client = builder(&server.url).body_limit(8).build().unwrap();
    let error = get(&client, &"x").await.unwrap_err();
    let api = error.as_api().unwrap();
    assert_eq!(
        (api.bytes().as_ref(), api.is_cut()),
        (&b"01234567"[..], true)
    );
    assert_eq!(
        error.to_string(),
        "getThing: 503 Service Unavailable: 01234567 (after 3 attempts)"
    );
    assert!(error.is_retryable() && !error.is_not_found());
    assert_eq!(server.requests().len(), 3);
}

#[tokio::test]
async fn a_body_of_exactly_the_limit_is_taken() {
    let server = Server::start([json("12345678")]).await;
    let client = builder(&server.url).body_limit(8).build().unwrap();
    get(&client, &"x").await.unwrap();
}
