//! Runs the program `clientsmith`: each file in `clientsmith/` is a session, in a copy of the folder `.in` beside it.

use std::fs;
use std::path::Path;
use std::process::Command;

#[test]
fn sessions_go_as_they_are_written() {
    trycmd::TestCases::new()
        .env("NO_COLOR", "1")
        .env("SOURCE_DATE_EPOCH", "1774655999")
        .case("../tests/cli/clientsmith/*.trycmd");
}

#[test]
fn an_update_removes_what_one_that_was_cut_short_has_staged() {
    let folder = tempfile::tempdir().unwrap();
    let input = Path::new("../tests/cli/clientsmith/update.in");
    for file in ["old.yaml", "old.toml", "new.yaml"] {
        fs::copy(input.join(file), folder.path().join(file)).unwrap();
    }
    let staged = folder.path().join(".clientsmith-staging-client.aB3xYz");
    fs::write(&staged, "staged").unwrap();
    for command in [
        "generate old.yaml --out client --name pets",
        "update old.yaml --out client --name pets --from new.yaml",
    ] {
        assert!(staged.exists());
        let output = Command::new(env!("CARGO_BIN_EXE_clientsmith"))
            .current_dir(folder.path())
            .args(command.split(' '))
            .output()
            .unwrap();
        assert!(output.status.success(), "{output:?}");
    }
    assert!(!staged.exists());
}
