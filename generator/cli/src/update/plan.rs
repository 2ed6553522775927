use std::path::{Path, PathBuf};

use semver::Version;

use super::changelog::{self, Body};
use super::form::Conversion;
use super::journal::Journal;
use super::made::Texts;
use super::release::Release;
use super::target::{FileRole, Target};
use super::{UpdateError, form, names, setting, source, version};
use clientsmith::Package;
use clientsmith::api_files::{Inputs, Warnings};
use clientsmith::diff::Report;
use clientsmith::internal::visible;
use clientsmith::package::{MANIFEST, PackageError, State, Written};
use clientsmith::settings::NameSettings;

/// All that an update of a client will do.
#[derive(Debug)]
pub struct Plan {
    /// What changes.
    pub report: Report,
    /// The version of the client before.
    pub old_version: Version,
    /// The version after; the same if nothing changes for the users of the client.
    pub version: Version,
    /// The entry of the changelog with its heading, if there is a new version.
    pub entry: Option<String>,
    /// The client.
    pub package: Package,
    /// The files beside the document that it referred to, and does not any more; they stay.
    pub unused: Vec<PathBuf>,
    /// The files beside the document that it refers to from now on.
    pub beside: Vec<PathBuf>,
    /// Generated files that were edited by hand, which the update overwrites, relative to the root of the files.
    pub edited: Vec<PathBuf>,
    /// Files that were edited by hand and are no longer generated, which the update leaves, relative to the root of the
    /// files.
    pub left: Vec<PathBuf>,
    /// Names that the settings keep from now on for what has them in the client.
    pub kept: NameSettings,
    /// Names that the settings had for what the document no longer has.
    pub dropped: NameSettings,
    /// What became of the form of the document, if it is not copied byte for byte.
    pub converted: Option<Conversion>,
    pub(super) target: Target,
    pub(super) journal: Journal,
}

/// The document that replaces another one.
#[derive(Clone, Copy, Debug)]
pub struct NewDocument<'a> {
    /// The file.
    pub path: &'a Path,
    /// Where it comes from, for the changelog: an address, perhaps with a revision.
    pub source: Option<&'a str>,
    /// The date of the changelog entry, as `2026-03-27`.
    pub day: &'a str,
    /// How warnings about it are treated.
    pub warnings: Warnings,
}

impl Plan {
    /// Plans the replacement of the document of `target` by `document`. Writes nothing.
    ///
    /// # Errors
    ///
    /// [`UpdateError`] if one of the documents cannot be read, no client can be made of the new one, or a file is in the
    /// way of one that has to be written.
    pub fn new(target: &Target, document: &NewDocument<'_>) -> Result<Self, UpdateError> {
        let (from, warnings) = (document.path, document.warnings);
        document.source.map_or(Ok(()), source::check)?;
        let mut old = target.files().read()?;
        if !target
            .files
            .root
            .join(&target.output)
            .join(MANIFEST)
            .is_file()
        {
            return Err(UpdateError::NoClient(target.output.clone()));
        }
        let source = source::files(target, from);
        let mut new = source.read()?;
        let keys = names::stabilize(&mut old, &mut new);
        let dropped = names::gone(&old, &new);
        let client = names::package(from, &new, &dropped, warnings)?;
        let mut texts = source::texts(target, from, &old, &new)?;
        names::edit(target, &mut texts, &keys, &dropped)?;
        let found = target.content(&FileRole::Document)?.unwrap_or_default();
        let converted = form::converted(&found, &texts.document).map(|(form, content)| {
            texts.document = content;
            form
        });
        if !is_same(&client, &texts.package(target, warnings)?) {
            return Err(UpdateError::Renamed {
                from: from.to_owned(),
                to: target.files.document.clone(),
            });
        }
        let kept = names::keep(target, &old, &mut new, &mut texts)?;
        let client = texts.package(target, warnings)?;
        let report = Report::between(&old.document, &new.document, &new.settings);
        let old_version = version::current(target, &old)?;
        let mut plan = Self {
            version: old_version.clone(),
            old_version,
            entry: None,
            package: client,
            unused: source::unused(target, &old, &new),
            beside: Vec::new(),
            edited: Vec::new(),
            left: Vec::new(),
            kept,
            dropped,
            converted,
            target: target.clone(),
            journal: Journal::default(),
            report,
        };
        plan.decide(&old, &new, document, &mut texts)?;
        plan.package = texts.package(target, warnings)?;
        plan.note(texts)?;
        plan.find_conflicts()?;
        Ok(plan)
    }

    /// Returns whether everything is already as it will be.
    ///
    /// # Errors
    ///
    /// [`UpdateError::Package`] if the folder of the client cannot be read.
    pub fn is_done(&self) -> Result<bool, UpdateError> {
        Ok(self.journal.is_empty() && self.package.stale_in(&self.output())?.is_empty())
    }

    /// Does it. Gives what that changed in the client.
    ///
    /// An update that is cut short at any moment leaves each file whole, and the next one [finishes](super::finish) it.
    ///
    /// # Errors
    ///
    /// [`UpdateError::UnderWay`] if another update has begun, and whatever writing fails with.
    pub fn carry_out(&self) -> Result<Written, UpdateError> {
        if !self.journal.is_empty() {
            self.journal.begin(&self.target)?;
            self.journal.carry_out(&self.target)?;
        }
        let written = self.package.write_to(&self.output())?;
        Journal::end(&self.target)?;
        Ok(written)
    }

    /// Returns the folder of the client.
    #[must_use]
    pub fn output(&self) -> PathBuf {
        self.target.files.root.join(&self.target.output)
    }

    /// Returns what changes, with the places in the new document as they are after the update, unless that converts it.
    #[must_use]
    pub fn report_in_place(&self) -> Report {
        let mut report = self.report.clone();
        if self.converted.is_some() {
            return report;
        }
        let from = std::mem::replace(&mut report.new, self.report.old.clone());
        for change in &mut report.changes {
            if change.new.file == from {
                change.new.file.clone_from(&report.new);
            }
        }
        report
    }

    /// Decides on the version and the changelog entry, if users of the client see any difference.
    fn decide(
        &mut self,
        old: &Inputs,
        new: &Inputs,
        document: &NewDocument<'_>,
        texts: &mut Texts,
    ) -> Result<(), UpdateError> {
        let is_told = !self.report.changes.is_empty() || self.report.texts > 0;
        let differs = || {
            let before = clientsmith::generate(&old.document, &old.settings);
            before.map_or(true, |before| !is_same(&before, &self.package))
        };
        if !is_told && !differs() {
            return Ok(());
        }
        let changelog = self.target.text(&FileRole::Changelog)?;
        let last = Release::last(&self.target, &old.settings.package);
        let unreleased = last.as_ref().filter(|last| last.version < self.old_version);
        // Two entries since the release share its changes: neither is about all of them.
        let is_only = |last: &&Release| {
            let text = changelog.as_deref().unwrap_or_default();
            changelog::entries_after(text, &last.version) <= 1
        };
        let released = unreleased
            .filter(is_only)
            .and_then(|last| last.inputs(&self.target, old));
        let since_release = |inputs: &Inputs| {
            let (document, names) = released.as_ref()?;
            let settings = names::for_report((document, names), &inputs.document, &inputs.settings);
            Some(Report::between(document, &inputs.document, &settings))
        };
        let since = since_release(new);
        let level = since.as_ref().unwrap_or(&self.report).level();
        let base = last
            .as_ref()
            .map_or(&self.old_version, |last| &last.version);
        self.version = version::next(base, level);
        if unreleased.is_some() {
            self.version = self.version.clone().max(self.old_version.clone());
        }
        let mut body = Body::of_report(since.as_ref().unwrap_or(&self.report));
        body.set_source(&api_version(new), document.source);
        let entry = changelog::Entry {
            version: self.version.clone(),
            day: document.day.to_owned(),
            body,
        };
        let generated = since_release(old).as_ref().map(Body::of_report);
        let unreleased = unreleased.map(|_| changelog::Unreleased {
            version: self.old_version.clone(),
            generated,
        });
        let (changelog, entry) =
            changelog::with_entry(changelog.as_deref(), entry, unreleased.as_ref());
        self.journal
            .note(&self.target, FileRole::Changelog, changelog.into())?;
        self.entry = Some(entry);
        let settings = texts.settings.take().unwrap_or_default();
        let settings = setting::set_version(&settings, &self.version.to_string());
        texts.settings = Some(settings.map_err(|source| UpdateError::Settings {
            path: self.target.settings.clone(),
            source: Box::new(source),
        })?);
        Ok(())
    }

    /// Records which files are replaced, and by what.
    fn note(&mut self, texts: Texts) -> Result<(), UpdateError> {
        let Texts {
            document,
            beside,
            settings,
        } = texts;
        let beside = beside
            .into_iter()
            .map(|(path, content)| (FileRole::Beside(path), content));
        let settings = settings.map(|text| (FileRole::Settings, text.into()));
        for (role, content) in beside
            .chain(settings)
            .chain([(FileRole::Document, document)])
        {
            if let FileRole::Beside(_) = role {
                self.beside.push(self.target.path(&role));
            }
            self.journal.note(&self.target, role, content)?;
        }
        Ok(())
    }

    /// Refuses files that are in the way, and records those that were edited by hand.
    fn find_conflicts(&mut self) -> Result<(), UpdateError> {
        let stale = self.package.stale_in(&self.output())?;
        let in_state = |state| {
            let files = stale.iter().filter(move |file| file.state == state);
            files
                .map(|file| self.target.output.join(&file.path))
                .collect()
        };
        let paths: Vec<PathBuf> = in_state(State::InTheWay);
        let (edited, left) = (in_state(State::HandEdited), in_state(State::Disowned));
        if paths.is_empty() {
            (self.edited, self.left) = (edited, left);
            return Ok(());
        }
        Err(PackageError::InTheWay { paths }.into())
    }
}

/// Returns the version of the API, as the document writes it (OpenAPI 3.0.3, Info Object).
fn api_version(inputs: &Inputs) -> String {
    let version = inputs.document.api_version();
    let shown: String = version.chars().map(visible).collect();
    format!("`{}`", shown.replace('`', "'"))
}

fn is_same(one: &Package, other: &Package) -> bool {
    one.files().eq(other.files())
}
