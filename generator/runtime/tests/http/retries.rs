use crate::server::{Server, Step, answer, json};
use crate::thing::{builder, get, post};
use clientsmith_runtime::runtime::{Client, Error, RetryPolicy};
use std::net::SocketAddr;
use std::time::{Duration, Instant, SystemTime};
use tokio::net::TcpListener;

fn client(url: &str) -> Client {
    let policy = RetryPolicy::default().base_delay(Duration::from_millis(5));
    builder(url).retry(policy).build().unwrap()
}

fn unavailable(headers: &str) -> Step {
    answer("503 Service Unavailable", headers, "")
}

#[tokio::test]
async fn a_read_is_repeated_until_it_succeeds() {
    let server = Server::start([unavailable(""), Step::Drop, json("1")]).await;
    get(&client(&server.url), &"x").await.unwrap();
    assert_eq!(server.requests().len(), 3);
}

#[tokio::test]
async fn each_status_is_repeated_or_not() {
    for (status, attempts) in [
        (408, 3),
        (429, 3),
        (500, 3),
        (501, 1),
        (502, 3),
        (503, 3),
        (504, 3),
        (400, 1),
        (404, 1),
    ] {
        let server = Server::start([answer(&format!("{status} X"), "", "")]).await;
        let error = get(&client(&server.url), &"x").await.unwrap_err();
        assert_eq!(error.as_api().unwrap().status(), status);
        assert_eq!(server.requests().len(), attempts, "{status}");
    }
}

#[tokio::test]
async fn a_write_is_repeated_only_where_the_server_asks_for_it() {
    for (step, attempts) in [
        (unavailable(""), 1),
        (Step::Drop, 1),
        (unavailable("Retry-After: 0\r\n"), 2),
    ] {
        let server = Server::start([step, json("1")]).await;
        let _ = post(&client(&server.url)).await;
        assert_eq!(server.requests().len(), attempts);
    }
}

#[tokio::test]
async fn a_write_is_repeated_if_no_connection_came_about() {
    let address = free_address().await;
    let delay = Duration::from_millis(20);
    let policy = RetryPolicy::default()
        .max_attempts(200)
        .base_delay(delay)
        .max_delay(delay);
    let call = post(&client(&format!("http://{address}")))
        .retry(policy)
        .into_future();
    let call = tokio::spawn(call);
    tokio::time::sleep(Duration::from_millis(100)).await;
    let server = Server::on(TcpListener::bind(address).await.unwrap(), [json("1")]);
    call.await.unwrap().unwrap();
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn a_server_that_is_not_there_gives_no_connection() {
    let client = client(&format!("http://{}", free_address().await));
    let error = post(&client).await.unwrap_err();
    assert!(error.is_connect(), "{error:?}");
    let expected = "createThing: no connection to the server: Connection refused";
    assert!(error.to_string().starts_with(expected), "{error}");
}

#[tokio::test]
async fn a_request_can_do_without() {
    let server = Server::start([unavailable("")]).await;
    get(&client(&server.url), &"x")
        .retry(RetryPolicy::none())
        .await
        .unwrap_err();
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn the_server_sets_the_wait_in_seconds_or_by_date() {
    let date = httpdate::fmt_http_date(SystemTime::now() + Duration::from_secs(2));
    for text in [date, "1".to_owned()] {
        let server =
            Server::start([unavailable(&format!("Retry-After: {text}\r\n")), json("1")]).await;
        let start = Instant::now();
        get(&client(&server.url), &"x").await.unwrap();
        let waited = start.elapsed();
        assert!(
            waited > Duration::from_millis(900) && waited < Duration::from_secs(3),
            "{waited:?}"
        );
    }
}

#[tokio::test]
async fn a_wait_beyond_the_time_left_gives_up_at_once() {
    let server = Server::start([unavailable("Retry-After: 99999999999\r\n")]).await;
    let start = Instant::now();
    let error = get(&client(&server.url), &"x").await.unwrap_err();
    assert_eq!(
        error.as_api().unwrap().retry_after(),
        Some(Duration::from_secs(99_999_999_999))
    );
    assert!(start.elapsed() < Duration::from_secs(1));
}

#[tokio::test]
async fn an_attempt_out_of_time_is_repeated_for_reads_only() {
    let server = Server::start([Step::Hang, json("1")]).await;
    let short = Duration::from_millis(100);
    get(&client(&server.url), &"x")
        .attempt_timeout(short)
        .await
        .unwrap();
    let server = Server::start([Step::Hang, json("1")]).await;
    let error = post(&client(&server.url))
        .attempt_timeout(short)
        .await
        .unwrap_err();
    assert!(matches!(error, Error::Timeout { .. }), "{error:?}");
    assert_eq!(
        error.to_string(),
        "createThing: attempt timed out after 100ms"
    );
}

/// An address nobody listens at.
async fn free_address() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0")
        .await
        .unwrap()
        .local_addr()
        .unwrap()
}
