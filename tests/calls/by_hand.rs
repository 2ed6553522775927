//! The client that a user would write without a generator: reqwest and derived types.

use std::collections::BTreeMap;
use std::error::Error;

use serde::Deserialize;
use serde_json::Value;

/// The services of the API.
pub struct Services {
    client: reqwest::Client,
    base_url: String,
}

impl Services {
    pub fn new(base_url: &str) -> reqwest::Result<Self> {
        Ok(Self {
            client: reqwest::Client::builder()
                .no_proxy()
                .timeout(std::time::Duration::from_secs(60))
                .build()?,
            base_url: base_url.to_owned(),
        })
    }

    /// Lists the services of a project.
    pub async fn list(&self, project: &str) -> Result<Vec<Service>, Box<dyn Error>> {
        let url = format!("{}/projects/{project}/services", self.base_url);
        let request = self
            .client
            .get(url)
            .basic_auth("public", Some("secret"))
            .header("Accept", "application/json");
        let body = request.send().await?.error_for_status()?.bytes().await?;
        Ok(serde_json::from_slice(&body)?)
    }
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "a program would read them")]
#[expect(clippy::struct_field_names, reason = "the API names them so")]
pub struct Service {
    pub service_id: Option<String>,
    pub project_id: Option<String>,
    pub name: Option<String>,
    pub region_code: Option<String>,
    pub service_type: Option<ServiceType>,
    pub created: Option<chrono::DateTime<chrono::FixedOffset>>,
    pub initial_password: Option<String>,
    pub status: Option<DeployStatus>,
    pub resources: Option<Vec<Resource>>,
    pub metadata: Option<Metadata>,
    pub endpoint: Option<Endpoint>,
    #[serde(rename = "vpcEndpoint")]
    pub vpc_endpoint: Option<BTreeMap<String, Value>>,
    pub forked_from: Option<ForkSpec>,
    pub ha_replicas: Option<HaReplicas>,
    pub connection_pooler: Option<ConnectionPooler>,
    pub read_replica_sets: Option<Vec<ReadReplicaSet>>,
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "a program would read them")]
pub struct Resource {
    pub id: Option<String>,
    pub spec: Option<ResourceSpec>,
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "a program would read them")]
pub struct ResourceSpec {
    pub cpu_millis: Option<i64>,
    pub memory_gbs: Option<i64>,
    pub volume_type: Option<String>,
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "a program would read them")]
pub struct Metadata {
    pub environment: Option<String>,
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "a program would read them")]
pub struct Endpoint {
    pub host: Option<String>,
    pub port: Option<i64>,
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "a program would read them")]
pub struct ForkSpec {
    pub project_id: Option<String>,
    pub service_id: Option<String>,
    pub is_standby: Option<bool>,
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "a program would read them")]
pub struct HaReplicas {
    pub sync_replica_count: Option<i64>,
    pub replica_count: Option<i64>,
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "a program would read them")]
pub struct ConnectionPooler {
    pub endpoint: Option<Endpoint>,
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "a program would read them")]
pub struct ReadReplicaSet {
    pub id: Option<String>,
    pub name: Option<String>,
    pub status: Option<ReplicaStatus>,
    pub nodes: Option<i64>,
    pub cpu_millis: Option<i64>,
    pub memory_gbs: Option<i64>,
    pub metadata: Option<Metadata>,
    pub endpoint: Option<Endpoint>,
    pub connection_pooler: Option<ConnectionPooler>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum ServiceType {
    Timescaledb,
    Postgres,
    Vector,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum DeployStatus {
    Queued,
    Deleting,
    Configuring,
    Ready,
    Deleted,
    Unstable,
    Pausing,
    Paused,
    Resuming,
    Upgrading,
    Optimizing,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ReplicaStatus {
    Creating,
    Active,
    Resizing,
    Deleting,
    Error,
}
