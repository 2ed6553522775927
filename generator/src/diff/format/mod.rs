//! Reports as text for people and programs.

mod changelog;
mod github;
mod json;
mod markdown;
mod terminal;
mod totals;

use std::cmp::Reverse;

use super::report::{Entry, Report};
use super::wire::Direction;
use crate::surface::{Change, ItemChange, ItemKind};

/// The [JSON Schema](https://json-schema.org/draft/2020-12) of [`Format::Json`].
pub const JSON_SCHEMA: &str = include_str!("report.schema.json");

/// A form of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "cli", derive(clap::ValueEnum))]
pub enum Format {
    /// Text for a terminal, in colour.
    #[default]
    Text,
    /// Markdown with tables, for a pull request.
    Markdown,
    /// JSON for programs, of a published schema.
    Json,
    /// Workflow commands of GitHub Actions, which annotate the new document.
    Github,
    /// Markdown for the changelog of the crate, without the heading of the entry.
    Changelog,
}

/// The report in `format`.
pub(super) fn render(report: &Report, format: Format) -> String {
    match format {
        Format::Text => terminal::render(report),
        Format::Markdown => markdown::render(report),
        Format::Json => json::render(report),
        Format::Github => github::render(report),
        Format::Changelog => changelog::render(report),
    }
}

/// How many operations or items one change names.
const MOST_NAMED: usize = 6;

/// Which values of which operations a change concerns; empty if the sentence says it all.
fn scope(entry: &Entry) -> String {
    let names = named(&entry.operations, |name| format!("`{name}`"));
    let is_said = entry.direction == Direction::Both && entry.sentence.contains(&names);
    if names.is_empty() || is_said {
        return String::new();
    }
    format!("{} of {names}", entry.direction)
}

/// What happened to an item, in a few words.
fn item(item: &ItemChange) -> String {
    let what = match item.change {
        Change::Added => "added",
        Change::Removed => "removed",
        Change::Changed { .. } => "changed",
        Change::Deprecated => "deprecated",
    };
    match item.kind {
        ItemKind::Implementation => format!("`{}` {what}", item.declaration),
        _ => format!("`{}` {what}", item.path),
    }
}

/// What of the crate changes.
fn items(entry: &Entry) -> String {
    let mut changes: Vec<&ItemChange> = entry.items.iter().collect();
    changes.sort_by_key(|item| Reverse(item.level));
    let mut said: Vec<String> = changes.into_iter().map(item).collect();
    // A field and its setter have the same path.
    said.dedup();
    named(&said, String::clone)
}

/// The names of the first of many, and how many others there are.
fn named<T>(all: &[T], name: impl Fn(&T) -> String) -> String {
    let unseen = all.len().saturating_sub(MOST_NAMED);
    let shown: Vec<_> = all.iter().take(MOST_NAMED).map(name).collect();
    match unseen {
        0 => shown.join(", "),
        unseen => format!("{} and {unseen} more", shown.join(", ")),
    }
}
