//! Whether programs compile.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use clientsmith::Package;
use serde_json::Value;

use crate::pair::Pair;
use crate::{consumer, listed};

/// The crate that is made of one side of the pair with this number.
pub fn name(number: usize, side: &str) -> String {
    format!("pair-{number}-{side}")
}

/// The first error of each crate whose program does not compile. That of each crate uses what the old client of its
/// pair lists.
pub fn failures(pairs: &[&Pair]) -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("surface-crates");
    let _ = fs::remove_dir_all(&folder);
    let mut manifest = "[workspace]\nresolver = \"3\"\nmembers = [\n".to_owned();
    for (number, pair) in pairs.iter().enumerate() {
        let items = listed(&pair.old_client("old"));
        let (old, new) = (name(number, "old"), name(number, "new"));
        write(&folder, &old, &pair.old_client(&old), &items);
        write(&folder, &new, &pair.new_client(&new), &items);
        writeln!(manifest, "    \"{old}\", \"{new}\",").unwrap();
    }
    manifest.push_str("]\n\n[profile.dev]\ndebug = false\nincremental = false\n");
    fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    let lock = clientsmith_tests::root().join("Cargo.lock");
    fs::copy(lock, folder.join("Cargo.lock")).unwrap();
    check(&folder)
}

fn write(folder: &Path, name: &str, client: &Package, items: &[String]) {
    let folder = folder.join(name);
    client.write_to(&folder).unwrap();
    fs::create_dir_all(folder.join("examples")).unwrap();
    let program = consumer::program(&name.replace('-', "_"), items);
    fs::write(folder.join("examples/uses_all.rs"), program).unwrap();
}

fn check(folder: &Path) -> BTreeMap<String, String> {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(folder);
    command.env("CARGO_TARGET_DIR", folder.with_file_name("golden-target"));
    command.args([
        "check",
        "--workspace",
        "--examples",
        "--keep-going",
        "--message-format=json",
    ]);
    let output = command.output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let messages: Vec<Value> = text
        .lines()
        .filter_map(|line| serde_json::from_str(line).ok())
        .collect();
    assert!(!messages.is_empty(), "{command:?} says nothing");
    let mut failures = BTreeMap::new();
    for (name, error) in messages.iter().filter_map(error) {
        failures.entry(name).or_insert(error);
    }
    failures
}

/// The crate and the text of an error.
fn error(message: &Value) -> Option<(String, String)> {
    let text = message.get("message")?;
    if text.get("level")?.as_str()? != "error" {
        return None;
    }
    let target = message.get("target")?;
    let path = Path::new(target.get("src_path")?.as_str()?);
    assert!(
        path.ends_with("examples/uses_all.rs"),
        "a client does not compile: {text}"
    );
    let package = path.parent()?.parent()?.file_name()?.to_str()?;
    let rendered = text.get("rendered")?.as_str()?;
    Some((package.to_owned(), rendered.to_owned()))
}
