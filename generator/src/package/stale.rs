//! The check: what a write would change, and why. Writes nothing.

use std::collections::BTreeMap;
use std::path::Path;

use super::disk::Found;
use super::survey::{Survey, Surveyed, SurveyedManifest};
use super::{MANIFEST, Package, PackageError, State, lock};

/// A file that is not what the package makes.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Stale {
    /// The path relative to the folder, with `/` separators.
    pub path: String,
    /// How it differs.
    pub state: State,
    /// The bytes on the disk; nothing if there is no such file.
    pub on_disk: Option<Vec<u8>>,
    /// What the package makes; nothing if the file should not be there.
    pub generated: Option<String>,
}

pub(super) fn stale(package: &Package, dir: &Path) -> Result<Vec<Stale>, PackageError> {
    let _lock = lock::shared(dir);
    let survey = Survey::new(package, dir)?;
    let leftovers = survey
        .leftovers
        .iter()
        .map(|leftover| interrupted(dir, leftover));
    let manifest = manifest(survey.manifest);
    let files = survey.files.into_iter().filter_map(file);
    // What blocks a folder blocks every file in it, and is told once.
    let by_path: BTreeMap<String, Stale> = files
        .chain(manifest)
        .chain(leftovers)
        .map(|stale| (stale.path.clone(), stale))
        .collect();
    Ok(by_path.into_values().collect())
}

fn file(surveyed: Surveyed<'_>) -> Option<Stale> {
    Some(Stale {
        state: surveyed.state?,
        path: surveyed.shown().to_owned(),
        on_disk: content(surveyed.found),
        generated: surveyed.generated.map(str::to_owned),
    })
}

fn manifest(surveyed: SurveyedManifest) -> Option<Stale> {
    Some(Stale {
        state: surveyed.state?,
        path: MANIFEST.to_owned(),
        on_disk: content(surveyed.found),
        generated: Some(surveyed.generated),
    })
}

fn interrupted(dir: &Path, leftover: &Path) -> Stale {
    let name = leftover.file_name().unwrap_or_default().to_string_lossy();
    let path = if leftover.starts_with(dir) {
        name.into_owned()
    } else {
        format!("../{name}")
    };
    Stale {
        path,
        state: State::Interrupted,
        on_disk: None,
        generated: None,
    }
}

fn content(found: Found) -> Option<Vec<u8>> {
    match found {
        Found::File(content) => Some(content),
        Found::Absent | Found::Blocked(_) => None,
    }
}
