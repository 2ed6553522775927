//! Tiger Cloud.

mod calls;
mod types;

use std::time::Duration;

use tiger_cloud::{Client, RetryPolicy};

use crate::check;
use crate::contract::Contract;

const CONTRACT: Contract<Client> = Contract {
    document: "spec/tiger-cloud.yaml",
    client,
    // The user name and the password of `client`, by `base64`.
    authorization: "Basic RVhBTVBMRUFDQ0VTU0tFWTpzw6tjcmV0OndpdGgvY29sb24g",
    unwrap: None,
    arguments: calls::ARGUMENTS,
    code: Some("/code"),
    message: "/message",
    calls: calls::CALLS,
    types: types::TYPES,
    enums: types::ENUMS,
};

check::tests!(CONTRACT);

fn client(base_url: &str) -> Client {
    let client = Client::builder()
        .base_url(base_url)
        .basic_auth("EXAMPLEACCESSKEY", "sëcret:with/colon ");
    let retry = RetryPolicy::default().base_delay(Duration::from_millis(1));
    client
        .retry(retry)
        .timeout(Duration::from_secs(20))
        .build()
        .unwrap()
}
