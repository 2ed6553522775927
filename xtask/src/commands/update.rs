//! `cargo xtask update`: replaces a document with a newer one.

use std::path::Path;

use clientsmith_cli::{Outcome, UpdateOptions, terminal};
use xtask::{Failure, api, cargo_lock, root};

/// Replace a document with a newer one, and update its client.
///
/// Prints what changed, replaces the document in spec/ and the files it refers to, generates the client, adds an entry to
/// its CHANGELOG.md, and sets the next version in the settings: breaking changes bump the major version (the minor version
/// before 1.0.0). The entry of an unreleased version is extended instead. If the new document has errors, nothing is
/// written. The next update completes an interrupted one.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  cargo xtask update tiger-cloud --from ../downloads/openapi.yaml --dry-run\n  cargo xtask update tiger-cloud --from ../downloads/openapi.yaml\n\nExit codes: 0 updated or already up to date, 2 error")]
pub struct Arguments {
    /// API: a file name in spec/ without extension
    #[arg(value_name = "NAME")]
    name: String,
    #[command(flatten)]
    options: UpdateOptions,
}

pub fn run(arguments: &Arguments) -> Outcome {
    let verbosity = arguments.options.strictness().verbosity();
    let outcome = update(arguments);
    outcome.unwrap_or_else(|failure| terminal::fail(&failure, verbosity))
}

fn update(arguments: &Arguments) -> Result<Outcome, Failure> {
    let root = root::find()?;
    let mut outcome = Outcome::Done;
    for api in api::select(&root, std::slice::from_ref(&arguments.name))? {
        let settings = Path::new("spec").join(&api.name).with_extension("toml");
        let updated = api
            .client(&root)
            .update(&settings, &arguments.options, |plan| {
                api.refuse_beside(&plan.beside)
            });
        outcome = outcome.max(updated?);
    }
    if arguments.options.writes() {
        cargo_lock::refresh(&root);
    }
    Ok(outcome)
}
