//! Text for a terminal.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};

use super::effect::effects;
use super::scope;
use super::totals::summary;
use crate::codes::changes::Verdict;
use crate::diagnostics::visible;
use crate::diff::{Entry, Location, Report};
use crate::surface::Level;

/// Returns the report with ANSI escape sequences.
pub(super) fn render(report: &Report) -> String {
    let mut text = String::new();
    for entry in &report.changes {
        text.push_str(&change(entry));
        text.push('\n');
    }
    for note in &report.notes {
        let style = of_verdict(note.verdict);
        // Writing to a `String` cannot fail.
        let _ = writeln!(
            text,
            "{style}note[{}]{style:#}: {}",
            note.code.id,
            shown(&note.message)
        );
    }
    text.push_str(&summary(report));
    text.push('\n');
    text
}

fn change(entry: &Entry) -> String {
    let (bold, dim) = (Style::new().bold(), Style::new().dimmed());
    let style = of_verdict(entry.verdict);
    let (verdict, code) = (entry.verdict, entry.code.id);
    let sentence = shown(&entry.sentence);
    let mut text = String::new();
    // Writing to a `String` cannot fail.
    let _ = writeln!(
        text,
        "{style}{verdict}[{code}]{style:#}: {bold}{sentence}{bold:#}"
    );
    let (old, new) = (place(&entry.old), place(&entry.new));
    let more = match entry.also.len() {
        0 => String::new(),
        count => format!(", and {count} more"),
    };
    let _ = writeln!(text, "  {dim}from{dim:#} {old} {dim}to{dim:#} {new}{more}");
    let scope = scope(entry);
    if !scope.is_empty() {
        let _ = writeln!(text, "  {dim}in{dim:#}   {}", shown(&scope));
    }
    if !entry.items.is_empty() {
        let style = of_level(entry.level);
        let (level, advice) = (entry.level, shown(&effects(entry).advice().join(". ")));
        let _ = writeln!(text, "  {dim}Rust{dim:#} {style}{level}{style:#}: {advice}");
    }
    if let Some(advice) = &entry.advice {
        let _ = writeln!(text, "  {dim}why{dim:#}  {}", shown(advice));
    }
    if let Some(reason) = &entry.accepted {
        let _ = writeln!(text, "  {dim}accepted{dim:#}: {}", shown(reason));
    }
    text
}

fn place(at: &Location) -> String {
    let place = format!("{}:{}:{}", at.file, at.line, at.column);
    let place = shown(&place);
    if at.present {
        place
    } else {
        format!("({place})")
    }
}

/// Control characters of a document do not reach the terminal.
fn shown(text: &str) -> String {
    text.chars().map(visible).collect()
}

fn of_verdict(verdict: Verdict) -> Style {
    match verdict {
        Verdict::Breaking => AnsiColor::Red.on_default().bold(),
        Verdict::Risky => AnsiColor::Yellow.on_default().bold(),
        Verdict::Compatible => AnsiColor::Green.on_default().bold(),
    }
}

fn of_level(level: Level) -> Style {
    match level {
        Level::Major => AnsiColor::Red.on_default(),
        Level::Minor => AnsiColor::Green.on_default(),
        Level::Patch => Style::new(),
    }
}
