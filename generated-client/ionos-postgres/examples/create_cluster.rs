//! Creates a small cluster in a network of yours, waits until it is available, and prints where to connect.
//!
//! This costs money: the cluster is billed from its creation until it is deleted, and nothing here deletes it.
//!
//! ```text
//! export IONOS_TOKEN=... DATABASE_PASSWORD=...
//! cargo run --package ionos-postgres --example create_cluster -- NAME LOCATION DATACENTER_ID LAN_ID CIDR
//! ```

use std::{error::Error, process::ExitCode, time::Duration};

use ionos_postgres::Client;
use ionos_postgres::models::{
    ClusterResponse, Connection, CreateClusterProperties, CreateClusterRequest, DbUser, State,
    StorageType, SynchronizationMode,
};

const TRIES: u32 = 120;
const PAUSE: Duration = Duration::from_secs(15);

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    if let Err(error) = create().await {
        eprintln!("{error}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

async fn create() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [name, location, datacenter, lan, cidr] = arguments.as_slice() else {
        return Err("give NAME LOCATION DATACENTER_ID LAN_ID CIDR".into());
    };
    let user = DbUser::new(std::env::var("DATABASE_PASSWORD")?, "owner");
    let network = Connection::new(cidr, datacenter, lan);
    let request = CreateClusterRequest::new().properties(smallest(name, location, user, network));

    let client = Client::from_env()?;
    let created = client.clusters_post(&request).await?;
    let id = created.id.ok_or("the API gave no ID")?;
    println!("created {id}");
    let cluster = wait(&client, &id).await?;
    let host = cluster
        .properties
        .and_then(|properties| properties.dns_name);
    println!("host {}", host.ok_or("the API gave no host")?);
    Ok(())
}

/// A cluster of one small instance.
fn smallest(
    name: &str,
    location: &str,
    user: DbUser,
    network: Connection,
) -> CreateClusterProperties {
    let (instances, cores, megabytes_of_ram, megabytes_of_storage) = (1, 1, 2048, 2048);
    CreateClusterProperties::new(
        [network],
        cores,
        user,
        name,
        instances,
        location,
        "15",
        megabytes_of_ram,
        megabytes_of_storage,
        StorageType::SsdStandard,
        SynchronizationMode::Asynchronous,
    )
}

/// The cluster once it is available. Fails if it failed or is going away, or is not available after all tries.
async fn wait(client: &Client, id: &str) -> Result<ClusterResponse, Box<dyn Error>> {
    for _ in 0..TRIES {
        let cluster = client.clusters_find_by_id(id).await?;
        let state = cluster
            .metadata
            .as_ref()
            .and_then(|metadata| metadata.state.as_ref());
        match state {
            Some(State::Available) => return Ok(cluster),
            Some(State::Failed | State::Destroying) => return Err("not to be had".into()),
            // A state this version does not know may well lead to AVAILABLE, so it is no reason to give up.
            Some(state) => println!("{state}"),
            None => println!("no state yet"),
        }
        tokio::time::sleep(PAUSE).await;
    }
    Err(format!("{id} is not available after {TRIES} tries").into())
}
