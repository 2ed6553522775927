//! `cargo xtask generate`: writes the clients.

use std::time::Instant;

use xtask::{generate, summary};

use crate::outcome::Outcome;
use crate::strictness::Strictness;
use crate::{each, terminal};

/// Write the clients that the documents in spec/ make.
///
/// Reads spec/NAME.yaml, .yml or .json and the settings spec/NAME.toml, and makes generated-client/NAME equal to
/// what they say. Files that are already right are not touched. Files that were not generated are never
/// overwritten or removed. Where standard output is not a terminal, only what changed is told.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  cargo xtask generate\n  cargo xtask generate tiger-cloud\n  cargo xtask generate --strict")]
pub struct Arguments {
    /// The APIs whose clients to write: file names in spec/ without extension [default: all]
    #[arg(value_name = "NAME")]
    names: Vec<String>,
    #[command(flatten)]
    strictness: Strictness,
}

pub fn run(arguments: &Arguments) -> Outcome {
    let extent = arguments.strictness.extent();
    each::api(&arguments.names, extent, |root, api| {
        let start = Instant::now();
        let generated = generate::generate(root, api, arguments.strictness.warnings())?;
        let warnings = terminal::warn(&generated.package, extent);
        if !generated.written.is_unchanged() || terminal::is_interactive() {
            terminal::say(&summary::written(&api.name, &generated.written, warnings, start.elapsed()));
        }
        Ok(Outcome::Done)
    })
}
