//! Lists the databases of one account with all three providers: each client has its own `Client`, models and `Error`.
//!
//! ```text
//! export TIGER_CLOUD_ACCESS_KEY=... TIGER_CLOUD_SECRET_KEY=...
//! export CLICKHOUSE_CLOUD_API_KEY=... CLICKHOUSE_CLOUD_API_SECRET=... IONOS_TOKEN=...
//! cargo run --package clientsmith-tests --example databases -- CLICKHOUSE_ORGANIZATION_ID
//! ```

use std::process::ExitCode;

type Failure = Box<dyn std::error::Error>;

#[tokio::main]
async fn main() -> ExitCode {
    let organization = std::env::args().nth(1).unwrap_or_default();
    let listed = tokio::join!(tiger(), clickhouse(&organization), ionos());
    let failed = [listed.0, listed.1, listed.2]
        .into_iter()
        .filter_map(Result::err);
    let failures = failed.inspect(|error| eprintln!("{error}")).count();
    ExitCode::from(u8::from(failures > 0))
}

async fn tiger() -> Result<(), Failure> {
    let client = tiger_cloud::Client::from_env()?;
    let project = client.get_auth_info().await?.api_key.project.id;
    for service in client.get_services(&project).await? {
        println!("tiger {:?} {:?}", service.name, service.status);
    }
    Ok(())
}

async fn clickhouse(organization: &str) -> Result<(), Failure> {
    let client = clickhouse_cloud::Client::from_env()?;
    for service in client.instance_get_list(organization).await? {
        println!("clickhouse {:?} {:?}", service.name, service.state);
    }
    Ok(())
}

async fn ionos() -> Result<(), Failure> {
    let client = ionos_postgres::Client::from_env()?;
    let clusters = client.clusters_get().limit(100).await?;
    for cluster in clusters.items.unwrap_or_default() {
        let name = cluster
            .properties
            .and_then(|properties| properties.display_name);
        println!("ionos {name:?}");
    }
    Ok(())
}
