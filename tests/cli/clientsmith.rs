//! Runs the program `clientsmith`: each file in `clientsmith/` is a session, in a copy of the folder `.in` beside it.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use clientsmith::ApiFiles;
use clientsmith_cli::update::{Target, lock};
use tempfile::TempDir;

#[test]
fn sessions_go_as_they_are_written() {
    trycmd::TestCases::new()
        .env("NO_COLOR", "1")
        .env("SOURCE_DATE_EPOCH", "1774655999")
        .case("../../tests/cli/clientsmith/*.trycmd");
}

/// A folder with a client, and a new document for it.
fn client() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let input = Path::new("../../tests/cli/clientsmith/update.in");
    for file in ["old.yaml", "old.toml", "new.yaml"] {
        fs::copy(input.join(file), folder.path().join(file)).unwrap();
    }
    let output = run(folder.path(), "generate old.yaml --out client --name pets");
    assert!(output.status.success(), "{output:?}");
    folder
}

const UPDATE: &str = "update old.yaml --out client --name pets --from new.yaml";

fn run(folder: &Path, command: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_clientsmith"))
        .current_dir(folder)
        .args(command.split(' '))
        .output()
        .unwrap()
}

#[test]
fn a_second_update_is_refused_while_one_runs() {
    let folder = client();
    let target = Target {
        files: ApiFiles {
            name: "client".into(),
            package: Some("pets".into()),
            root: folder.path().to_owned(),
            document: "old.yaml".into(),
            settings: None,
        },
        output: "client".into(),
        settings: "old.toml".into(),
    };
    let first = lock(&target).unwrap();
    let before = fs::read(folder.path().join("old.yaml")).unwrap();
    let output = run(folder.path(), UPDATE);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert_eq!(
        String::from_utf8(output.stderr).unwrap(),
        "error: another update of `client` is running; run this one again when it is done\n"
    );
    assert_eq!(fs::read(folder.path().join("old.yaml")).unwrap(), before);
    drop(first);
    assert!(run(folder.path(), UPDATE).status.success());
}

#[test]
fn an_update_removes_what_one_that_was_cut_short_has_staged() {
    let folder = client();
    let staged = folder.path().join(".clientsmith-staging-client.aB3xYz");
    fs::write(&staged, "staged").unwrap();
    let output = run(folder.path(), UPDATE);
    assert!(output.status.success(), "{output:?}");
    assert!(!staged.exists());
}
