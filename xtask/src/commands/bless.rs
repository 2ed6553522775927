//! `cargo xtask bless`: updates the expected output of tests.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use clientsmith_cli::{Outcome, terminal};
use clientsmith::diagnostics::Verbosity;
use xtask::{Failure, api, generate, root};

/// Update the expected output of tests, and list what changed.
///
/// Generates the clients, and updates the golden cases, the expected reports of changes and the expected output of the
/// programs. Read the diff before you commit it.
#[derive(Debug, clap::Args)]
#[command(after_help = "Exit codes: 0 updated, 1 a test failed, 2 error")]
pub struct Arguments {}

/// The tests with expected output, each with the variable that makes it write that output.
const TESTS: &[(&str, &str, &[&str])] = &[
    ("UPDATE_GOLDEN", "1", &["-p", "clientsmith-tests", "--test", "golden", "every_case_generates"]),
    ("UPDATE_GOLDEN", "1", &["-p", "clientsmith-tests", "--test", "diff"]),
    ("TRYCMD", "overwrite", &["-p", "clientsmith", "--features", "cli", "--test", "cli"]),
    ("TRYCMD", "overwrite", &["-p", "xtask", "--test", "cli"]),
];

/// Where the expected output of the programs is.
const SESSIONS: [&str; 2] = ["tests/cli/clientsmith", "tests/cli/xtask"];

/// What stands for any text in that output.
const WILDCARD: &str = "[..]";

pub fn run(_: &Arguments) -> Outcome {
    bless().unwrap_or_else(|failure| terminal::fail(&failure, Verbosity::Examples))
}

fn bless() -> Result<Outcome, Failure> {
    let root = root::find()?;
    for api in api::select(&root, &[])? {
        generate::write(&root, &api.name)?;
    }
    let sessions = sessions(&root)?;
    let mut outcome = Outcome::Done;
    for (variable, value, arguments) in TESTS {
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.args(["test", "--quiet"]).args(*arguments).env(variable, value);
        if !succeeds(cargo, &root) {
            terminal::say(&format!("failed: cargo test {}", arguments.join(" ")));
            outcome = Outcome::FellShort;
        }
    }
    restore_wildcards(&sessions)?;
    let mut status = Command::new("git");
    status.args(["status", "--short"]);
    succeeds(status, &root);
    Ok(outcome)
}

fn succeeds(mut command: Command, root: &Path) -> bool {
    command.current_dir(root).status().is_ok_and(|status| status.success())
}

/// Returns the files with expected output of the programs, and their text.
fn sessions(root: &Path) -> Result<BTreeMap<PathBuf, String>, Failure> {
    let mut sessions = BTreeMap::new();
    for folder in SESSIONS.map(|folder| root.join(folder)) {
        for entry in fs::read_dir(&folder).map_err(|error| unreadable(&folder, error))? {
            let path = entry.map_err(|error| unreadable(&folder, error))?.path();
            if path.extension().is_some_and(|extension| extension == "trycmd") {
                let text = read(&path)?;
                sessions.insert(path, text);
            }
        }
    }
    Ok(sessions)
}

/// Puts the wildcards back that were overwritten with the output of this run.
fn restore_wildcards(before: &BTreeMap<PathBuf, String>) -> Result<(), Failure> {
    for (path, old) in before {
        let new = read(path)?;
        let patterns: Vec<&str> = old.lines().filter(|line| line.contains(WILDCARD)).collect();
        let restored: String = new
            .lines()
            .map(|line| *patterns.iter().find(|pattern| matches(pattern, line)).unwrap_or(&line))
            .flat_map(|line| [line, "\n"])
            .collect();
        if restored != new {
            let failed = |source| Failure::Write { path: path.clone(), source };
            fs::write(path, restored).map_err(failed)?;
        }
    }
    Ok(())
}

fn read(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| unreadable(path, error))
}

fn unreadable(path: &Path, source: io::Error) -> Failure {
    Failure::Read { path: path.to_owned(), source }
}

/// Returns whether a line is a pattern's texts in order, with anything in place of its wildcards.
fn matches(pattern: &str, line: &str) -> bool {
    let mut rest = line;
    for (index, text) in pattern.split(WILDCARD).enumerate() {
        let found = match index {
            0 => rest.strip_prefix(text),
            _ => rest.split_once(text).map(|(_, after)| after),
        };
        let Some(after) = found else { return false };
        rest = after;
    }
    rest.is_empty() || pattern.ends_with(WILDCARD)
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn wildcards_stand_for_any_text() {
        let pattern = "pets: [..] unchanged ([..] ms)";
        assert!(matches(pattern, "pets: 93 unchanged (12 ms)"));
        assert!(!matches(pattern, "pets: 93 unchanged"));
        assert!(!matches(pattern, "pets: 93 created (12 ms)"));
    }
}
