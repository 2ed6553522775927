//! Runs `corpus` and `bench`, which are in the package `xtask-measure`: what they need takes longer to compile than all
//! other commands together.

pub mod bench;
pub mod corpus;

use std::env;
use std::path::Path;
use std::process::Command;

use clientsmith_cli::Outcome;

use crate::Failure;

/// Builds the package `xtask-measure` with the options `build` of cargo, and runs it with the arguments of this program.
///
/// # Errors
///
/// [`Failure::Run`] if cargo cannot be started.
pub fn run(root: &Path, build: &[&str]) -> Result<Outcome, Failure> {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo
        .args(["run", "--package", "xtask-measure", "--manifest-path"])
        .arg(root.join("Cargo.toml"));
    cargo.args(build).arg("--").args(env::args_os().skip(1));
    let status = cargo.status().map_err(Failure::Run)?;
    Ok(match status.code() {
        Some(0) => Outcome::Done,
        Some(1) => Outcome::FellShort,
        _ => Outcome::Failed,
    })
}
