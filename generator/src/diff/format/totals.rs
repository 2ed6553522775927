//! What a report comes to.

use crate::codes::changes::Verdict;
use crate::diff::Report;

/// How many changes there are of which verdict.
pub(super) struct Totals {
    pub breaking: usize,
    pub risky: usize,
    pub compatible: usize,
}

pub(super) fn totals(report: &Report) -> Totals {
    let count = |verdict| {
        let changes = report.changes.iter();
        changes.filter(|change| change.verdict == verdict).count()
    };
    Totals {
        breaking: count(Verdict::Breaking),
        risky: count(Verdict::Risky),
        compatible: count(Verdict::Compatible),
    }
}

/// Returns what the report comes to, in a sentence without a full stop.
pub(super) fn summary(report: &Report) -> String {
    let (totals, texts) = (totals(report), texts(report));
    if report.changes.is_empty() {
        return format!("no change; {texts}");
    }
    let changes = counted(report.changes.len(), "change");
    format!(
        "{changes}: {} breaking, {} risky and {} compatible on the wire; Rust API: {}; {texts}",
        totals.breaking,
        totals.risky,
        totals.compatible,
        report.level()
    )
}

/// Returns how many texts differ, in words.
pub(super) fn texts(report: &Report) -> String {
    match report.texts {
        0 => "no text differs".to_owned(),
        1 => "1 text differs".to_owned(),
        texts => format!("{texts} texts differ"),
    }
}

/// Returns how many things there are, in words.
pub(super) fn counted(count: usize, name: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {name}{plural}")
}
