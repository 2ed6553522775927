//! Carries out the steps of a plan in one folder.

use std::fs;
use std::io::Write;
use std::path::Path;

use rayon::ThreadPoolBuilder;
use rayon::prelude::*;

use super::disk;
use super::error::{PackageError, failed};
use super::plan::Step;

/// Threads that wait for the disk, which costs them nothing else.
const FLUSHED_AT_ONCE: usize = 32;

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
        Step::Flush { slots } => flush_all(slots, staging),
        Step::Install { slot, to } => disk::install(&staging.join(slot), &dir.join(to)),
        Step::Remove(path) => disk::remove(dir, path),
    }
}

fn stage(path: &Path, content: &str) -> Result<(), PackageError> {
    let mut file = fs::File::create_new(path).map_err(failed("write", path))?;
    file.write_all(content.as_bytes())
        .map_err(failed("write", path))
}

/// Flushes files many at a time: a disk takes them together hardly later than one of them.
fn flush_all(slots: &[String], staging: &Path) -> Result<(), PackageError> {
    let threads = slots.len().min(FLUSHED_AT_ONCE);
    match ThreadPoolBuilder::new().num_threads(threads).build() {
        Ok(pool) => pool.install(|| {
            let slots = slots.par_iter().with_max_len(1);
            slots.try_for_each(|slot| flush(&staging.join(slot)))
        }),
        Err(_) => slots.iter().try_for_each(|slot| flush(&staging.join(slot))),
    }
}

/// Some file systems report only here that they are full.
fn flush(path: &Path) -> Result<(), PackageError> {
    let file = fs::OpenOptions::new().append(true).open(path);
    file.and_then(|file| file.sync_all())
        .map_err(failed("write", path))
}
