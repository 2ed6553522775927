//! The macros that generated clients use, in another crate.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod client;
mod patch;

use client::Client;
use clientsmith_runtime::runtime;
use runtime::{Method, Operation, Parameter, RawResponse, Request, RetryPolicy, request_builder};
use std::time::Duration;

static GET_LOGS: Operation = Operation {
    path: "/services/{service_id}/logs",
    parameters: &[Parameter::path("service_id"), Parameter::query("since")],
    ..Operation::new("getLogs", Method::Get)
};

struct GetLogs(Request<Vec<String>>);

request_builder!(GetLogs, Vec<String>);

impl GetLogs {
    fn since(mut self, since: u32) -> Self {
        self.0.set("since", &since);
        self
    }
}

fn get_logs(client: &Client, service_id: &str) -> GetLogs {
    GetLogs(Request::new(
        &client.0,
        &GET_LOGS,
        &[&service_id],
        RawResponse::json,
    ))
}

#[test]
fn a_client_has_types_of_its_own() {
    let builder = Client::builder().timeout(Duration::from_secs(1));
    assert_eq!(
        format!("{builder:?}"),
        r#"ClientBuilder { api: "small", .. }"#
    );
    let client = builder.base_url("http://127.0.0.1:2/a/").build().unwrap();
    assert_eq!(client.base_url(), "http://127.0.0.1:2/a");
    assert_eq!(
        format!("{:?}", client.clone()),
        r#"Client { api: "small", base_url: "http://127.0.0.1:2/a", .. }"#
    );
    let error = Client::builder().base_url("").build().unwrap_err();
    assert!(matches!(error, runtime::Error::Configuration(_)));
}

#[tokio::test]
async fn a_builder_chains_and_awaits() {
    let client = Client::builder().build().unwrap();
    let request = get_logs(&client, "s")
        .since(5)
        .timeout(Duration::from_secs(1))
        .retry(RetryPolicy::none());
    let request = request
        .header("x-a", "b")
        .attempt_timeout(Duration::from_secs(1))
        .body_limit(1000);
    assert_eq!(
        format!("{request:?}"),
        r#"Request { operation: "getLogs", .. }"#
    );
    assert!(request.await.unwrap_err().is_connect());
    assert!(get_logs(&client, "..").send().await.is_err());
    assert!(get_logs(&client, "..").raw().await.is_err());
    assert!(get_logs(&client, "..").decode_as::<u8>().await.is_err());
}
