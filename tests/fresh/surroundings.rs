//! The output does not depend on the folder, the time zone, the language or the home of a run.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::process::{Command, Output};

use clientsmith_tests::root;
use xtask::{api, check};

use crate::made::everything;

/// Names the file of expected lines, in the process that runs elsewhere.
const EXPECTED: &str = "CLIENTSMITH_TESTS_EXPECTED";

/// Runs itself in another process, which compares what it generates with what this one did.
#[test]
fn other_surroundings_make_the_same() {
    let made = made();
    assert!(!made.is_empty());
    match env::var_os(EXPECTED) {
        None => compare_elsewhere(&made),
        Some(file) => {
            let text = fs::read_to_string(file).unwrap();
            let expected: BTreeSet<String> = text.lines().map(str::to_owned).collect();
            let differing: Vec<&String> = expected.symmetric_difference(&made).collect();
            assert!(differing.is_empty(), "these differ: {differing:?}");
        }
    }
}

/// A line for each file that is made, and for each that the check finds stale, with a hash of its content.
fn made() -> BTreeSet<String> {
    let hash = |content: &dyn Fn(&mut DefaultHasher)| {
        let mut hasher = DefaultHasher::new();
        content(&mut hasher);
        hasher.finish()
    };
    let files = everything()
        .into_iter()
        .map(|(path, text)| format!("{path} {}", hash(&|hasher| text.hash(hasher))));
    let apis = api::all(&root()).unwrap().into_iter();
    let stale = apis.flat_map(|api| check::stale(&root(), &api.name).unwrap());
    let stale = stale.map(|file| {
        format!(
            "{} {} {}",
            file.path,
            file.state,
            hash(&|hasher| file.on_disk.hash(hasher))
        )
    });
    files.chain(stale).collect()
}

fn compare_elsewhere(made: &BTreeSet<String>) {
    let folder = tempfile::tempdir().unwrap();
    let expected = folder.path().join("expected");
    let lines: Vec<&str> = made.iter().map(String::as_str).collect();
    fs::write(&expected, lines.join("\n")).unwrap();
    let output = run_elsewhere(folder.path(), &expected);
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{text}");
    assert!(text.contains("1 passed"), "{text}");
}

fn run_elsewhere(folder: &Path, expected: &Path) -> Output {
    let surroundings = [
        ("TZ", "Asia/Kathmandu"),
        ("LANG", "tr_TR.UTF-8"),
        ("LC_ALL", "tr_TR.UTF-8"),
    ];
    let root = root().canonicalize().unwrap();
    Command::new(env::current_exe().unwrap())
        .args(["--exact", "surroundings::other_surroundings_make_the_same"])
        .current_dir(folder)
        .envs(surroundings)
        .env("HOME", folder)
        .env("RAYON_NUM_THREADS", "1")
        .env("CARGO_MANIFEST_DIR", root.join("tests"))
        .env(EXPECTED, expected)
        .output()
        .unwrap()
}
