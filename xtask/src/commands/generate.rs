//! `cargo xtask generate`: writes the clients.

use clientsmith::cli::{Outcome, Strictness};

use crate::each;

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
    let strictness = &arguments.strictness;
    each::api(&arguments.names, strictness.extent(), |root, api| {
        Ok(api.client(root).generate(strictness)?)
    })
}
