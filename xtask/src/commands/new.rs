//! `cargo xtask new`: adds an API.

use std::path::PathBuf;

use clientsmith_cli::{Outcome, Strictness, terminal};
use xtask::{Failure, cargo_lock, new, root};

/// Add an API: copy its document, create its settings, generate its client.
///
/// Copies the document and the files it refers to into spec/, creates the settings spec/NAME.toml with every key explained,
/// and writes the client to generated-client/NAME, which is a member of the workspace. If anything fails, nothing is left
/// behind. Of the existing files, only Cargo.lock is changed.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  cargo xtask new petstore --spec ../downloads/openapi.yaml\n\nExit codes: 0 added, 2 error")]
pub struct Arguments {
    /// Name of the API and of its crate
    #[arg(value_name = "NAME")]
    name: String,
    /// OpenAPI document, in YAML or JSON
    #[arg(long, value_name = "FILE")]
    spec: PathBuf,
    #[command(flatten)]
    strictness: Strictness,
}

pub fn run(arguments: &Arguments) -> Outcome {
    let outcome = add(arguments);
    outcome.unwrap_or_else(|failure| terminal::fail(&failure, arguments.strictness.verbosity()))
}

fn add(arguments: &Arguments) -> Result<Outcome, Failure> {
    let root = root::find()?;
    let added = new::add(&root, &arguments.name, &arguments.spec)?;
    let outcome = added.api.client(&root).generate(&arguments.strictness)?;
    let api = added.keep();
    cargo_lock::refresh(&root);
    terminal::say(&format!("document: {}", api.document.display()));
    if let Some(settings) = &api.settings {
        terminal::say(&format!("settings to fill in: {}", settings.display()));
    }
    terminal::say(&format!("client: {}", api.output.display()));
    Ok(outcome)
}
