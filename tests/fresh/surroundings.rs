//! The folder, the time zone, the language and the home of a run do not show in the output.

use std::collections::BTreeSet;
use std::env;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::process::Command;

use clientsmith_tests::root;
use xtask::{api, check};

use crate::made::everything;

const MARK: &str = "made: ";

#[test]
fn other_surroundings_make_the_same() {
    let here = made();
    let elsewhere = made_elsewhere();
    let differing: Vec<&String> = here.symmetric_difference(&elsewhere).collect();
    assert!(differing.is_empty(), "these differ: {differing:?}");
}

/// Tells what is made; the test above runs this one in another process.
#[test]
fn what_is_made_is_told() {
    for line in made() {
        println!("{MARK}{line}");
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

fn made_elsewhere() -> BTreeSet<String> {
    let folder = tempfile::tempdir().unwrap();
    let surroundings = [
        ("TZ", "Asia/Kathmandu"),
        ("LANG", "tr_TR.UTF-8"),
        ("LC_ALL", "tr_TR.UTF-8"),
    ];
    let output = Command::new(env::current_exe().unwrap())
        .args([
            "--exact",
            "surroundings::what_is_made_is_told",
            "--nocapture",
        ])
        .current_dir(folder.path())
        .envs(surroundings)
        .env("HOME", folder.path())
        .env("RAYON_NUM_THREADS", "1")
        .env(
            "CARGO_MANIFEST_DIR",
            root().canonicalize().unwrap().join("tests"),
        )
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{text}");
    text.lines()
        .filter_map(|line| line.split_once(MARK))
        .map(|(_, line)| line.to_owned())
        .collect()
}
