use std::path::{Path, PathBuf};

use semver::Version;

use super::journal::Journal;
use super::made::Texts;
use super::place::{Place, Target};
use super::{UpdateError, changelog, source, version, version_setting};
use crate::Package;
use crate::api_files::{Inputs, Warnings};
use crate::diff::{Format, Report};
use crate::package::{PackageError, State, Written};

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
    pub(super) target: Target,
    pub(super) journal: Journal,
}

impl Plan {
    /// Works out what it takes to make the document `from` that of `target`. Writes nothing.
    ///
    /// `day` is the date of the changelog entry, as `2026-03-27`; warnings about the new document lead to what `warnings`
    /// says.
    ///
    /// # Errors
    ///
    /// [`UpdateError`] if one of the documents cannot be read, no client can be made of the new one, or a file is in the
    /// way of one that has to be written.
    pub fn of(
        target: &Target,
        from: &Path,
        day: &str,
        warnings: Warnings,
    ) -> Result<Self, UpdateError> {
        let old = target.files().read()?;
        let source = source::files(target, from);
        let new = source.read()?;
        let client = source.package(warnings)?;
        let mut texts = source::texts(target, from, &old, &new)?;
        if !is_same(&client, &texts.package(target, warnings)?) {
            return Err(UpdateError::Renamed {
                from: from.to_owned(),
                to: target.files.document.clone(),
            });
        }
        let report = Report::between(&old.document, &new.document, &new.settings);
        let old_version = current(target, &old)?;
        let mut plan = Self {
            version: old_version.clone(),
            old_version,
            entry: None,
            package: client,
            unused: source::unused(target, &old, &new),
            beside: Vec::new(),
            target: target.clone(),
            journal: Journal::default(),
            report,
        };
        plan.decide(&old, day, &mut texts)?;
        plan.package = texts.package(target, warnings)?;
        plan.note(texts)?;
        plan.refuse_in_the_way()?;
        Ok(plan)
    }

    /// Whether everything is already as it will be.
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

    /// The folder of the client.
    #[must_use]
    pub fn output(&self) -> PathBuf {
        self.target.files.root.join(&self.target.output)
    }

    /// What changes, with the places in the new document as they are after the update.
    #[must_use]
    pub fn report_in_place(&self) -> Report {
        let mut report = self.report.clone();
        let from = std::mem::replace(&mut report.new, self.report.old.clone());
        for change in &mut report.changes {
            if change.new.file == from {
                change.new.file.clone_from(&report.new);
            }
        }
        report
    }

    /// Decides on the version and the changelog entry, if users of the client see any difference.
    fn decide(&mut self, old: &Inputs, day: &str, texts: &mut Texts) -> Result<(), UpdateError> {
        let is_told = !self.report.changes.is_empty() || self.report.texts > 0;
        let differs = || {
            let before = crate::generate(&old.document, &old.settings);
            before.map_or(true, |before| !is_same(&before, &self.package))
        };
        if !is_told && !differs() {
            return Ok(());
        }
        self.version = version::next(&self.old_version, self.report.level());
        let entry = match self.report.render(Format::Changelog) {
            told if told.is_empty() => UNTOLD.to_owned(),
            told => told,
        };
        let heading = format!("{} - {day}", self.version);
        let changelog = self.target.text(&Place::Changelog)?;
        let changelog = changelog::with_entry(changelog.as_deref(), &heading, &entry);
        self.journal
            .note(&self.target, Place::Changelog, changelog.into())?;
        self.entry = Some(format!("## {heading}\n\n{entry}"));
        let settings = texts.settings.take().unwrap_or_default();
        let settings = version_setting::set(&settings, &self.version.to_string());
        texts.settings = Some(settings.map_err(|source| UpdateError::Settings {
            path: self.target.settings.clone(),
            source: Box::new(source),
        })?);
        Ok(())
    }

    /// Notes what takes the place of which files.
    fn note(&mut self, texts: Texts) -> Result<(), UpdateError> {
        let Texts {
            document,
            beside,
            settings,
        } = texts;
        let beside = beside
            .into_iter()
            .map(|(path, content)| (Place::Beside(path), content));
        let settings = settings.map(|text| (Place::Settings, text.into()));
        for (place, content) in beside.chain(settings).chain([(Place::Document, document)]) {
            if let Place::Beside(_) = place {
                self.beside.push(self.target.path(&place));
            }
            self.journal.note(&self.target, place, content)?;
        }
        Ok(())
    }

    fn refuse_in_the_way(&self) -> Result<(), UpdateError> {
        let stale = self.package.stale_in(&self.output())?;
        let in_the_way = stale.iter().filter(|file| file.state == State::InTheWay);
        let paths: Vec<_> = in_the_way
            .map(|file| self.target.output.join(&file.path))
            .collect();
        if paths.is_empty() {
            return Ok(());
        }
        Err(PackageError::InTheWay { paths }.into())
    }
}

/// What an entry says of changes that no report tells.
const UNTOLD: &str =
    "### Changed\n\n- Follows the document of the API, which is only written in another way.\n";

fn current(target: &Target, old: &Inputs) -> Result<Version, UpdateError> {
    let version = &old.settings.package.version;
    Version::parse(version).map_err(|_| UpdateError::Version {
        version: version.clone(),
        settings: target.settings.clone(),
    })
}

fn is_same(one: &Package, other: &Package) -> bool {
    one.files().eq(other.files())
}
