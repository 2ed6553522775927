//! Lists the clusters with a text in their names, or all clusters.
//!
//! ```text
//! export IONOS_TOKEN=...
//! cargo run --package ionos-postgres --example list_clusters -- [NAME]
//! ```

use std::process::ExitCode;

use ionos_postgres::models::{ClusterResponse, State};
use ionos_postgres::{Client, Error};

/// How many clusters to ask for at once.
const PAGE: u8 = 100;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let name = std::env::args().nth(1);
    match list(name.as_deref()).await {
        Ok(clusters) => print(&clusters),
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

/// All clusters, or those with `name` in their names, page by page: the last page is the one that is not full.
async fn list(name: Option<&str>) -> Result<Vec<ClusterResponse>, Error> {
    let client = Client::from_env()?;
    let mut clusters = Vec::new();
    for offset in (0..).step_by(PAGE.into()) {
        let page = client.clusters_get().limit(PAGE.into()).offset(offset);
        let page = match name {
            Some(name) => page.filter_name(name),
            None => page,
        };
        let items = page.await?.items.unwrap_or_default();
        let is_last = items.len() < PAGE.into();
        clusters.extend(items);
        if is_last {
            break;
        }
    }
    Ok(clusters)
}

/// Prints a line for each cluster: id, name, PostgreSQL version and state.
fn print(clusters: &[ClusterResponse]) {
    println!("{:<36} {:<24} {:<8} STATE", "ID", "NAME", "VERSION");
    for cluster in clusters {
        let id = cluster.id.as_deref().unwrap_or("-");
        let properties = cluster.properties.as_ref();
        let name = properties.and_then(|properties| properties.display_name.as_deref());
        let version = properties.and_then(|properties| properties.postgres_version.as_deref());
        let metadata = cluster.metadata.as_ref();
        let state = metadata.and_then(|metadata| metadata.state.as_ref());
        let (name, version) = (name.unwrap_or("-"), version.unwrap_or("-"));
        println!(
            "{id:<36} {name:<24} {version:<8} {}",
            state.map_or("-", State::as_str)
        );
    }
}
