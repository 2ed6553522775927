//! Regions of two clouds that are spelled much the same are not confused.

use clickhouse_cloud::models::{CloudProvider, Region, Service, ServicePostRequest};
use serde_json::{Value, json};

use super::calls::ORGANIZATION;
use super::client;
use crate::adapter::encode;
use crate::message;
use crate::server::Server;

/// The region in the body that creates a service in `region`.
async fn sent(provider: CloudProvider, region: Region) -> Value {
    let server = Server::start().await;
    server.answer([message::json(r#"{"result":{}}"#)]);
    let body = ServicePostRequest::new("sensors", provider, region);
    let call = client(&server.url).instance_create(ORGANIZATION, &body);
    call.await.unwrap();
    let body: Value = serde_json::from_slice(&server.received()[0].body).unwrap();
    body["region"].clone()
}

#[tokio::test]
async fn regions_are_sent_as_the_document_writes_them() {
    let amazon = sent(CloudProvider::Aws, "us-east-1".parse().unwrap()).await;
    let google = sent(CloudProvider::Gcp, "us-east1".parse().unwrap()).await;
    assert_eq!((amazon, google), (json!("us-east-1"), json!("us-east1")));
    assert_eq!(
        sent(CloudProvider::Aws, Region::UsEast1_2).await,
        "us-east-1"
    );
    assert_eq!(sent(CloudProvider::Gcp, Region::UsEast1).await, "us-east1");
}

#[test]
fn regions_are_read_as_two_variants() {
    let region = |region: &str| {
        let service: Service = serde_json::from_value(json!({"region": region})).unwrap();
        assert_eq!(encode(&service), json!({"region": region}));
        service.region.unwrap()
    };
    assert_eq!(region("us-east-1"), Region::UsEast1_2);
    assert_eq!(region("us-east1"), Region::UsEast1);
}

#[test]
fn a_region_that_is_new_is_kept() {
    let service: Service = serde_json::from_value(json!({"region": "us-east_1"})).unwrap();
    assert_eq!(encode(&service), json!({"region": "us-east_1"}));
}
