//! The write: makes a folder equal to a package.

use std::fs;
use std::path::{Path, PathBuf};

use super::error::{PackageError, failed};
use super::execute::execute;
use super::manifest::MANIFEST;
use super::plan::{Step, plan};
use super::survey::{Survey, Surveyed};
use super::written::Written;
use super::{Package, State, disk, lock, staging};

pub(super) fn write(package: &Package, dir: &Path) -> Result<Written, PackageError> {
    let _lock = lock::exclusive(dir)?;
    let survey = Survey::of(package, dir)?;
    refuse_what_is_in_the_way(&survey, dir)?;
    let steps = plan(&survey, package);
    if !steps.is_empty() {
        if disk::exists(dir)? {
            write_inside(&steps, dir)?;
        } else {
            write_new(&steps, dir)?;
        }
    }
    Ok(Written::of(&survey))
}

fn refuse_what_is_in_the_way(survey: &Survey<'_>, dir: &Path) -> Result<(), PackageError> {
    let is_blocked = |state| state == Some(State::InTheWay);
    let files = survey
        .files
        .iter()
        .filter(|file| is_blocked(file.state))
        .map(Surveyed::shown);
    let manifest = is_blocked(survey.manifest.state).then_some(MANIFEST);
    let mut paths: Vec<PathBuf> = files.chain(manifest).map(|path| dir.join(path)).collect();
    paths.sort_unstable();
    paths.dedup();
    if paths.is_empty() {
        Ok(())
    } else {
        Err(PackageError::InTheWay { paths })
    }
}

fn write_inside(steps: &[Step], dir: &Path) -> Result<(), PackageError> {
    let staging = staging::inside(dir)?;
    execute(steps, dir, staging.path())?;
    let path = staging.path().to_owned();
    staging.close().map_err(failed("remove", &path))
}

/// Builds a folder that does not exist yet beside its place and renames it as a whole: a Cargo workspace
/// that takes every folder as a member cannot be read while one of them is half a crate.
fn write_new(steps: &[Step], dir: &Path) -> Result<(), PackageError> {
    let parent = staging::parent(dir);
    fs::create_dir_all(parent).map_err(failed("make the folder", parent))?;
    let staging = staging::beside(dir)?;
    let built = staging.path().join("built");
    fs::create_dir(&built).map_err(failed("make the folder", &built))?;
    execute(steps, &built, staging.path())?;
    fs::rename(&built, dir).map_err(failed("make the folder", dir))?;
    let path = staging.path().to_owned();
    staging.close().map_err(failed("remove", &path))
}
