//! Runs cargo on the crates of all cases.

use std::fs;
use std::path::Path;
use std::process::Command;

/// What clippy, with the lints that the crates set for themselves, has against the crates in `workspace`.
pub fn clippy(workspace: &Path) -> Option<String> {
    let mut command = cargo(workspace);
    command.args([
        "clippy",
        "--workspace",
        "--keep-going",
        "--",
        "-D",
        "warnings",
    ]);
    failure(command)
}

/// How many crates share a folder of documentation. Rustdoc rewrites its search index of all of them for each crate, which
/// takes most of the time with some hundred.
const CRATES_PER_FOLDER: usize = 24;

/// What rustdoc has against the crates in `workspace`.
pub fn doc(workspace: &Path) -> Option<String> {
    let members = members(workspace);
    let failures = members.chunks(CRATES_PER_FOLDER).filter_map(|crates| {
        let folder = workspace.with_file_name("golden-target").join("doc");
        let _ = fs::remove_dir_all(folder);
        let mut command = cargo(workspace);
        command.args(["doc", "--no-deps", "--keep-going"]);
        command.args(crates.iter().flat_map(|name| ["--package", name]));
        command.env("RUSTDOCFLAGS", "-D warnings");
        failure(command)
    });
    let failures: Vec<String> = failures.collect();
    (!failures.is_empty()).then(|| failures.join("\n"))
}

/// The crates of the workspace, by their names.
fn members(workspace: &Path) -> Vec<String> {
    let workspace_manifest = manifest(workspace);
    let members = workspace_manifest["workspace"]["members"]
        .as_array()
        .unwrap();
    let folders = members.iter().map(|folder| folder.as_str().unwrap());
    let names = folders.map(|folder| {
        let package = &manifest(&workspace.join(folder))["package"];
        package["name"].as_str().unwrap().to_owned()
    });
    names.collect()
}

fn manifest(folder: &Path) -> toml::Table {
    let text = fs::read_to_string(folder.join("Cargo.toml")).unwrap();
    toml::from_str(&text).unwrap()
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
