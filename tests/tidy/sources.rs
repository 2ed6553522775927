//! The files of the repository.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use clientsmith_tests::root;

/// A text file of the repository.
pub struct Source {
    /// Its path from the root, with `/` between the parts.
    pub path: String,
    /// What it holds.
    pub text: String,
}

/// The Rust files under `folder`, in the order of their paths.
pub fn rust(folder: &str) -> Vec<Source> {
    files(folder, &["rs"])
}

/// The files under `folder` with one of `extensions`, in the order of their paths.
pub fn files(folder: &str, extensions: &[&str]) -> Vec<Source> {
    let mut paths = Vec::new();
    collect(&root().join(folder), &mut paths);
    paths.sort();
    let wanted = |path: &PathBuf| has_extension(path, extensions);
    let read = |path: PathBuf| Source {
        path: shown(&path),
        text: fs::read_to_string(&path).unwrap(),
    };
    paths.into_iter().filter(wanted).map(read).collect()
}

/// Whether `path` has one of `extensions`; `""` is that of a name without one.
pub fn has_extension(path: &Path, extensions: &[&str]) -> bool {
    let extension = path.extension().unwrap_or_default();
    extensions.iter().any(|it| extension == OsStr::new(it))
}

/// The folders of the checked-in clients, from the root.
pub fn clients() -> Vec<String> {
    let entries = fs::read_dir(root().join("generated-client")).unwrap();
    let folders = entries.map(|entry| entry.unwrap().path());
    let mut folders: Vec<_> = folders
        .filter(|path| path.join("Cargo.toml").is_file())
        .map(|path| shown(&path))
        .collect();
    folders.sort();
    folders
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().and_then(OsStr::to_str).unwrap_or_default();
        match path.is_dir() {
            true if name == "target" || name == ".git" => {}
            true => collect(&path, paths),
            false => paths.push(path),
        }
    }
}

fn shown(path: &Path) -> String {
    let path = path.strip_prefix(root()).unwrap();
    path.components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect::<Vec<_>>()
        .join("/")
}

/// Fails with what breaks a rule, if anything does.
pub fn demand_none(rule: &str, breaches: &[String]) {
    assert!(
        breaches.is_empty(),
        "{rule}; but there are {}:\n{}",
        breaches.len(),
        breaches.join("\n")
    );
}
