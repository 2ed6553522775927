//! How often, and after what waits, a call is repeated.

use crate::clock;
use crate::failure::failure;
use crate::server::Server;
use crate::step::{Step, answer};
use crate::tiger::{builder, client, patient, quick};
use std::time::Duration;
use tiger_cloud::RetryPolicy;
use tokio::time::Instant;

fn broken() -> Step {
    answer("500 Internal Server Error", "", "")
}

#[tokio::test]
async fn attempts_are_bounded() {
    for (attempts, sent) in [(0, 1), (1, 1), (2, 2), (7, 7)] {
        let server = Server::start([broken()]).await;
        let builder = builder(&server).retry(quick().max_attempts(attempts));
        let client = builder.build().unwrap();
        failure(client.get_service("p", "s")).await;
        assert_eq!(server.requests().len(), sent);
    }
}

#[tokio::test]
async fn by_default_there_are_three() {
    let server = Server::start([broken()]).await;
    failure(client(&server).get_service("p", "s")).await;
    assert_eq!(server.requests().len(), 3);
    assert_eq!(RetryPolicy::default().max_attempts, 3);
}

#[tokio::test]
async fn a_client_can_do_without() {
    let server = Server::start([broken()]).await;
    let builder = builder(&server).retry(RetryPolicy::none());
    failure(builder.build().unwrap().get_service("p", "s")).await;
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn a_call_can_differ_from_its_client() {
    let server = Server::start([broken()]).await;
    let client = client(&server);
    failure(client.get_service("p", "s").retry(RetryPolicy::none())).await;
    assert_eq!(server.requests().len(), 1);
    let logs = client.get_service_logs("p", "s").node(1);
    failure(logs.retry(quick().max_attempts(4))).await;
    assert_eq!(server.requests().len(), 5);
    failure(client.get_service("p", "s")).await;
    assert_eq!(server.requests().len(), 8);
}

#[tokio::test(start_paused = true)]
async fn attempts_are_spread_over_time() {
    clock::run();
    let server = Server::start([broken()]).await;
    let hour = Duration::from_secs(3600);
    let policy = RetryPolicy::default().max_attempts(20);
    let builder = patient(&server).retry(policy.base_delay(hour).max_delay(hour));
    let start = Instant::now();
    failure(builder.build().unwrap().get_service("p", "s")).await;
    // Nineteen waits of up to an hour each, chosen at random.
    assert!(start.elapsed() > hour, "{:?}", start.elapsed());
    assert_eq!(server.requests().len(), 20);
}

#[tokio::test(start_paused = true)]
async fn a_call_ends_when_its_time_does_however_many_attempts_are_left() {
    clock::run();
    let server = Server::start([broken()]).await;
    let minute = Duration::from_secs(60);
    let policy = RetryPolicy::default().max_attempts(10_000);
    let builder = patient(&server).retry(policy.base_delay(minute).max_delay(minute));
    let call = builder.build().unwrap().get_service("p", "s");
    let error = failure(call.timeout(minute * 60)).await;
    let is_last_answer = error.as_api().is_some_and(|error| error.status() == 500);
    assert!(is_last_answer || error.is_timeout(), "{error:?}");
}
