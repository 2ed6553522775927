//! Which features dependencies are compiled with.

use std::collections::BTreeSet;
use std::process::Command;

use clientsmith_tests::root;

use crate::sources::demand_none;

/// The packages that `selection` of the workspace is compiled with, each with its version and features.
fn packages(selection: &[&str]) -> BTreeSet<String> {
    let mut command = Command::new(env!("CARGO"));
    command.current_dir(root()).args(["tree", "--locked"]);
    command.args(["--prefix", "none", "--format", "{p} {f}"]);
    let output = command.args(selection).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(!text.is_empty());
    let lines = text.lines().map(|line| line.trim_end_matches(" (*)"));
    lines.map(str::to_owned).collect()
}

#[test]
fn tests_use_the_dependencies_that_the_generator_was_compiled_with() {
    let generator = packages(&["--package", "xtask", "--edges", "normal,build"]);
    let all = packages(&["--workspace"]);
    let differing: Vec<String> = generator.difference(&all).cloned().collect();
    demand_none(
        "list in xtask/Cargo.toml the features that other packages add, or they are compiled twice",
        &differing,
    );
}
