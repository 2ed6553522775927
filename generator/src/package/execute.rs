//! Carries out the steps of a plan in one folder.

use std::fs;
use std::io::Write;
use std::path::Path;

use super::disk;
use super::error::{PackageError, failed};
use super::plan::Step;

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
