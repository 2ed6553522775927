//! Passwords and their hashes never show.

use std::fmt::Debug;

use clickhouse_cloud::models::{
    ServicePasswordPatchRequest, ServicePasswordPatchResponse, ServicePostResponse,
};
use serde_json::json;

use crate::adapter::encode;

const SECRET: &str = "hunter2";

fn assert_silent(value: &dyn Debug) {
    let text = format!("{value:?} {value:#?}");
    assert!(
        !text.contains(SECRET) && text.contains("redacted"),
        "{text}"
    );
}

#[test]
fn passwords_and_hashes_are_silent() {
    let body = json!({"password": SECRET});
    let created: ServicePostResponse = serde_json::from_value(body.clone()).unwrap();
    let replaced: ServicePasswordPatchResponse = serde_json::from_value(body.clone()).unwrap();
    assert_silent(&created);
    assert_silent(&replaced);
    assert_eq!(encode(&created), body);
    assert_silent(&ServicePasswordPatchRequest::new().new_password_hash(SECRET));
    assert_silent(&ServicePasswordPatchRequest::new().new_double_sha1_hash(SECRET));
}
