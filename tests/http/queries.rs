//! Optional query parameters.

use crate::server::Server;
use crate::step::json;
use crate::tiger::client;
use tiger_cloud::chrono::{DateTime, FixedOffset};
use tiger_cloud::operations::GetServiceLogs;

/// The first line of the request for logs that `change` makes.
async fn line(change: impl FnOnce(GetServiceLogs) -> GetServiceLogs) -> String {
    let server = Server::start([json(r#"{"logs":[]}"#)]).await;
    let call = client(&server).get_service_logs("p", "s");
    change(call).await.unwrap();
    let request = server.request();
    request.lines().next().unwrap().to_owned()
}

fn time(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap()
}

fn expected(query: &str) -> String {
    format!("GET /projects/p/services/s/logs{query} HTTP/1.1")
}

#[tokio::test]
async fn omitted_parameters_are_absent() {
    assert_eq!(line(|call| call).await, expected(""));
    assert_eq!(line(|call| call.node(0)).await, expected("?node=0"));
}

#[tokio::test]
async fn an_offset_is_encoded_so_that_its_plus_stays_one() {
    let since = time("2024-01-02T03:04:05+01:00");
    let query = "?since=2024-01-02T03%3A04%3A05%2B01%3A00";
    assert_eq!(line(|call| call.since(since)).await, expected(query));
}

#[tokio::test]
async fn nine_digits_of_a_second_are_sent() {
    let until = time("2024-01-02T03:04:05.123456789Z");
    let sent = line(|call| call.until(until)).await;
    assert!(
        sent.contains("?until=2024-01-02T03%3A04%3A05.123456789"),
        "{sent}"
    );
}

#[tokio::test]
async fn a_cursor_goes_back_as_it_came() {
    let cursor = "a+b/c==&d e#é";
    let query = "?cursor=a%2Bb%2Fc%3D%3D%26d%20e%23%C3%A9";
    assert_eq!(line(|call| call.cursor(cursor)).await, expected(query));
}

#[tokio::test]
async fn several_parameters_go_together_and_the_last_value_counts() {
    let sent = line(|call| call.cursor("x").node(1).cursor("y")).await;
    assert_eq!(sent, expected("?node=1&cursor=y"));
}

#[tokio::test]
async fn parameters_mix_with_the_settings_of_the_call() {
    let limit = std::time::Duration::from_secs(30);
    let sent = line(|call| call.timeout(limit).node(1).header("x-a", "b").cursor("y")).await;
    assert_eq!(sent, expected("?node=1&cursor=y"));
}
