//! The time that calls of a client take, against calls written by hand.

use std::path::Path;
use std::process::Command;

use xtask::Failure;

/// Runs the benchmark of the workspace at `root`, which prints its figures.
///
/// # Errors
///
/// [`Failure`] if cargo cannot be started, or the benchmark fails.
pub fn run(root: &Path) -> Result<(), Failure> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.current_dir(root);
    command.args([
        "bench",
        "--package",
        "clientsmith-tests",
        "--bench",
        "calls",
    ]);
    let status = command.status().map_err(|source| Failure::Read {
        path: root.to_owned(),
        source,
    })?;
    if status.success() {
        return Ok(());
    }
    Err(Failure::Bench {
        path: root.join("tests/calls"),
        problem: format!("cargo bench failed: {status}"),
    })
}
