//! ClickHouse Cloud.

mod backup_configuration;
mod calls;
mod envelope;
mod numbers;
mod prometheus;
mod rate_limit;
mod regions;
mod secrets;
mod types;

use std::time::Duration;

use clickhouse_cloud::{Client, RetryPolicy};

use crate::check;
use crate::contract::Contract;

const CONTRACT: Contract<Client> = Contract {
    document: "spec/clickhouse-cloud.yaml",
    client,
    // The user name and the password of `client`, by `base64`.
    authorization: "Basic RVhBTVBMRUtFWUlEOnPDq2NyZXQ6d2l0aC9jb2xvbiA=",
    unwrap: Some("result"),
    arguments: calls::ARGUMENTS,
    code: None,
    message: "/error",
    calls: calls::CALLS,
    types: types::TYPES,
    enums: types::ENUMS,
};

check::tests!(CONTRACT);

fn client(base_url: &str) -> Client {
    let client = Client::builder()
        .base_url(base_url)
        .basic_auth("EXAMPLEKEYID", "sëcret:with/colon ");
    let retry = RetryPolicy::default().base_delay(Duration::from_millis(1));
    client
        .retry(retry)
        .timeout(Duration::from_secs(20))
        .build()
        .unwrap()
}
