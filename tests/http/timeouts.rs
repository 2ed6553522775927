//! Limits of time, each with its own kind of error.

use crate::addresses::full;
use crate::clock;
use crate::failure::failure;
use crate::server::Server;
use crate::step::{Step, json};
use crate::tiger::{YEAR, builder, patient};
use std::time::Duration;
use tiger_cloud::{Client, ClientBuilder, Error, RetryPolicy, TimeoutKind};

/// The error of a call that `builder`'s client makes and that is given up `after` the server got it.
async fn given_up(builder: ClientBuilder, server: &Server, after: Duration) -> Error {
    let client = builder.retry(RetryPolicy::none()).build().unwrap();
    let _clock = clock::stop();
    let call = tokio::spawn(client.get_service("p", "s").into_future());
    server.asked(1).await;
    clock::pass(after).await;
    failure(async { call.await.unwrap() }).await
}

fn kind(error: &Error) -> (TimeoutKind, Duration) {
    match error {
        Error::Timeout {
            operation: "getService",
            kind,
            after,
            ..
        } => (*kind, *after),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn an_attempt_has_60_seconds() {
    let server = Server::start([Step::Hang]).await;
    let minute = Duration::from_secs(60);
    let error = given_up(builder(&server), &server, minute).await;
    assert_eq!(kind(&error), (TimeoutKind::Attempt, minute));
    assert_eq!(error.to_string(), "getService: attempt timed out after 60s");
    assert!(error.is_timeout() && !error.is_connect());
}

#[tokio::test]
async fn an_operation_has_its_own_limit() {
    let server = Server::start([Step::Hang]).await;
    let limit = Duration::from_millis(1500);
    let error = given_up(builder(&server).timeout(limit), &server, limit).await;
    assert_eq!(kind(&error), (TimeoutKind::Operation, limit));
    assert_eq!(
        error.to_string(),
        "getService: operation timed out after 1.5s"
    );
}

#[tokio::test]
async fn a_body_that_does_not_end_is_out_of_time_too() {
    let begun = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{".to_owned();
    let server = Server::start([Step::Answer(begun)]).await;
    let minute = Duration::from_secs(60);
    let error = given_up(builder(&server), &server, minute).await;
    assert_eq!(kind(&error), (TimeoutKind::Attempt, minute));
}

#[tokio::test]
async fn a_call_can_differ_from_its_client() {
    let server = Server::start([Step::Hang]).await;
    let client = patient(&server).retry(RetryPolicy::none()).build().unwrap();
    let short = Duration::from_millis(20);
    let error = failure(client.get_service("p", "s").attempt_timeout(short)).await;
    assert_eq!(kind(&error), (TimeoutKind::Attempt, short));
    let error = failure(client.get_service("p", "s").timeout(short)).await;
    assert_eq!(kind(&error), (TimeoutKind::Operation, short));
}

#[tokio::test]
async fn a_read_out_of_time_is_repeated() {
    let server = Server::start([Step::Hang, json("{}")]).await;
    let client = patient(&server).build().unwrap();
    let clock = clock::stop();
    let call = tokio::spawn(client.get_service("p", "s").into_future());
    server.asked(1).await;
    clock::pass(YEAR).await;
    clock::run();
    drop(clock);
    call.await.unwrap().unwrap();
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn a_connection_that_does_not_come_about_is_given_up() {
    let limit = Duration::from_millis(100);
    let (listener, _waiting) = full().await;
    let builder = Client::builder().base_url(format!("http://{}", listener.local_addr().unwrap()));
    let builder = builder.connect_timeout(limit).retry(RetryPolicy::none());
    let error = failure(builder.build().unwrap().get_service("p", "s")).await;
    assert_eq!(kind(&error), (TimeoutKind::Connect, limit));
    assert!(error.is_timeout() && error.is_connect());
    let expected = "getService: connection timed out after 100ms";
    assert_eq!(error.to_string(), expected);
}
