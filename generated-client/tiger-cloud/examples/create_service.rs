//! Creates a service, waits until it is ready, and prints where to connect.
//!
//! This costs money: the service is billed from its creation until it is deleted, and nothing here deletes it.
//!
//! ```text
//! export TIGER_CLOUD_ACCESS_KEY=... TIGER_CLOUD_SECRET_KEY=...
//! cargo run --package tiger-cloud --example create_service -- NAME
//! ```

use std::{error::Error, process::ExitCode, time::Duration};

use tiger_cloud::models::{DeployStatus, Service, ServiceCreate, ServiceCreateAddon};
use tiger_cloud::{Client, Secret};

const TRIES: u32 = 60;
const PAUSE: Duration = Duration::from_secs(10);

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    if let Err(error) = create().await {
        eprintln!("{error}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

async fn create() -> Result<(), Box<dyn Error>> {
    let name = std::env::args().nth(1).ok_or("give a name")?;
    let client = Client::from_env()?;
    let project = client.get_auth_info().await?.api_key.project.id;
    let wanted = ServiceCreate::new(name).addons([ServiceCreateAddon::TimeSeries]);
    let service = client.create_service(&project, &wanted).await?;
    let id = service.service_id.ok_or("the API gave no ID")?;
    // No later answer holds the password.
    let password = service.initial_password.unwrap_or_else(|| Secret::from(""));
    println!("created {id} with password {}", password.expose());
    let ready = wait(&client, &project, &id).await?;
    let endpoint = ready.endpoint.unwrap_or_default();
    println!("host {}", endpoint.host.ok_or("the API gave no host")?);
    println!("port {}", endpoint.port.ok_or("the API gave no port")?);
    Ok(())
}

/// The service once it is ready. Fails if it is going away, or is not ready after all tries.
async fn wait(client: &Client, project: &str, id: &str) -> Result<Service, Box<dyn Error>> {
    for _ in 0..TRIES {
        let service = client.get_service(project, id).await?;
        match &service.status {
            Some(DeployStatus::Ready) => return Ok(service),
            Some(DeployStatus::Deleting | DeployStatus::Deleted) => return Err("deleted".into()),
            // A status this version does not know may well lead to READY, so it is no reason to give up.
            Some(status) => println!("{status}"),
            None => println!("no status yet"),
        }
        tokio::time::sleep(PAUSE).await;
    }
    Err(format!("{id} is not ready after {TRIES} tries").into())
}
