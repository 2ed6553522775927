//! Compiles and runs programs for many clients at once.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use clientsmith::Package;
use serde_json::Value;

use crate::document::Mutated;
use crate::probe;

/// What became of a program that was written for an old client; nothing, if all is well.
pub struct Outcome {
    pub with_old: Option<String>,
    pub with_new: Option<String>,
}

/// Writes for each document a program that uses the old client, and runs it with the old and the new one.
pub fn run(mutated: &[Mutated]) -> Vec<Outcome> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("mutation-crates");
    let _ = fs::remove_dir_all(&folder);
    let mut manifest = "[workspace]\nresolver = \"3\"\nmembers = [\n".to_owned();
    for (number, mutated) in mutated.iter().enumerate() {
        let (old, new) = (name(number, "old"), name(number, "new"));
        let old_client = Mutated::client(&mutated.read_old(), &old);
        let items = listed(&old_client);
        write(&folder, &old, &old_client, &items);
        write(
            &folder,
            &new,
            &Mutated::client(&mutated.read_new(), &new),
            &items,
        );
        writeln!(manifest, "    \"{old}\", \"{new}\",").unwrap();
    }
    manifest.push_str("]\n\n[profile.dev]\ndebug = false\nincremental = false\n");
    fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    fs::copy(
        clientsmith_tests::root().join("Cargo.lock"),
        folder.join("Cargo.lock"),
    )
    .unwrap();
    let failed = build(&folder);
    let outcome = |name: &str| failed.get(name).cloned().or_else(|| execute(name));
    let outcomes = (0..mutated.len()).map(|number| Outcome {
        with_old: outcome(&name(number, "old")),
        with_new: outcome(&name(number, "new")),
    });
    outcomes.collect()
}

fn name(number: usize, side: &str) -> String {
    format!("mutated-{number}-{side}")
}

fn write(folder: &Path, name: &str, client: &Package, items: &[String]) {
    let folder = folder.join(name);
    client.write_to(&folder).unwrap();
    let program = probe::program(&name.replace('-', "_"), items);
    fs::create_dir_all(folder.join("examples")).unwrap();
    fs::write(folder.join(format!("examples/{name}.rs")), program).unwrap();
}

/// The public items of a client, as it lists them.
fn listed(package: &Package) -> Vec<String> {
    let mut files = package.files();
    let (_, text) = files.find(|(path, _)| *path == "PUBLIC_API.txt").unwrap();
    let lines = text.lines().filter(|line| {
        line.starts_with("pub ") || line.starts_with("#[") || line.starts_with("impl ")
    });
    lines.map(str::to_owned).collect()
}

/// Builds all programs, and returns the first error of each that does not compile.
fn build(folder: &Path) -> BTreeMap<String, String> {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", target());
    command.args([
        "build",
        "--workspace",
        "--examples",
        "--keep-going",
        "--message-format=json",
    ]);
    let output = command.output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let mut failed = BTreeMap::new();
    for message in text
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
    {
        if message["message"]["level"] == "error" {
            let name = message["target"]["name"].as_str().unwrap();
            assert_eq!(
                message["target"]["kind"][0], "example",
                "a client does not compile: {message}"
            );
            let rendered = message["message"]["rendered"].as_str().unwrap_or_default();
            failed
                .entry(name.to_owned())
                .or_insert_with(|| rendered.to_owned());
        }
    }
    failed
}

fn execute(name: &str) -> Option<String> {
    let output = Command::new(target().join("debug/examples").join(name))
        .output()
        .unwrap();
    (!output.status.success()).then(|| String::from_utf8_lossy(&output.stderr).into_owned())
}

fn target() -> std::path::PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("mutation-target")
}
