//! `CommonMark` with the tables of GitHub Flavored Markdown.

use std::fmt::Write;

use super::totals::{counted, texts, totals};
use super::{items, scope};
use crate::diff::{Entry, Report, Verdict};
use crate::surface::Level;

/// The report, grouped by verdict, the gravest first.
pub(super) fn render(report: &Report) -> String {
    let mut text = format!("## API changes\n\n{}\n", summary(report));
    for verdict in [Verdict::Breaking, Verdict::Risky, Verdict::Compatible] {
        let changes = report.changes.iter();
        let changes: Vec<_> = changes.filter(|change| change.verdict == verdict).collect();
        if !changes.is_empty() {
            text.push_str(&group(verdict, &changes));
        }
    }
    text
}

fn summary(report: &Report) -> String {
    let (totals, texts) = (totals(report), texts(report));
    if report.changes.is_empty() {
        return format!("No change; {texts}.");
    }
    let changes = counted(report.changes.len(), "change");
    format!(
        "{changes}, on the wire **{} breaking**, {} risky and {} compatible. Rust API: **{}**. {}.",
        totals.breaking,
        totals.risky,
        totals.compatible,
        report.level(),
        capital(&texts)
    )
}

fn group(verdict: Verdict, changes: &[&Entry]) -> String {
    let title = capital(&verdict.to_string());
    let mut text =
        format!("\n### {title}\n\n| Change | Code | Place | Rust API |\n|---|---|---|---|\n");
    for entry in changes {
        let mut change = capital(&entry.sentence);
        let scope = scope(entry);
        if !scope.is_empty() {
            change = format!("{change} ({scope})");
        }
        // Writing to a `String` cannot fail.
        let _ = writeln!(
            text,
            "| {} | `{}` | {} | {} |",
            cell(&change),
            entry.code.id,
            cell(&place(entry)),
            cell(&rust(entry))
        );
    }
    text
}

/// The place in the new document; for what is gone, that in the old one.
fn place(entry: &Entry) -> String {
    let at = if entry.new.present || !entry.old.present {
        &entry.new
    } else {
        &entry.old
    };
    let more = match entry.also.len() {
        0 => String::new(),
        count => format!(" and {count} more"),
    };
    format!("`{}:{}`{more}", at.file, at.line)
}

fn rust(entry: &Entry) -> String {
    match (entry.level, entry.items.is_empty()) {
        (_, true) => "–".to_owned(),
        (Level::Major, false) => format!("**major**: {}", items(entry)),
        (level, false) => format!("{level}: {}", items(entry)),
    }
}

/// The text with a capital at its beginning.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// A text that stays within its cell.
fn cell(text: &str) -> String {
    inline(text).replace('|', "\\|")
}

/// A text of one line that is no HTML.
pub(super) fn inline(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let mut is_code = false;
    for letter in text.chars() {
        match letter {
            '`' => {
                is_code = !is_code;
                line.push('`');
            }
            '<' if !is_code => line.push_str("&lt;"),
            letter if letter.is_control() => line.push(' '),
            letter => line.push(letter),
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_hold_any_text() {
        assert_eq!(cell("a|b <x> `<y>`\n"), "a\\|b &lt;x> `<y>` ");
        assert_eq!(capital("über"), "Über");
        assert_eq!(capital(""), "");
    }
}
