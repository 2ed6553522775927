//! The scratch workspace that holds the generated crates.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// The folders of a run.
#[derive(Clone, Debug)]
pub struct Workspace {
    /// The workspace, with a folder for each crate.
    pub folder: PathBuf,
    /// The folder of what cargo makes. The next run finds the dependencies built there.
    pub target: PathBuf,
}

/// Makes `folder` a workspace of the crates `members` in it. They take their dependencies in the versions of the lock
/// file `lock`, so that all share them.
///
/// # Errors
///
/// If a file cannot be written.
pub fn prepare(folder: &Path, lock: &Path, members: &[String]) -> io::Result<()> {
    let mut rows = String::new();
    for member in members {
        // Writing to a `String` cannot fail.
        let _ = writeln!(rows, "    \"{member}\",");
    }
    put(
        &folder.join("Cargo.toml"),
        &MANIFEST.replace("    MEMBERS\n", &rows),
    )?;
    if !folder.join("Cargo.lock").exists() {
        fs::copy(lock, folder.join("Cargo.lock"))?;
    }
    Ok(())
}

/// Returns the name of the test program of the client `package`.
#[must_use]
pub fn program_name(package: &str) -> String {
    format!("{package}-examples")
}

/// Writes `text` to `path`, unless it holds that already: cargo compiles again what has a new date.
///
/// # Errors
///
/// If the folder or the file cannot be written.
pub fn put(path: &Path, text: &str) -> io::Result<()> {
    if fs::read(path).is_ok_and(|found| found == text.as_bytes()) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text)
}

const MANIFEST: &str = r#"[workspace]
resolver = "3"
members = [
    MEMBERS
]

[profile.dev]
debug = false
incremental = false
"#;
