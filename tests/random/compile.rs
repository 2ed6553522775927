//! Whether what random documents make compiles.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use clientsmith::{Document, Settings, generate};

use crate::cases::{document, numbers};
use crate::json;

/// Makes a crate of each document that is accepted, and has clippy check them all.
pub fn check() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("random-crates");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let members: Vec<String> = numbers(60)
        .filter_map(|number| member(&folder, number))
        .collect();
    let mut manifest = "[workspace]\nresolver = \"3\"\nmembers = [\n".to_owned();
    for member in &members {
        writeln!(manifest, "    \"{member}\",").unwrap();
    }
    manifest.push_str("]\n\n[profile.dev]\ndebug = false\nincremental = false\n");
    fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    fs::copy(
        clientsmith_tests::root().join("Cargo.lock"),
        folder.join("Cargo.lock"),
    )
    .unwrap();
    println!("{} crates", members.len());
    clippy(&folder);
}

fn member(folder: &Path, number: u64) -> Option<String> {
    let name = format!("random-{number}");
    let document = json(&document(number));
    let read = Document::read("document.json", &document).ok()?;
    let package = generate(&read, &Settings::for_package(&name)).ok()?;
    package.write_to(&folder.join(&name)).unwrap();
    fs::write(folder.join(&name).join("document.json"), document).unwrap();
    Some(name)
}

fn clippy(folder: &PathBuf) {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(folder);
    command.args([
        "clippy",
        "--workspace",
        "--keep-going",
        "--",
        "-D",
        "warnings",
    ]);
    command.env("CARGO_TARGET_DIR", folder.with_file_name("golden-target"));
    let output = command.env("CARGO_TERM_COLOR", "never").output().unwrap();
    let text = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?} fails:\n{text}");
}
