//! Whole numbers are read however JSON writes them.

use clickhouse_cloud::models::Backup;

use super::calls::{BACKUP, ORGANIZATION, SERVICE};
use super::client;
use crate::message::json;
use crate::server::Server;

/// A backup whose size is written as `size`.
async fn backup(size: &str) -> Result<Backup, clickhouse_cloud::Error> {
    let server = Server::start().await;
    server.answer([json(&format!(r#"{{"result":{{"sizeInBytes":{size}}}}}"#))]);
    let client = client(&server.url);
    client.backup_get(ORGANIZATION, SERVICE, BACKUP).await
}

#[tokio::test]
async fn an_integer_may_have_a_fraction_of_zero() {
    for size in ["3", "3.0", "3.00", "3e0", "0.3e1"] {
        assert_eq!(backup(size).await.unwrap().size_in_bytes, Some(3), "{size}");
    }
}

#[tokio::test]
async fn sizes_beyond_32_bits_are_exact() {
    let size = backup("9007199254740993").await.unwrap().size_in_bytes;
    assert_eq!(size, Some(9_007_199_254_740_993));
}

#[tokio::test]
async fn a_fraction_is_an_error_with_its_place() {
    let error = backup("3.5").await.unwrap_err().to_string();
    assert!(error.contains("result.sizeInBytes"), "{error}");
}
