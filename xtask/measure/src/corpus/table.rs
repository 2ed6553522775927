//! The report for a person.

use std::fmt::Write as _;
use std::time::Duration;

use comfy_table::{Table, presets};

use super::report::{Findings, Location, Problem, Reason, Report, Stage};
use super::roundtrip::{Counts, Unsampled};

/// Returns the report as text: what fell short, document by document, then a table of all, then one line.
#[must_use]
pub fn table(report: &Report) -> String {
    let mut text = String::new();
    for found in &report.documents {
        problems(&mut text, found);
    }
    let mut table = Table::new();
    table.load_style(presets::UTF8_BORDERS_ONLY);
    table.set_header([
        "document", "generate", "warnings", "any JSON", "check", "clippy", "examples", "samples",
        "memory",
    ]);
    for found in &report.documents {
        table.add_row(row(found));
    }
    let (all, short) = (report.documents.len(), report.short());
    // Writing to a `String` cannot fail.
    let _ = writeln!(text, "{table}\n{all} documents, {short} fell short");
    text
}

fn row(found: &Findings) -> [String; 9] {
    let shown = |stage: Option<&Stage>| stage.map(stage_cell).unwrap_or_default();
    [
        found.name.clone(),
        stage_cell(&found.generation),
        found.warnings.to_string(),
        free_form_cell(found),
        shown(found.check.as_ref()),
        shown(found.clippy.as_ref()),
        examples_cell(found),
        samples_cell(found),
        memory_cell(found),
    ]
}

fn stage_cell(stage: &Stage) -> String {
    match stage.problems.len() {
        0 => seconds(stage.took),
        problems => format!("{problems} wrong, {}", seconds(stage.took)),
    }
}

fn examples_cell(found: &Findings) -> String {
    let Some(roundtrip) = &found.roundtrip else {
        return String::new();
    };
    let wrong = match roundtrip.stage.problems.len() {
        0 => String::new(),
        wrong => format!("{wrong} wrong, "),
    };
    let (equal, Counts { invalid, skipped }) = (roundtrip.equal, roundtrip.counts);
    let took = seconds(roundtrip.stage.took);
    format!("{wrong}{equal} equal, {invalid} invalid, {skipped} skipped, {took}")
}

fn samples_cell(found: &Findings) -> String {
    let Some(samples) = &found.samples else {
        return String::new();
    };
    let wrong = match samples.wrong {
        0 => String::new(),
        wrong => format!("{wrong} wrong, "),
    };
    let Unsampled { schemas, unsampled } = samples.schemas;
    let equal = samples.equal;
    let took = seconds(samples.stage.took);
    format!("{wrong}{equal} equal of {schemas} schemas, {unsampled} without, {took}")
}

fn free_form_cell(found: &Findings) -> String {
    let count = |is: fn(&Reason) -> bool| {
        found
            .free_form
            .iter()
            .filter(|place| is(&place.reason))
            .count()
    };
    let degraded = count(|reason| matches!(reason, Reason::Degraded(_)));
    let silent = count(|reason| *reason == Reason::Silent);
    match (degraded, silent) {
        (0, 0) => found.free_form.len().to_string(),
        _ => format!(
            "{}, {degraded} with a warning, {silent} without",
            found.free_form.len()
        ),
    }
}

fn memory_cell(found: &Findings) -> String {
    let peak = found
        .stages()
        .filter_map(|(_, stage)| stage.peak_memory)
        .max();
    peak.map(|bytes| format!("{} MB", bytes / 1_000_000))
        .unwrap_or_default()
}

fn seconds(took: Duration) -> String {
    format!("{:.2} s", took.as_secs_f64())
}

fn problems(text: &mut String, found: &Findings) {
    for (
        stage,
        Problem {
            code,
            message,
            spot,
            count,
            ..
        },
    ) in found
        .stages()
        .flat_map(|(name, stage)| stage.problems.iter().map(move |problem| (name, problem)))
    {
        let _ = writeln!(
            text,
            "{}: {stage}: {message} [{code}]{}{}",
            place(found, spot.as_ref()),
            pointer(spot.as_ref()),
            more(*count)
        );
    }
    for silent in found
        .free_form
        .iter()
        .filter(|place| place.reason == Reason::Silent)
    {
        let spot = Some(&silent.spot);
        let _ = writeln!(
            text,
            "{}: generate: any JSON value, without a warning{}",
            place(found, spot),
            pointer(spot)
        );
    }
}

fn place(found: &Findings, spot: Option<&Location>) -> String {
    let position =
        spot.map(|spot| format!(":{}:{}", spot.line_and_column.0, spot.line_and_column.1));
    format!("{}{}", found.name, position.unwrap_or_default())
}

fn more(count: usize) -> String {
    match count {
        0 | 1 => String::new(),
        count => format!(" and {} more", count - 1),
    }
}

fn pointer(spot: Option<&Location>) -> String {
    spot.map(|spot| format!(" at {}", spot.at))
        .unwrap_or_default()
}
