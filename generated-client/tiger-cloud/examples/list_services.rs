//! Lists the services of the project that the API key opens.
//!
//! ```text
//! export TIGER_CLOUD_ACCESS_KEY=... TIGER_CLOUD_SECRET_KEY=...
//! cargo run --package tiger-cloud --example list_services
//! ```

use std::process::ExitCode;

use tiger_cloud::models::{DeployStatus, Service};
use tiger_cloud::{Client, Error};

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

/// All services of the project that the API key belongs to.
async fn list() -> Result<Vec<Service>, Error> {
    let client = Client::from_env()?;
    let project = client.get_auth_info().await?.api_key.project;
    client.get_services(&project.id).await
}

/// Prints a line for each service: id, name and status.
fn print(services: &[Service]) {
    println!("{:<12} {:<24} STATUS", "ID", "NAME");
    for service in services {
        let id = service.service_id.as_deref().unwrap_or("-");
        let name = service.name.as_deref().unwrap_or("-");
        let status = service.status.as_ref().map_or("-", DeployStatus::as_str);
        println!("{id:<12} {name:<24} {status}");
    }
}
