//! What an update leaves, resets and sets is told apart on the wire.

use clickhouse_cloud::Patch;
use clickhouse_cloud::models::BackupConfigurationPatchRequest;
use serde_json::{Value, json};

use super::calls::{ORGANIZATION, SERVICE};
use super::client;
use crate::message;
use crate::server::Server;

/// The body that `change` is sent as.
async fn sent(change: &BackupConfigurationPatchRequest) -> String {
    let server = Server::start().await;
    server.answer([message::json(r#"{"result":{}}"#)]);
    let call = client(&server.url).backup_configuration_update(ORGANIZATION, SERVICE, change);
    call.send().await.unwrap();
    let body = server.received().remove(0).body;
    String::from_utf8(body).unwrap()
}

#[tokio::test]
async fn what_is_left_alone_is_absent() {
    let change = BackupConfigurationPatchRequest::new();
    assert_eq!(sent(&change).await, "{}");
}

#[tokio::test]
async fn what_is_reset_is_null() {
    let change = BackupConfigurationPatchRequest::new().backup_period_in_hours(Patch::Null);
    assert_eq!(sent(&change).await, r#"{"backupPeriodInHours":null}"#);
}

#[tokio::test]
async fn what_is_set_has_its_value() {
    let change = BackupConfigurationPatchRequest::new().backup_period_in_hours(1);
    assert_eq!(sent(&change).await, r#"{"backupPeriodInHours":1}"#);
}

#[tokio::test]
async fn all_three_can_be_in_one_change() {
    let change = BackupConfigurationPatchRequest::new()
        .backup_retention_period_in_hours(336)
        .backup_start_time(Patch::Null);
    // The members of an object have no order (RFC 8259, section 4).
    let sent: Value = serde_json::from_str(&sent(&change).await).unwrap();
    let wanted = json!({"backupRetentionPeriodInHours": 336, "backupStartTime": null});
    assert_eq!(sent, wanted);
}
