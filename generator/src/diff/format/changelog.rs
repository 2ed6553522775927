//! The entry of a changelog, for those who use the generated crate.
//!
//! The sections are those of [Keep a Changelog](https://keepachangelog.com/en/1.1.0/#how) as far as they fit.

use std::fmt::Write;
use std::iter;

use super::effect::{Effects, effects, expectation, name};
use super::markdown::{capital, cell, inline};
use super::section::Section;
use super::{at_most, named};
use crate::diagnostics::Pointer;
use crate::diff::{Entry, Report};
use crate::surface::{ItemChange, ItemKind};

/// From this many renamed items on, a table lists them.
const MIN_RENAMED: usize = 3;

/// Returns the sections of an entry without its heading, which is the version's; empty if there is nothing to tell.
pub(super) fn render(report: &Report) -> String {
    let documentation = documentation(report.texts);
    if report.changes.is_empty() && documentation.is_none() {
        return String::new();
    }
    let lead = [Some(summary(report).to_owned()), documentation];
    let lead: String = lead.into_iter().flatten().map(|line| line + "\n").collect();
    let sections = Section::ALL
        .into_iter()
        .filter_map(|section| lines(section, report));
    let parts: Vec<String> = iter::once(lead).chain(sections).collect();
    parts.join("\n")
}

/// What an entry begins with, the gravest first.
pub const LEADS: &[&str] = &[
    "Code that uses what is listed under *Breaking* has to change.",
    "Code compiles as before, but running programs may notice what is listed under *Behavior*.",
    "No code has to change.",
];

/// Returns what all changes come to, in one sentence.
fn summary(report: &Report) -> &'static str {
    let has = |section| {
        let mut changes = report.changes.iter();
        changes.any(|entry| Section::in_changelog(entry) == section)
    };
    let rank = match (has(Section::Breaking), has(Section::Behavior)) {
        (true, _) => 0,
        (false, true) => 1,
        (false, false) => 2,
    };
    LEADS.get(rank).copied().unwrap_or_default()
}

fn documentation(texts: usize) -> Option<String> {
    let changed = match texts {
        0 => return None,
        1 => "One description or example".to_owned(),
        texts => format!("{texts} descriptions and examples"),
    };
    Some(format!("{changed} changed."))
}

fn lines(section: Section, report: &Report) -> Option<String> {
    let changes = report.changes.iter();
    let mut entries: Vec<&Entry> = changes
        .filter(|entry| Section::in_changelog(entry) == section)
        .collect();
    if entries.is_empty() {
        return None;
    }
    // Stable: within a resource the gravest change stays first.
    entries.sort_by(|left, right| left.tags.cmp(&right.tags));
    let mut renamed = Vec::new();
    let mut lines: Vec<Line<'_>> = Vec::new();
    for entry in entries {
        let mut effects = effects(entry);
        if effects.renamed.len() >= MIN_RENAMED {
            renamed.append(&mut effects.renamed);
        }
        let line = Line::new(entry, effects);
        match lines.iter_mut().find(|other| other.is_alike(&line)) {
            Some(other) => other.take_in(line),
            None => lines.push(line),
        }
    }
    let has_tags = report.has_several_tags();
    let lines: String = lines
        .iter()
        .map(|line| line.render(section, has_tags))
        .collect();
    let table = renamed_items(&renamed);
    Some(format!("### {}\n\n{lines}{table}", section.title()))
}

/// A line about one change, or about the same change of several things that belong together.
struct Line<'e> {
    entry: &'e Entry,
    effects: Effects<'e>,
    /// What kind of things it is about, and what stands before and after their names, if it can be about several.
    subject: Option<Subject<'e>>,
    /// The names of these things.
    names: Vec<&'e str>,
}

/// What a line can be about, in the singular and the plural.
const NOUNS: &[(&str, &str)] = &[
    ("header", "headers"),
    ("operation", "operations"),
    ("parameter", "parameters"),
    ("property", "properties"),
    ("schema", "schemas"),
];

/// Verbs in the singular and the plural.
const VERBS: &[(&str, &str)] = &[(" was ", " were "), (" is ", " are "), (" has ", " have ")];

/// How many names a line is about at most; of more it has the number.
const MAX_NAMES: usize = 12;

/// How many functions of new operations a line has at most.
const MAX_FUNCTIONS: usize = 20;

impl<'e> Line<'e> {
    fn new(entry: &'e Entry, effects: Effects<'e>) -> Self {
        let parts = parts(&entry.sentence).filter(|_| entry.advice.is_none());
        let (subject, name) = parts.unzip();
        Self {
            entry,
            effects,
            subject,
            names: name.into_iter().collect(),
        }
    }

    fn is_alike(&self, other: &Self) -> bool {
        let key = |line: &Self| (line.entry.code, line.subject, line.entry.verdict);
        let has_items = |line: &Self| !line.entry.items.is_empty();
        self.subject.is_some()
            && key(self) == key(other)
            && self.entry.tags == other.entry.tags
            && has_items(self) == has_items(other)
    }

    fn take_in(&mut self, other: Self) {
        self.names.extend(other.names);
        self.names.dedup();
        self.effects.take_in(other.effects);
    }

    fn sentence(&self) -> String {
        let (Some(subject), 2..) = (self.subject, self.names.len()) else {
            return self.entry.sentence.clone();
        };
        let rest = subject.after;
        let verb = VERBS
            .iter()
            .filter_map(|verb| Some((rest.find(verb.0)?, verb)));
        let rest = match verb.min_by_key(|(place, _)| *place) {
            Some((_, (one, several))) if subject.before.is_empty() => rest
                .replacen(one, several, 1)
                .replace(" and is required", " and are required"),
            _ => rest.to_owned(),
        };
        let plural = NOUNS.iter().find(|(one, _)| *one == subject.noun);
        let plural = plural.map_or(subject.noun, |(_, several)| several);
        let mut names: Vec<String> = self.names.iter().map(|name| format!("`{name}`")).collect();
        let more = names.len().saturating_sub(MAX_NAMES);
        if more > 0 {
            names.truncate(MAX_NAMES);
            names.push(format!("{more} more"));
        }
        format!("{}{plural} {}{rest}", subject.before, all_of(&names))
    }

    fn render(&self, section: Section, has_tags: bool) -> String {
        let entry = self.entry;
        let mut line = String::from("- ");
        if has_tags && let [tag] = entry.tags.as_slice() {
            // Writing to a `String` cannot fail.
            let _ = write!(line, "**{tag}:** ");
        }
        line.push_str(&capital(&self.sentence()));
        // A number of operations says nothing.
        if entry.sentence.contains("each of ") && !entry.operations.is_empty() {
            let names = named(&entry.operations, |name| format!("`{name}`"));
            let _ = write!(line, " ({names})");
        }
        let listed = match section {
            // What a schema is called in the crate hardly differs.
            Section::Added if entry.code.id == "schema-added" && self.names.len() > MIN_RENAMED => {
                String::new()
            }
            Section::Added => names_of(&self.effects.added),
            Section::Deprecated => names_of(&self.effects.deprecated),
            _ => String::new(),
        };
        if !listed.is_empty() {
            let _ = write!(line, ": {listed}");
        }
        line.push('.');
        if section == Section::Breaking || section == Section::Other {
            for advice in self.effects.advice() {
                let _ = write!(line, " {}.", capital(&advice));
            }
        }
        if section == Section::Behavior
            && let Some(expectation) = expectation(entry)
        {
            let _ = write!(line, " {expectation}.");
        }
        if let Some(advice) = &entry.advice {
            let _ = write!(line, " {}.", capital(advice));
        }
        format!("{}\n", inline(&line))
    }
}

/// Returns what is new or deprecated: of operations their functions, not what comes with them; of variants their enums.
fn names_of(items: &[&ItemChange]) -> String {
    let quoted = |name: &String| format!("`{name}`");
    let functions = items
        .iter()
        .filter(|item| item.path.starts_with("Client::"));
    let functions: Vec<String> = functions.map(|item| name(item)).collect();
    if !functions.is_empty() {
        return at_most(MAX_FUNCTIONS, &functions, quoted);
    }
    let shown = items.iter().map(|item| match item.kind {
        ItemKind::Variant => {
            let owner = item.path.rsplit_once("::");
            owner.map_or_else(|| name(item), |(owner, _)| owner.to_owned())
        }
        _ => name(item),
    });
    let mut shown: Vec<String> = shown.collect();
    shown.dedup();
    named(&shown, quoted)
}

/// What a sentence says of something with a name.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Subject<'e> {
    before: &'e str,
    noun: &'e str,
    after: &'e str,
}

/// Returns the name in a sentence such as ``property `a` of `B` was added``, and what stands around it.
fn parts(sentence: &str) -> Option<(Subject<'_>, &str)> {
    // A second clause has a verb of its own.
    if sentence.contains(", ") || sentence.contains("; ") || sentence.contains("each of ") {
        return None;
    }
    NOUNS.iter().find_map(|(noun, _)| {
        let opening = format!("{noun} `");
        let start = sentence.find(&opening)?;
        let before = sentence.get(..start)?;
        let rest = sentence.get(start + opening.len()..)?;
        let (name, after) = rest.split_once('`')?;
        let subject = Subject {
            before,
            noun,
            after,
        };
        (before.is_empty() || before.ends_with(" of ")).then_some((subject, name))
    })
}

fn all_of(names: &[String]) -> String {
    match names {
        [names @ .., last] if !names.is_empty() => format!("{} and {last}", names.join(", ")),
        names => names.join(", "),
    }
}

/// Returns a table of names before and after. Types that stand in operations are called after these.
fn renamed_items(renamed: &[(&ItemChange, &ItemChange)]) -> String {
    let is_inner = |(old, _): &&(&ItemChange, &ItemChange)| {
        let at = old.old_origin.as_ref().map(Pointer::as_str);
        old.kind != ItemKind::Function && at.is_some_and(|at| at.starts_with("/paths/"))
    };
    let (inner, own): (Vec<_>, Vec<_>) = renamed.iter().partition(is_inner);
    let mut text = String::new();
    if let Some((old, new)) = inner.first() {
        let (old, new) = (name(old), name(new));
        let _ = writeln!(
            text,
            "- Types that are named after an operation are renamed with it: `{old}` is `{new}` now."
        );
    }
    if !own.is_empty() {
        text.push_str("\n| Old name | New name |\n|---|---|\n");
    }
    for (old, new) in own {
        let (old, new) = (format!("`{}`", name(old)), format!("`{}`", name(new)));
        let _ = writeln!(text, "| {} | {} |", cell(&old), cell(&new));
    }
    text
}
