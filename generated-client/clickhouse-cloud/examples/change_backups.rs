//! Keeps the backups of a service for two weeks, and has them made whenever the default says.
//!
//! ```text
//! export CLICKHOUSE_CLOUD_API_KEY=... CLICKHOUSE_CLOUD_API_SECRET=...
//! cargo run --package clickhouse-cloud --example change_backups -- ORGANIZATION_ID SERVICE_ID
//! ```

use std::{error::Error, process::ExitCode};

use clickhouse_cloud::models::BackupConfigurationPatchRequest;
use clickhouse_cloud::{Client, Patch};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    if let Err(error) = change().await {
        eprintln!("{error}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

async fn change() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let organization = arguments.next().ok_or("give an organization's ID")?;
    let service = arguments.next().ok_or("give a service's ID")?;
    let client = Client::from_env()?;
    // `backup_period_in_hours` is not mentioned, so it stays as it is.
    let change = BackupConfigurationPatchRequest::new()
        .backup_retention_period_in_hours(14 * 24)
        .backup_start_time(Patch::Null);
    let now = client
        .backup_configuration_update(&organization, &service, &change)
        .await?;
    println!("every {} hours", text(now.backup_period_in_hours));
    println!("kept {} hours", text(now.backup_retention_period_in_hours));
    println!("at {} UTC", now.backup_start_time.as_deref().unwrap_or("-"));
    Ok(())
}

fn text(hours: Option<i64>) -> String {
    hours.map_or_else(|| "-".to_owned(), |hours| hours.to_string())
}
