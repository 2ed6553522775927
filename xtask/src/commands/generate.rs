//! `cargo xtask generate`: writes the clients.

use clientsmith_cli::{Outcome, Strictness};

use crate::each;

/// Generate the clients from the documents in spec/.
///
/// Reads spec/NAME.yaml, .yml or .json and the settings spec/NAME.toml, and writes generated-client/NAME. Files that are
/// up to date are not touched. Files that were not generated are never overwritten or removed. If stdout is not a terminal,
/// only changes are printed.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  cargo xtask generate\n  cargo xtask generate tiger-cloud\n  cargo xtask generate --strict")]
pub struct Arguments {
    /// APIs: file names in spec/ without extension [default: all]
    #[arg(value_name = "NAME")]
    names: Vec<String>,
    #[command(flatten)]
    strictness: Strictness,
}

pub fn run(arguments: &Arguments) -> Outcome {
    let strictness = &arguments.strictness;
    each::api(&arguments.names, strictness.verbosity(), |root, api| {
        Ok(api.client(root).generate(strictness)?)
    })
}
