//! Values with a space in them travel both ways.

use ionos_postgres::models::{ClusterProperties, CreateClusterRequest, StorageType};
use serde_json::{Value, json};

use super::calls::cluster;
use super::client;
use crate::adapter::encode;
use crate::message;
use crate::server::Server;

#[tokio::test]
async fn a_storage_type_is_sent_and_read_with_its_space() {
    let server = Server::start().await;
    server.answer([message::json(
        r#"{"properties":{"storageType":"SSD Premium"}}"#,
    )]);
    let body = CreateClusterRequest::new().properties(cluster());
    let created = client(&server.url).clusters_post(&body).await.unwrap();
    let sent: Value = serde_json::from_slice(&server.received()[0].body).unwrap();
    assert_eq!(sent["properties"]["storageType"], "SSD Premium");
    let read = created.properties.unwrap().storage_type;
    assert_eq!(read, Some(StorageType::SsdPremium));
}

#[test]
fn a_storage_type_that_is_new_is_kept() {
    let text = json!({"storageType": "SSD  Premium"});
    let read: ClusterProperties = serde_json::from_value(text.clone()).unwrap();
    assert_ne!(read.storage_type, Some(StorageType::SsdPremium));
    assert_eq!(encode(&read), text);
}
