//! The runtime as a module of another crate, which is how generated clients hold it.

#[path = "../../../../generator/runtime/mod.rs"]
#[expect(
    dead_code,
    unused_imports,
    reason = "a small client does not use all of it"
)]
#[expect(
    clippy::unnecessary_wraps,
    clippy::unused_self,
    reason = "decoders share one signature"
)]
mod runtime;

mod patch;

use runtime::{
    Api, Client, ClientBuilder, Method, Operation, Parameter, Reply, Request, RetryPolicy,
    request_builder,
};
use std::time::Duration;

static API: Api = Api {
    name: "small",
    version: "0.1.0",
    base_url: "http://127.0.0.1:1",
    base_url_variable: "THING_BASE_URL",
    schemes: &[],
    security: &[],
};

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
    GetLogs(Request::new(client, &GET_LOGS, &[&service_id], Reply::json))
}

#[tokio::test]
async fn a_builder_chains_and_awaits() {
    let client = ClientBuilder::new(&API).build().unwrap();
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
