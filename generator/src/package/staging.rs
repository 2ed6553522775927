//! Staging folders, where new content is complete on the disk before any of it is in place; and the steps that put it
//! there.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::disk;
use super::error::{PackageError, failed};
use super::plan::Step;

const PREFIX: &str = ".clientsmith-staging-";

/// Makes a staging folder inside `dir`, and so on its file system, where a rename is one step.
pub(super) fn inside(dir: &Path) -> Result<TempDir, PackageError> {
    make(dir, PREFIX)
}

/// Makes a staging folder beside `dir`, which does not exist yet.
pub(super) fn beside(dir: &Path) -> Result<TempDir, PackageError> {
    make(parent(dir), &prefix_beside(dir))
}

/// Returns the staging folders for `dir` that are still there, inside it and beside it.
pub(super) fn leftovers(dir: &Path) -> Result<Vec<PathBuf>, PackageError> {
    let mut found = staged_in(dir, PREFIX)?;
    found.extend(staged_in(parent(dir), &prefix_beside(dir))?);
    Ok(found)
}

/// Returns the folder that holds the file or folder at `path`.
#[must_use]
pub fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

fn make(within: &Path, prefix: &str) -> Result<TempDir, PackageError> {
    tempfile::Builder::new()
        .prefix(prefix)
        .tempdir_in(within)
        .map_err(failed("make a staging folder in", within))
}

fn prefix_beside(dir: &Path) -> String {
    let name = dir.file_name().unwrap_or_default().to_string_lossy();
    format!("{PREFIX}{name}-")
}

/// Only letters and digits may follow the prefix, so that the folders of `a-b` are not taken for those of `a`.
fn staged_in(within: &Path, prefix: &str) -> Result<Vec<PathBuf>, PackageError> {
    let is_staged = |name: &String| {
        name.strip_prefix(prefix)
            .is_some_and(|random| random.bytes().all(|byte| byte.is_ascii_alphanumeric()))
    };
    let names = disk::folders_in(within)?;
    Ok(names
        .iter()
        .filter(|name| is_staged(name))
        .map(|name| within.join(name))
        .collect())
}

/// Carries out `steps` in order, in the folder `dir` with the staging folder `staging`, until one fails.
pub(super) fn execute(steps: &[Step], dir: &Path, staging: &Path) -> Result<(), PackageError> {
    steps
        .iter()
        .try_for_each(|step| carry_out(step, dir, staging))
}

fn carry_out(step: &Step, dir: &Path, staging: &Path) -> Result<(), PackageError> {
    match step {
        Step::Sweep(leftover) => fs::remove_dir_all(leftover).map_err(failed("remove", leftover)),
        Step::Stage { slot, content } => stage(&staging.join(slot), content),
        Step::Install { slot, to } => disk::install(&staging.join(slot), &dir.join(to)),
        Step::Remove(path) => disk::remove(dir, path),
    }
}

/// Writes a content, but does not wait for the disk: that takes longer than all else, and what a computer forgets when
/// it loses power can be generated again.
fn stage(path: &Path, content: &str) -> Result<(), PackageError> {
    let mut file = fs::File::create_new(path).map_err(failed("write", path))?;
    file.write_all(content.as_bytes())
        .map_err(failed("write", path))
}
