//! All that changed between two documents.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::join;
use sha2::{Digest as _, Sha256};

use super::format::Format;
use super::join::join as assign;
use super::location::{Location, locate};
use super::note::Note;
use super::wire::OperationPlaces;
use super::wire::Presence;
use super::wire::WireChange;
use super::{deprecation, format, rust_only, wire};
use crate::codes::changes::{ChangeCode, Direction, Verdict};
use crate::diagnostics::Source;
use crate::settings::{AcceptedChange, DiffSettings};
use crate::surface::{ItemChange, Level, changes_and_kept};
use crate::{Document, Settings};

/// All that changed between two documents.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Report {
    /// The name of the old document.
    pub old: String,
    /// The name of the new document.
    pub new: String,
    /// The changes: the gravest first, then by their places in the new document.
    pub changes: Vec<Entry>,
    /// How many descriptions, summaries, titles, examples and extensions differ besides.
    pub texts: usize,
    /// What there is to say beside the changes.
    pub notes: Vec<Note>,
    pub(super) old_texts: Texts,
    pub(super) new_texts: Texts,
    accepted: BTreeMap<String, AcceptedChange>,
}

/// One change.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Entry {
    /// Which kind of change it is.
    pub code: &'static ChangeCode,
    /// Where it is in the old document.
    pub old: Location,
    /// Where it is in the new document.
    pub new: Location,
    /// Where else it is in the old and the new document: if several operations have it, or it is about what is defined
    /// elsewhere.
    pub also: Vec<(Location, Location)>,
    /// Which way the values go that it concerns.
    pub direction: Direction,
    /// What it means for clients in any language.
    pub verdict: Verdict,
    /// What it means for programs that use the generated crate.
    pub level: Level,
    /// What has changed, in one sentence without a full stop.
    pub sentence: String,
    /// What to do about it, or why, if the document says so: of something deprecated, what replaces it.
    pub advice: Option<String>,
    /// Tells the change from others, and is the same in later reports about the same change, wherever the documents have
    /// it.
    pub fingerprint: String,
    /// Why `[diff]` settings accept it, if they do.
    pub accepted: Option<String>,
    /// The tags of the operations that it concerns, sorted.
    pub tags: Vec<String>,
    /// The operations that it concerns, sorted: `operationId`, or method and path.
    pub operations: Vec<String>,
    /// Those of them that send what it concerns.
    pub requests: Vec<String>,
    /// Those of them that receive it.
    pub responses: Vec<String>,
    /// What changes in the public API of the generated crate.
    pub items: Vec<ItemChange>,
}

/// From when on changes are too grave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "clap", derive(clap::ValueEnum))]
pub enum Threshold {
    /// A change that breaks clients on the wire.
    Breaking,
    /// A change that programs which use the crate do not compile with.
    Major,
    /// A change of the crate's public API.
    Minor,
}

impl Report {
    /// Compares the document `old` with `new`, and the crates that are generated from them with `settings`.
    #[must_use]
    pub fn between(old: &Document, new: &Document, settings: &Settings) -> Self {
        let (compared, (items, kept)) = join(
            || wire::compare(old, new),
            || changes_and_kept(old, new, settings),
        );
        let assigned = assign((old, new), &compared, items);
        let mut changes: Vec<_> = compared
            .changes
            .into_iter()
            .zip(assigned.by_change)
            .collect();
        changes.extend(rust_only::changes(old, new, assigned.alone));
        let tags = Tags::new(&compared.operations);
        let mut report = Self {
            old: old.source().name().to_owned(),
            new: new.source().name().to_owned(),
            changes: entries(old, new, changes, &tags),
            texts: compared.texts,
            notes: kept.iter().map(Note::of_names).collect(),
            old_texts: Texts::new(old),
            new_texts: Texts::new(new),
            accepted: settings.diff.accepted.clone(),
        };
        report.set_severities(&settings.diff);
        report
            .notes
            .extend(Note::of_version(old, new, &report, &settings.diff));
        report
    }

    /// Sets the verdicts that the settings give, and puts the changes in their order.
    fn set_severities(&mut self, settings: &DiffSettings) {
        for change in &mut self.changes {
            let verdict = settings.severities.get(change.code.id);
            change.verdict = verdict.copied().unwrap_or(change.verdict);
        }
        self.changes
            .sort_by(|left, right| order(left).cmp(&order(right)));
    }

    /// Marks the changes that the `[diff.accept]` settings accept on the day `today`, which is written as `2026-03-27`.
    ///
    /// An accepted change stays in the report, and counts for the version of the crate. It only [reaches](Self::reaches)
    /// no threshold.
    pub fn accept(&mut self, today: &str) {
        for (name, accepted) in &self.accepted {
            if accepted.until.as_deref().is_some_and(|until| today > until) {
                self.notes.push(Note::expired(name, accepted));
                continue;
            }
            let matching = self
                .changes
                .iter_mut()
                .filter(|change| change.code.id == accepted.code && change.is_at(&accepted.place));
            let mut matching = matching.peekable();
            if matching.peek().is_none() {
                self.notes.push(Note::unused(name));
            }
            for change in matching {
                change.accepted = Some(accepted.reason.clone());
            }
        }
    }

    /// Returns the changes that are not accepted.
    fn counted(&self) -> impl Iterator<Item = &Entry> {
        self.changes
            .iter()
            .filter(|change| change.accepted.is_none())
    }

    /// Returns whether the changes concern operations of more than one tag.
    pub(super) fn has_several_tags(&self) -> bool {
        let tags = self.changes.iter().flat_map(|change| &change.tags);
        let tags: BTreeSet<&String> = tags.collect();
        tags.len() > 1
    }

    /// Returns what all changes together mean for clients in any language.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        let verdicts = self.changes.iter().map(|change| change.verdict);
        verdicts.max().unwrap_or_default()
    }

    /// Returns what all changes together mean for programs that use the generated crate.
    #[must_use]
    pub fn level(&self) -> Level {
        let levels = self.changes.iter().map(|change| change.level);
        levels.max().unwrap_or(Level::Patch)
    }

    /// Returns whether a change that is not accepted, or a note, is as grave as `threshold`.
    #[must_use]
    pub fn reaches(&self, threshold: Threshold) -> bool {
        let mut counted = self.counted();
        match threshold {
            Threshold::Breaking => {
                let mut notes = self.notes.iter();
                counted.any(|change| change.verdict == Verdict::Breaking)
                    || notes.any(|note| note.verdict == Verdict::Breaking)
            }
            Threshold::Major => counted.any(|change| change.level == Level::Major),
            Threshold::Minor => counted.any(|change| change.level >= Level::Minor),
        }
    }

    /// Returns the report as text in `format`; it ends its own lines.
    #[must_use]
    pub fn render(&self, format: Format) -> String {
        format::render(self, format)
    }
}

impl Entry {
    /// Returns whether it is at `pointer`, or in what stands there, in either document.
    fn is_at(&self, pointer: &str) -> bool {
        let also = self.also.iter().flat_map(|(old, new)| [old, new]);
        let mut locations = also.chain([&self.old, &self.new]);
        locations.any(|at| {
            let rest = at.pointer.as_str().strip_prefix(pointer);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
    }
}

/// Returns the changes with their locations in both documents.
fn entries(
    old: &Document,
    new: &Document,
    changes: Vec<(WireChange, Vec<ItemChange>)>,
    tags: &Tags<'_>,
) -> Vec<Entry> {
    let spots = || changes.iter().flat_map(|(change, _)| change.spots());
    let place = |spot: &Presence| (spot.pointer().clone(), spot.present().is_some());
    let before: Vec<_> = spots().map(|(old, _)| place(old)).collect();
    let after: Vec<_> = spots().map(|(_, new)| place(new)).collect();
    let (before, after) = join(|| locate(old, &before), || locate(new, &after));
    let mut located = before.into_iter().zip(after);
    let entries = changes.into_iter().filter_map(|(change, items)| {
        let mut places: Vec<_> = located.by_ref().take(change.spots().count()).collect();
        places.sort_by(|left, right| (&left.1, &left.0).cmp(&(&right.1, &right.0)));
        let advice = deprecation::reason(new, &change);
        let tags = tags.find(&change.operations);
        entry(change, items, places).map(|entry| Entry {
            advice,
            tags,
            ..entry
        })
    });
    entries.collect()
}

/// Returns a change at `places`, of which the first stands for all.
fn entry(
    change: WireChange,
    items: Vec<ItemChange>,
    places: Vec<(Location, Location)>,
) -> Option<Entry> {
    let mut places = places.into_iter();
    let (old, new) = places.next()?;
    let levels = items.iter().map(|item| item.level);
    let [requests, responses] = change.by_way;
    Some(Entry {
        code: change.code,
        old,
        new,
        also: places.collect(),
        direction: change.direction,
        verdict: change.verdict,
        level: levels.max().unwrap_or(Level::Patch),
        advice: None,
        fingerprint: fingerprint(change.code, &change.sentence),
        accepted: None,
        tags: Vec::new(),
        sentence: change.sentence,
        operations: change.operations,
        requests,
        responses,
        items,
    })
}

/// How many hexadecimal digits of a hash tell changes apart.
const FINGERPRINT_DIGITS: usize = 16;

/// Returns what does not depend on where a change is, or on what else changes.
fn fingerprint(code: &ChangeCode, sentence: &str) -> String {
    let digest = Sha256::new_with_prefix(code.id).chain_update([0]);
    let digest = digest.chain_update(sentence).finalize();
    let text = format!("{digest:x}");
    text.chars().take(FINGERPRINT_DIGITS).collect()
}

/// Grave changes come first.
fn order(entry: &Entry) -> impl Ord {
    let place = |at: &Location| (at.file.clone(), at.line, at.column);
    (
        std::cmp::Reverse((entry.verdict, entry.level)),
        place(&entry.new),
        place(&entry.old),
        entry.code.id,
        entry.sentence.clone(),
    )
}

/// The tags of the operations of both documents, by the names of the operations.
pub(super) struct Tags<'c>(BTreeMap<&'c str, &'c [String]>);

impl<'c> Tags<'c> {
    pub(super) fn new(operations: &'c [OperationPlaces]) -> Self {
        let tags = operations.iter();
        Self(
            tags.map(|operation| (operation.name.as_str(), operation.tags.as_slice()))
                .collect(),
        )
    }

    /// Returns the tags of the operations with these names, sorted.
    pub(super) fn find(&self, operations: &[String]) -> Vec<String> {
        let tags = operations
            .iter()
            .filter_map(|name| self.0.get(name.as_str()))
            .flat_map(|tags| tags.iter());
        let tags: BTreeSet<&String> = tags.collect();
        tags.into_iter().cloned().collect()
    }
}

/// The texts of a document and of the files that it refers to.
#[derive(Clone, Debug)]
pub(super) struct Texts {
    main: Arc<Source>,
    others: Vec<Arc<Source>>,
}

impl Texts {
    pub(super) fn new(document: &Document) -> Self {
        Self {
            main: Arc::clone(document.source()),
            others: document.shared_sources().cloned().collect(),
        }
    }

    /// Returns the text called `name`; that of the document itself, which may be called otherwise by now.
    pub(super) fn find(&self, name: &str) -> &str {
        let named = self.others.iter().find(|source| source.name() == name);
        named.unwrap_or(&self.main).text()
    }
}
