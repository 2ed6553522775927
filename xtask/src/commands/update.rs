//! `cargo xtask update`: replaces a document by a newer one.

use std::path::Path;

use clientsmith::cli::{Outcome, UpdateOptions, terminal};
use xtask::{Failure, api, cargo_lock, root};

/// Replace a document by a newer one, and bring the client up to it.
///
/// Tells what changed, replaces the document in spec/ and what it refers to, writes the client, adds an entry to its
/// CHANGELOG.md, and sets the version that follows in the settings: what breaks programs is a new first number, or second
/// one before 1.0.0. If the new document has errors, nothing is written. An update that is cut short is finished by the
/// next.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  cargo xtask update tiger-cloud --from ../downloads/openapi.yaml --dry-run\n  cargo xtask update tiger-cloud --from ../downloads/openapi.yaml\n\nExit codes: 0 updated, or nothing to update; 2 error.")]
pub struct Arguments {
    /// The API: a file name in spec/ without extension
    #[arg(value_name = "NAME")]
    name: String,
    #[command(flatten)]
    options: UpdateOptions,
}

pub fn run(arguments: &Arguments) -> Outcome {
    let extent = arguments.options.strictness().extent();
    let outcome = update(arguments);
    outcome.unwrap_or_else(|failure| terminal::fail(&failure, extent))
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
