//! Waits that the server asks for (RFC 9110, section 10.2.3).

use crate::clock;
use crate::failure::failure;
use crate::server::Server;
use crate::step::{Step, answer, json};
use crate::tiger::{client, order, patient};
use std::time::{Duration, SystemTime};
use tokio::time::Instant;

fn busy(retry_after: &str) -> Step {
    let header = format!("Retry-After: {retry_after}\r\n");
    answer("503 Service Unavailable", &header, "")
}

/// How long a read waited that was told to come back.
async fn wait(retry_after: &str) -> Duration {
    clock::run();
    let server = Server::start([busy(retry_after), json("{}")]).await;
    let client = patient(&server).build().unwrap();
    let start = Instant::now();
    client.get_service("p", "s").await.unwrap();
    assert_eq!(server.requests().len(), 2);
    start.elapsed()
}

#[tokio::test(start_paused = true)]
async fn seconds_are_waited_for() {
    let waited = wait("3600").await;
    assert!(waited >= Duration::from_secs(3600), "{waited:?}");
}

#[tokio::test(start_paused = true)]
async fn a_date_is_waited_for() {
    let date = SystemTime::now() + Duration::from_secs(7200);
    let waited = wait(&httpdate::fmt_http_date(date)).await;
    // The header has whole seconds, and the real clock has moved on since it was made.
    assert!(waited >= Duration::from_secs(3600), "{waited:?}");
}

#[tokio::test]
async fn a_date_gone_by_is_no_wait() {
    let past = busy("Sun, 06 Nov 1994 08:49:37 GMT");
    let server = Server::start([past, json("{}")]).await;
    let call = client(&server).create_service("p", &order());
    call.await.unwrap();
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn a_wait_beyond_the_time_left_is_not_begun() {
    for text in ["301", "99999999999", "18446744073709551615"] {
        let server = Server::start([busy(text), json("{}")]).await;
        let error = failure(client(&server).get_service("p", "s")).await;
        let api = error.as_api().unwrap();
        let asked = Duration::from_secs(text.parse().unwrap());
        assert_eq!(
            (api.status().as_u16(), api.retry_after()),
            (503, Some(asked))
        );
        assert_eq!(server.requests().len(), 1);
    }
}

#[tokio::test]
async fn what_is_neither_seconds_nor_a_date_counts_as_absent() {
    for text in ["soon", "-1", "1.5", "", "99999999999999999999"] {
        let server = Server::start([busy(text), json("{}")]).await;
        client(&server).get_service("p", "s").await.unwrap();
        assert_eq!(server.requests().len(), 2, "{text}");
        let server = Server::start([busy(text), json("{}")]).await;
        let error = failure(client(&server).create_service("p", &order())).await;
        assert_eq!(error.as_api().unwrap().retry_after(), None);
        assert_eq!(server.requests().len(), 1, "{text}");
    }
}
