//! Runs cargo on the crates of all cases.

use std::path::Path;
use std::process::Command;

/// What clippy, with the lints that the crates set for themselves, has against the crates in `workspace`.
pub fn clippy(workspace: &Path) -> Option<String> {
    let mut command = cargo(workspace);
    command.args([
        "clippy",
        "--workspace",
        "--exclude",
        "documentation-*",
        "--keep-going",
        "--",
        "-D",
        "warnings",
    ]);
    failure(command)
}

/// What rustdoc has against the crates called `names` in `workspace`.
pub fn doc(workspace: &Path, names: &[String]) -> Option<String> {
    let mut command = cargo(workspace);
    command.args(["doc", "--no-deps", "--keep-going"]);
    command.args(names.iter().flat_map(|name| ["--package", name]));
    command.env("RUSTDOCFLAGS", "-D warnings");
    failure(command)
}

fn cargo(workspace: &Path) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(workspace);
    command.env(
        "CARGO_TARGET_DIR",
        workspace.with_file_name("golden-target"),
    );
    command.env("CARGO_TERM_COLOR", "never");
    command
}

/// The output of a command that fails.
fn failure(mut command: Command) -> Option<String> {
    let output = command
        .output()
        .unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let text = String::from_utf8_lossy(&output.stderr);
    (!output.status.success()).then(|| format!("{command:?} fails:\n{text}"))
}
