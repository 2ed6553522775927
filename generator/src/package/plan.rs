//! The steps that make a folder equal to a package, in an order that is safe to stop after any of them.
//!
//! 1. Sweep away staging folders of writes that were cut short.
//! 2. Stage every new content. Nothing is in place yet; a full disk ends the write here.
//! 3. Install the manifest that owns both what is there and what will be.
//! 4. Install the new files, then remove the orphans.
//! 5. Install the manifest of the package alone.

use std::path::PathBuf;

use super::manifest::MANIFEST;
use super::path::RelativePath;
use super::survey::{Survey, Surveyed};
use super::{Package, State};

/// One change to the disk: each either happens whole or not at all, or touches staging only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// Remove a staging folder that was left behind.
    Sweep(PathBuf),
    /// Write `content` to the staging folder, as `slot`.
    Stage { slot: String, content: String },
    /// Rename the staged `slot` to the relative path `to`.
    Install { slot: String, to: String },
    /// Remove a file and the folders that this leaves empty.
    Remove(RelativePath),
}

/// Plans how to make the surveyed folder equal to `package`; no step if it is.
pub(super) fn plan(survey: &Survey<'_>, package: &Package) -> Vec<Step> {
    let manifest = &survey.manifest;
    let both = manifest
        .wanted
        .clone()
        .union(&manifest.listed)
        .render(&package.document_hash);
    let mut plan = Plan::default();
    if manifest.state.is_some() {
        plan.replace(MANIFEST, &both);
    }
    plan.remove(orphans(survey).filter(|file| file.has_case_variant));
    plan.install(&survey.files);
    plan.remove(orphans(survey).filter(|file| !file.has_case_variant));
    if both != manifest.generated {
        plan.replace(MANIFEST, &manifest.generated);
    }
    let sweep = survey.leftovers.iter().cloned().map(Step::Sweep);
    sweep.chain(plan.stage).chain(plan.place).collect()
}

#[derive(Default)]
struct Plan {
    stage: Vec<Step>,
    place: Vec<Step>,
}

impl Plan {
    fn replace(&mut self, path: &str, content: &str) {
        let slot = self.stage.len().to_string();
        self.stage.push(Step::Stage {
            slot: slot.clone(),
            content: content.to_owned(),
        });
        self.place.push(Step::Install {
            slot,
            to: path.to_owned(),
        });
    }

    fn install(&mut self, files: &[Surveyed<'_>]) {
        for file in files.iter().filter(|file| file.state.is_some()) {
            if let Some(content) = file.generated {
                self.replace(file.path.as_str(), content);
            }
        }
    }

    fn remove<'a>(&mut self, orphans: impl Iterator<Item = &'a Surveyed<'a>>) {
        self.place
            .extend(orphans.map(|orphan| Step::Remove(orphan.path.clone())));
    }
}

/// Returns the files to remove. One that is already gone may have left empty folders, which go with it.
fn orphans<'a>(survey: &'a Survey<'a>) -> impl Iterator<Item = &'a Surveyed<'a>> {
    let is_ours = |file: &&Surveyed<'_>| file.state != Some(State::Disowned);
    survey
        .files
        .iter()
        .filter(|file| file.generated.is_none())
        .filter(is_ours)
}
