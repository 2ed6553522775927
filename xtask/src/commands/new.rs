//! `cargo xtask new`: adds an API.

use std::path::PathBuf;

use clientsmith::cli::{Outcome, Strictness, terminal};
use xtask::{Failure, cargo_lock, new, root};

/// Add an API: copy its document, begin its settings, write its client.
///
/// The document and the files that it refers to are copied into spec/, the settings spec/NAME.toml explain every key, and
/// the client goes to generated-client/NAME, which is a member of the workspace by that. If anything fails, nothing is
/// left behind. Nothing that exists is changed but Cargo.lock.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  cargo xtask new petstore --spec ../downloads/openapi.yaml\n\nExit codes: 0 added, 2 error.")]
pub struct Arguments {
    /// The name of the API and of its crate
    #[arg(value_name = "NAME")]
    name: String,
    /// The API document, in YAML or JSON
    #[arg(long, value_name = "FILE")]
    spec: PathBuf,
    #[command(flatten)]
    strictness: Strictness,
}

pub fn run(arguments: &Arguments) -> Outcome {
    let outcome = add(arguments);
    outcome.unwrap_or_else(|failure| terminal::fail(&failure, arguments.strictness.extent()))
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
