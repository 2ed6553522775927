//! All that changed between two documents.

use rayon::join;

use super::format::{self, Format};
use super::join::join as assign;
use super::location::{Location, locate};
use super::rust_only;
use super::wire::{self, ChangeCode, Direction, Spot, Verdict, WireChange};
use crate::surface::{ItemChange, Level, changes};
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
    /// The operations that it concerns, sorted: `operationId`, or method and path.
    pub operations: Vec<String>,
    /// What changes in the public API of the generated crate.
    pub items: Vec<ItemChange>,
}

/// From when on changes are too grave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "cli", derive(clap::ValueEnum))]
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
        let (compared, items) = join(|| wire::compare(old, new), || changes(old, new, settings));
        let assigned = assign(&compared, items);
        let mut changes: Vec<_> = compared
            .changes
            .into_iter()
            .zip(assigned.by_change)
            .collect();
        changes.extend(rust_only::changes(old, new, assigned.alone));
        Self {
            old: old.source().name().to_owned(),
            new: new.source().name().to_owned(),
            changes: entries(old, new, changes),
            texts: compared.texts,
        }
    }

    /// What all changes together mean for clients in any language.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        let verdicts = self.changes.iter().map(|change| change.verdict);
        verdicts.max().unwrap_or_default()
    }

    /// What all changes together mean for programs that use the generated crate.
    #[must_use]
    pub fn level(&self) -> Level {
        let levels = self.changes.iter().map(|change| change.level);
        levels.max().unwrap_or(Level::Patch)
    }

    /// Whether a change is as grave as `threshold`.
    #[must_use]
    pub fn reaches(&self, threshold: Threshold) -> bool {
        match threshold {
            Threshold::Breaking => self.verdict() == Verdict::Breaking,
            Threshold::Major => self.level() == Level::Major,
            Threshold::Minor => self.level() >= Level::Minor,
        }
    }

    /// The report as text in `format`; it ends its own lines.
    #[must_use]
    pub fn render(&self, format: Format) -> String {
        format::render(self, format)
    }
}

/// The changes with their locations in both documents.
fn entries(
    old: &Document,
    new: &Document,
    changes: Vec<(WireChange, Vec<ItemChange>)>,
) -> Vec<Entry> {
    let spots = || changes.iter().flat_map(|(change, _)| change.spots());
    let place = |spot: &Spot| (spot.pointer().clone(), spot.present().is_some());
    let before: Vec<_> = spots().map(|(old, _)| place(old)).collect();
    let after: Vec<_> = spots().map(|(_, new)| place(new)).collect();
    let (before, after) = join(|| locate(old, &before), || locate(new, &after));
    let mut located = before.into_iter().zip(after);
    let entries = changes.into_iter().filter_map(|(change, items)| {
        let mut places: Vec<_> = located.by_ref().take(change.spots().count()).collect();
        places.sort_by(|left, right| (&left.1, &left.0).cmp(&(&right.1, &right.0)));
        entry(change, items, places)
    });
    let mut entries: Vec<_> = entries.collect();
    entries.sort_by(|left, right| order(left).cmp(&order(right)));
    entries
}

/// A change at `places`, of which the first stands for all.
fn entry(
    change: WireChange,
    items: Vec<ItemChange>,
    places: Vec<(Location, Location)>,
) -> Option<Entry> {
    let mut places = places.into_iter();
    let (old, new) = places.next()?;
    let levels = items.iter().map(|item| item.level);
    Some(Entry {
        code: change.code,
        old,
        new,
        also: places.collect(),
        direction: change.direction,
        verdict: change.verdict,
        level: levels.max().unwrap_or(Level::Patch),
        sentence: change.sentence,
        operations: change.operations,
        items,
    })
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
