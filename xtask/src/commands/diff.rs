//! `cargo xtask diff`: reports what changed in a document.

use clientsmith_cli::{DiffOptions, Outcome, terminal};
use clientsmith::diagnostics::Verbosity;
use xtask::diff::{self, LAST_COMMIT};
use xtask::{Failure, api, root};

/// Report what changed in a document, on the wire and for dependents of the generated client.
///
/// Compares the document in spec/ with that of a commit or with another file. On the wire, a change is breaking, risky or
/// compatible for clients in any language that were written for the old document. In the public API of the generated
/// crate, it is major, minor or patch (Semantic Versioning).
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  cargo xtask diff tiger-cloud\n  cargo xtask diff tiger-cloud --against v1.2.0 --format markdown\n  cargo xtask diff tiger-cloud --against ../downloads/openapi.yaml --fail-on breaking,major\n\nExit codes: 0 compared, 1 a change matched --fail-on, 2 error")]
pub struct Arguments {
    /// API: a file name in spec/ without extension
    #[arg(value_name = "NAME")]
    name: String,
    /// Revision or file to compare with
    #[arg(long, value_name = "REVISION|FILE", default_value = LAST_COMMIT)]
    against: String,
    #[command(flatten)]
    options: DiffOptions,
}

pub fn run(arguments: &Arguments) -> Outcome {
    let outcome = compare(arguments);
    outcome.unwrap_or_else(|failure| terminal::fail(&failure, Verbosity::Examples))
}

fn compare(arguments: &Arguments) -> Result<Outcome, Failure> {
    let root = root::find()?;
    let mut outcome = Outcome::Done;
    for api in api::select(&root, std::slice::from_ref(&arguments.name))? {
        let report = diff::diff(&root, &api, &arguments.against)?;
        outcome = outcome.max(arguments.options.print(report));
    }
    Ok(outcome)
}
