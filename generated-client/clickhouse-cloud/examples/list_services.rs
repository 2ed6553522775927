//! Lists the services of an organization.
//!
//! ```text
//! export CLICKHOUSE_CLOUD_API_KEY=... CLICKHOUSE_CLOUD_API_SECRET=...
//! cargo run --package clickhouse-cloud --example list_services -- ORGANIZATION_ID
//! ```

use std::{error::Error, process::ExitCode};

use clickhouse_cloud::Client;
use clickhouse_cloud::models::{Region, Service, ServiceState};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match list().await {
        Ok(services) => print(&services),
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

/// All services of the organization that the first argument names.
async fn list() -> Result<Vec<Service>, Box<dyn Error>> {
    let organization = std::env::args().nth(1).ok_or("give an organization's ID")?;
    let client = Client::from_env()?;
    Ok(client.instance_get_list(&organization).await?)
}

/// Prints a line for each service: ID, name, region and state.
fn print(services: &[Service]) {
    println!("{:<36} {:<24} {:<18} STATE", "ID", "NAME", "REGION");
    for service in services {
        let id = service.id.as_deref().unwrap_or("-");
        let name = service.name.as_deref().unwrap_or("-");
        let region = service.region.as_ref().map_or("-", Region::as_str);
        let state = service.state.as_ref().map_or("-", ServiceState::as_str);
        println!("{id:<36} {name:<24} {region:<18} {state}");
    }
}
