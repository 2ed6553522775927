//! The write: makes a folder equal to a package, and tells what it did.

use std::fs;
use std::path::{Path, PathBuf};

use super::error::{PackageError, failed};
use super::manifest::MANIFEST;
use super::plan::{Step, plan};
use super::staging::execute;
use super::survey::{Survey, Surveyed};
use super::{Package, State, disk, lock, staging};

/// What a write did, as sorted paths relative to the folder; the manifest is one of the files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Written {
    /// Files that were not there before.
    pub created: Vec<String>,
    /// Files whose content was replaced.
    pub changed: Vec<String>,
    /// Files that the package makes no more, and folders that an interrupted write left behind.
    pub removed: Vec<String>,
    /// Files that were already right, and were not touched.
    pub unchanged: Vec<String>,
    /// Files that the package makes no more, but that were rewritten by hand: left, and no longer listed.
    pub kept: Vec<String>,
}

impl Written {
    /// Returns whether every file was already right.
    #[must_use]
    pub fn is_unchanged(&self) -> bool {
        [&self.created, &self.changed, &self.removed, &self.kept]
            .into_iter()
            .all(Vec::is_empty)
    }

    /// Returns what a write does to the surveyed folder.
    pub(super) fn new(survey: &Survey<'_>) -> Self {
        let mut written = Self::default();
        for file in survey
            .files
            .iter()
            .filter(|file| file.generated.is_some() || file.state.is_some())
        {
            written.list(file.state).push(file.path.as_str().to_owned());
        }
        written
            .list(survey.manifest.state)
            .push(MANIFEST.to_owned());
        let leftovers = survey
            .leftovers
            .iter()
            .filter_map(|leftover| leftover.file_name());
        written
            .removed
            .extend(leftovers.map(|name| name.to_string_lossy().into_owned()));
        written.sort();
        written
    }

    fn list(&mut self, state: Option<State>) -> &mut Vec<String> {
        match state {
            None => &mut self.unchanged,
            Some(State::Missing) => &mut self.created,
            Some(State::Stale | State::HandEdited | State::Damaged | State::InTheWay) => {
                &mut self.changed
            }
            Some(State::Orphan | State::Interrupted) => &mut self.removed,
            Some(State::Disowned) => &mut self.kept,
        }
    }

    fn sort(&mut self) {
        for list in [
            &mut self.created,
            &mut self.changed,
            &mut self.removed,
            &mut self.unchanged,
            &mut self.kept,
        ] {
            list.sort_unstable();
        }
    }
}

pub(super) fn write(package: &Package, dir: &Path) -> Result<Written, PackageError> {
    let _lock = lock::exclusive(dir)?;
    let survey = Survey::new(package, dir)?;
    refuse_what_is_in_the_way(&survey, dir)?;
    let steps = plan(&survey, package);
    if !steps.is_empty() {
        if disk::exists(dir)? {
            write_inside(&steps, dir)?;
        } else {
            write_new(&steps, dir)?;
        }
    }
    Ok(Written::new(&survey))
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
