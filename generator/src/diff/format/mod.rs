//! Reports as text for people and programs.

mod changelog;
mod effect;
mod github;
mod html;
mod json;
mod markdown;
mod section;
mod terminal;
mod totals;

pub use changelog::LEADS;
pub use section::TITLES as SECTIONS;

use super::report::{Entry, Report};
use crate::codes::changes::Direction;

/// The [JSON Schema](https://json-schema.org/draft/2020-12) of [`Format::Json`].
pub const JSON_SCHEMA: &str = include_str!("report.schema.json");

/// A form of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "clap", derive(clap::ValueEnum))]
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
    /// One page of HTML to search and filter, with excerpts of both documents.
    Html,
}

/// Returns the report in `format`.
pub(super) fn render(report: &Report, format: Format) -> String {
    match format {
        Format::Text => terminal::render(report),
        Format::Markdown => markdown::render(report),
        Format::Json => json::render(report),
        Format::Github => github::render(report),
        Format::Changelog => changelog::render(report),
        Format::Html => html::render(report),
    }
}

/// How many operations or items one change names.
const MAX_NAMED: usize = 6;

/// Returns which values of which operations a change concerns; empty if the sentence says it all.
fn scope(entry: &Entry) -> String {
    let names = named(&entry.operations, |name| format!("`{name}`"));
    let is_said = entry.direction == Direction::Both && entry.sentence.contains(&names);
    if names.is_empty() || is_said {
        return String::new();
    }
    if entry.direction != Direction::Both || entry.requests == entry.responses {
        return format!("{} of {names}", entry.direction);
    }
    let of = |names: &[String]| named(names, |name| format!("`{name}`"));
    let (requests, responses) = (of(&entry.requests), of(&entry.responses));
    format!("request of {requests}; response of {responses}")
}

/// Returns the names of the first of many, and how many others there are.
fn named<T>(all: &[T], name: impl Fn(&T) -> String) -> String {
    at_most(MAX_NAMED, all, name)
}

/// Returns the names of the first `most` of many, and how many others there are.
fn at_most<T>(most: usize, all: &[T], name: impl Fn(&T) -> String) -> String {
    let unseen = all.len().saturating_sub(most);
    let shown: Vec<_> = all.iter().take(most).map(name).collect();
    match unseen {
        0 => shown.join(", "),
        unseen => format!("{} and {unseen} more", shown.join(", ")),
    }
}
