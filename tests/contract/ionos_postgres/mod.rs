//! PostgreSQL clusters of IONOS.

mod calls;
mod credentials;
mod empty_answers;
mod errors;
mod log_direction;
mod name_filter;
mod pagination_links;
mod secrets;
mod storage_types;
mod types;

use std::time::Duration;

use ionos_postgres::{Client, ClientBuilder, RetryPolicy};

use crate::check;
use crate::contract::Contract;

const CONTRACT: Contract<Client> = Contract {
    document: "spec/ionos-postgres.yaml",
    client,
    authorization: "Bearer eyJhbGciOi.example-_~+/=",
    unwrap: None,
    arguments: calls::ARGUMENTS,
    code: Some("/messages/0/errorCode"),
    message: "/messages/0/message",
    calls: calls::CALLS,
    types: types::TYPES,
    enums: types::ENUMS,
};

check::tests!(CONTRACT);

fn client(base_url: &str) -> Client {
    let client = builder(base_url).bearer_token("eyJhbGciOi.example-_~+/=");
    client.build().unwrap()
}

/// A builder without credentials.
fn builder(base_url: &str) -> ClientBuilder {
    let retry = RetryPolicy::default().base_delay(Duration::from_millis(1));
    Client::builder()
        .base_url(base_url)
        .retry(retry)
        .timeout(Duration::from_secs(20))
}
