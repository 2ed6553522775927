//! What is released, and what follows from that.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use super::{OLD, plan, repository, update_to};

fn git(root: &Path, arguments: &[&str]) {
    let identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com"];
    let mut command = Command::new("git");
    let command = command.current_dir(root).args(identity).args(arguments);
    let output = command.output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {output:?}");
}

/// Returns a repository whose state is tagged with `tags`.
fn released(tags: &[&str]) -> TempDir {
    let root = repository();
    git(root.path(), &["init", "--quiet"]);
    git(root.path(), &["add", "."]);
    git(root.path(), &["commit", "--quiet", "--message", "Release"]);
    for tag in tags {
        git(root.path(), &["tag", tag]);
    }
    root
}

#[test]
fn an_unreleased_entry_is_what_changed_since_the_release() {
    let root = released(&["v0.1.0"]);
    let pong = OLD.lines().last().unwrap().replace("ping", "pong");
    let pang = pong.replace("pong", "pang");
    let told = OLD.replace("Pong.", "Told.");
    update_to(root.path(), &format!("{told}{pong}\n"));
    let changelog = root.path().join("client/CHANGELOG.md");
    let text = fs::read_to_string(&changelog).unwrap();
    assert!(text.contains("`pong` was added"), "{text}");
    fs::write(&changelog, format!("{text}- By hand.\n")).unwrap();
    let told = told.replace("Told.", "Told again.");
    let planned = update_to(root.path(), &format!("{told}{pang}\n"));
    assert_eq!(planned.version.to_string(), "0.1.1");
    let text = fs::read_to_string(&changelog).unwrap();
    let (_, entry) = text.split_once("## 0.1.1 - ").unwrap();
    assert_eq!(
        entry,
        "2026-03-27\n\nAPI document: version `1`.\nNo code has to change.\nOne description or example changed.\n\n\
         ### Added\n\n- By hand.\n- Operation `pang` was added: `Client::pang`.\n"
    );
}

#[test]
fn the_release_of_the_settings_is_found_in_the_history() {
    let root = released(&[]);
    let settings = root.path().join("spec/ping.toml");
    fs::write(
        &settings,
        "[package]\nversion = '1.0.0'\nreleased = '1.0.0'\n",
    )
    .unwrap();
    git(root.path(), &["add", "."]);
    git(root.path(), &["commit", "--quiet", "--message", "Release"]);
    let pong = OLD.lines().last().unwrap().replace("ping", "pong");
    update_to(root.path(), &format!("{OLD}{pong}\n"));
    git(
        root.path(),
        &["commit", "--quiet", "--all", "--message", "Add"],
    );
    let planned = update_to(root.path(), &OLD.replace("Pong.", "Told."));
    assert_eq!(planned.version.to_string(), "1.1.0");
    let entry = planned.entry.unwrap();
    assert!(!entry.contains("pong"), "{entry}");
}

#[test]
fn the_next_version_follows_the_highest_release() {
    for (tags, version) in [
        (&["ping-v0.1.0", "v0.2.0"][..], "0.2.1"),
        (&["v0.1.0", "ping-v1.2.0"], "1.3.0"),
        (&["v0.1.0"], "0.1.1"),
        (&["v0.0.9"], "0.1.0"),
    ] {
        let root = released(tags);
        let planned = plan(root.path()).unwrap();
        assert_eq!(planned.version.to_string(), version, "{tags:?}");
    }
}
