use std::fs;
use std::path::{Path, PathBuf};

use clientsmith::Settings;
use clientsmith::settings::check_crate_name;
use toml::Table;

use super::Refusal;
use crate::Failure;

/// Refuses a name that no crate can have, or that something in the repository at `root` has.
pub(super) fn check(root: &Path, name: &str) -> Result<(), Failure> {
    if let Err(reason) = check_crate_name(name) {
        return Err(Refusal::Name {
            name: name.to_owned(),
            reason,
            nearest: Settings::for_package(name).package.name,
        }
        .into());
    }
    match taken_by(root, name)? {
        Some(by) => Err(Refusal::Taken {
            name: name.to_owned(),
            by,
        }
        .into()),
        None => Ok(()),
    }
}

/// Returns what has the name: a document, settings, a client, or a package of the workspace.
fn taken_by(root: &Path, name: &str) -> Result<Option<String>, Failure> {
    for folder in ["spec", "generated-client"] {
        for entry in entries(root, Path::new(folder))? {
            let stem = entry.file_stem().unwrap_or_default().to_string_lossy();
            if is_same(&stem, name) {
                return Ok(Some(format!("`{}`", entry.display())));
            }
        }
    }
    let lock = fs::read_to_string(root.join("Cargo.lock")).unwrap_or_default();
    let is_taken = members(&lock).iter().any(|member| is_same(member, name));
    Ok(is_taken.then(|| "a package of the workspace".to_owned()))
}

/// Returns what is in `folder`, as paths relative to `root`, sorted; nothing if there is no such folder.
fn entries(root: &Path, folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let path = root.join(folder);
    if !path.exists() {
        return Ok(Vec::new());
    }
    let failed = |source| Failure::Read {
        path: folder.to_owned(),
        source,
    };
    let mut paths = Vec::new();
    for entry in fs::read_dir(path).map_err(failed)? {
        paths.push(folder.join(entry.map_err(failed)?.file_name()));
    }
    paths.sort();
    Ok(paths)
}

/// Returns the packages of the workspace: those that the lock file has no source for.
fn members(lock: &str) -> Vec<String> {
    let lock: Table = toml::from_str(lock).unwrap_or_default();
    let packages = lock.get("package").and_then(|packages| packages.as_array());
    let own = packages
        .into_iter()
        .flatten()
        .filter(|package| package.get("source").is_none());
    let names = own.filter_map(|package| package.get("name")?.as_str());
    names.map(str::to_owned).collect()
}

/// Cargo takes `-` and `_` for the same in the names of libraries, some file systems capital and small letters.
fn is_same(one: &str, other: &str) -> bool {
    one.replace('_', "-")
        .eq_ignore_ascii_case(&other.replace('_', "-"))
}
