//! One look at a folder: every path that is or should be ours, what is there, and how that is judged.
//!
//! Check and write both read a folder only through this, so they cannot disagree.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::disk::{self, Found};
use super::error::PackageError;
use super::manifest::{MANIFEST, Manifest};
use super::path::RelativePath;
use super::state::Hash;
use super::{Package, State, judge, staging};

/// What a folder holds, compared to a package.
pub(super) struct Survey<'a> {
    /// Every path of the package, then every other path that the manifest in the folder lists.
    pub(super) files: Vec<Surveyed<'a>>,
    /// The manifest file itself.
    pub(super) manifest: SurveyedManifest,
    /// Staging folders that were left behind.
    pub(super) leftovers: Vec<PathBuf>,
}

/// A path that the package makes, that the manifest lists, or both.
pub(super) struct Surveyed<'a> {
    pub(super) path: RelativePath,
    pub(super) found: Found,
    /// What the package makes here; nothing if the path is only in the manifest.
    pub(super) generated: Option<&'a str>,
    /// Nothing if the file is as it should be.
    pub(super) state: Option<State>,
    /// Whether this one is generated and another that differs only in case is merely listed, or the
    /// other way round: where case does not count, both are one file.
    pub(super) has_case_variant: bool,
}

/// The manifest in the folder and the one that belongs there.
pub(super) struct SurveyedManifest {
    pub(super) found: Found,
    pub(super) state: Option<State>,
    /// What the manifest in the folder lists, as far as it could be read.
    pub(super) listed: Manifest,
    /// What it must list after a write.
    pub(super) wanted: Manifest,
    pub(super) generated: String,
}

impl<'a> Survey<'a> {
    /// Looks at the folder `dir`, which need not exist.
    pub(super) fn new(package: &'a Package, dir: &Path) -> Result<Self, PackageError> {
        let manifest = survey_manifest(package, dir)?;
        let files = survey_files(package, &manifest.listed, dir)?;
        Ok(Self {
            files,
            manifest,
            leftovers: staging::leftovers(dir)?,
        })
    }
}

impl Surveyed<'_> {
    /// Returns the path to name to the user: what blocks the file if something does, else the file.
    pub(super) fn shown(&self) -> &str {
        match &self.found {
            Found::Blocked(at) => at,
            Found::Absent | Found::File(_) => self.path.as_str(),
        }
    }
}

fn survey_manifest(package: &Package, dir: &Path) -> Result<SurveyedManifest, PackageError> {
    let found = disk::look_at_entry(dir, MANIFEST)?;
    let (listed, unreadable) = match &found {
        Found::File(text) => Manifest::read(text),
        Found::Absent | Found::Blocked(_) => (Manifest::default(), 0),
    };
    let wanted = Manifest::new(package);
    let generated = wanted.render(&package.document_hash);
    let state = match &found {
        Found::Absent => Some(State::Missing),
        Found::Blocked(_) => Some(State::InTheWay),
        Found::File(text) if text == generated.as_bytes() => None,
        Found::File(_) if unreadable > 0 => Some(State::Damaged),
        Found::File(_) => Some(State::Stale),
    };
    Ok(SurveyedManifest {
        found,
        state,
        listed,
        wanted,
        generated,
    })
}

fn survey_files<'a>(
    package: &'a Package,
    listed: &Manifest,
    dir: &Path,
) -> Result<Vec<Surveyed<'a>>, PackageError> {
    let only_listed: Vec<&RelativePath> = listed
        .paths()
        .filter(|path| !package.files.contains_key(path))
        .collect();
    let folded = package.files.keys().map(RelativePath::folded).collect();
    let folded_listed = only_listed.iter().map(|path| path.folded()).collect();
    let generated = package
        .files
        .iter()
        .map(|(path, text)| survey_generated(dir, path, text, listed.hashes(path), &folded_listed));
    let only_listed = only_listed
        .iter()
        .map(|path| survey_listed(dir, path, listed.hashes(path), &folded));
    generated.chain(only_listed).collect()
}

fn survey_generated<'a>(
    dir: &Path,
    path: &RelativePath,
    text: &'a str,
    recorded: Option<&BTreeSet<Hash>>,
    folded_listed: &BTreeSet<String>,
) -> Result<Surveyed<'a>, PackageError> {
    let found = disk::look(dir, path)?;
    let has_case_variant = folded_listed.contains(&path.folded());
    // The variant goes, and where case does not count this content goes with it.
    let state =
        judge::generated(text, &found, recorded).or(has_case_variant.then_some(State::Stale));
    Ok(Surveyed {
        path: path.clone(),
        found,
        generated: Some(text),
        state,
        has_case_variant,
    })
}

fn survey_listed<'a>(
    dir: &Path,
    path: &RelativePath,
    recorded: Option<&BTreeSet<Hash>>,
    folded: &BTreeSet<String>,
) -> Result<Surveyed<'a>, PackageError> {
    let found = disk::look(dir, path)?;
    let state = judge::listed(&found, recorded);
    let has_case_variant = folded.contains(&path.folded());
    Ok(Surveyed {
        path: path.clone(),
        found,
        generated: None,
        state,
        has_case_variant,
    })
}
