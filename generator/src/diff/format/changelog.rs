//! The entry of a changelog, for those who use the generated crate.
//!
//! The sections are those of [Keep a Changelog](https://keepachangelog.com/en/1.1.0/#how) as far as they fit, after one
//! for what no program compiles with.

use std::fmt::Write;

use super::markdown::{capital, inline};
use super::{named, scope};
use crate::diff::{Entry, Report, Verdict};
use crate::surface::{Change, ItemChange, ItemKind, Level, WIRE_SEPARATOR};

const BREAKING: &str = "Breaking";
const ADDED: &str = "Added";
const DEPRECATED: &str = "Deprecated";
const CHANGED: &str = "Changed";

/// The sections of an entry without its heading, which is the version's; empty if there is nothing to tell.
pub(super) fn render(report: &Report) -> String {
    let mut sections: Vec<String> = [BREAKING, ADDED, DEPRECATED, CHANGED]
        .into_iter()
        .filter_map(|title| section(title, report))
        .collect();
    sections.extend(documentation(report.texts));
    sections.join("\n")
}

fn documentation(texts: usize) -> Option<String> {
    let changed = match texts {
        0 => return None,
        1 => "One description or example".to_owned(),
        texts => format!("{texts} descriptions and examples"),
    };
    Some(format!("### Documentation\n\n- {changed} changed.\n"))
}

fn section(title: &str, report: &Report) -> Option<String> {
    let changes = report.changes.iter();
    let lines: String = changes
        .filter(|entry| title_of(entry) == title)
        .map(|entry| line(title, entry))
        .collect();
    (!lines.is_empty()).then(|| format!("### {title}\n\n{lines}"))
}

fn title_of(entry: &Entry) -> &'static str {
    let is_new = |item: &ItemChange| item.change == Change::Added;
    match entry.level {
        Level::Major => BREAKING,
        _ if entry.code.id == "deprecated" => DEPRECATED,
        Level::Minor if entry.code.id.ends_with("-added") => ADDED,
        Level::Minor if entry.items.iter().all(is_new) => ADDED,
        Level::Minor | Level::Patch => CHANGED,
    }
}

fn line(title: &str, entry: &Entry) -> String {
    let mut line = format!("- {}", capital(&entry.sentence));
    let scope = scope(entry);
    if entry.items.is_empty() && !scope.is_empty() {
        // Writing to a `String` cannot fail.
        let _ = write!(line, " ({scope})");
    }
    let items = match title {
        ADDED | DEPRECATED => paths(&entry.items),
        _ => effects(&entry.items),
    };
    if !items.is_empty() {
        let _ = write!(line, ": {items}");
    }
    line.push('.');
    if title == CHANGED && entry.verdict != Verdict::Compatible {
        let _ = write!(
            line,
            " For programs that run already this is {}.",
            entry.verdict
        );
    }
    format!("{}\n", inline(&line))
}

/// The items alone, where the section says what happened to them.
fn paths(items: &[ItemChange]) -> String {
    named(&distinct(items), |item| format!("`{}`", name(item)))
}

fn effects(items: &[ItemChange]) -> String {
    let mut items = distinct(items);
    items.sort_by_key(|item| std::cmp::Reverse(item.level));
    named(&items, |item| effect(item))
}

/// The items without the setters of fields: both have one path.
fn distinct(items: &[ItemChange]) -> Vec<&ItemChange> {
    let mut items: Vec<&ItemChange> = items.iter().collect();
    items.dedup_by_key(|item| name(item));
    items
}

fn effect(item: &ItemChange) -> String {
    let name = name(item);
    match &item.change {
        Change::Added => format!("`{name}` is new"),
        Change::Removed => format!("`{name}` is gone"),
        Change::Deprecated => format!("`{name}` is deprecated"),
        Change::Changed { old, new } => match (
            old.split_once(WIRE_SEPARATOR),
            new.split_once(WIRE_SEPARATOR),
        ) {
            (Some((before, was)), Some((after, is))) if before == after => {
                format!("`{name}` stands for {} instead of {}", code(is), code(was))
            }
            _ => format!("now `{}`", new.trim_start_matches("pub ")),
        },
    }
}

fn code(wire: &str) -> String {
    format!("`{}`", wire.trim_matches('`'))
}

fn name(item: &ItemChange) -> &str {
    match item.kind {
        ItemKind::Implementation => &item.declaration,
        _ => &item.path,
    }
}
