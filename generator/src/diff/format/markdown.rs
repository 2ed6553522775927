//! `CommonMark` with the tables of GitHub Flavored Markdown.

use std::fmt::Write;

use super::effect::{effects, expectation};
use super::scope;
use super::section::Section;
use super::totals::summary;
use crate::codes::changes::Verdict;
use crate::diff::{Entry, Report};
use crate::surface::Level;

/// How many bytes the tables of a report have at most: a comment or description on GitHub has at most 65,536 characters,
/// and there is something around them.
const MAX_BYTES: usize = 59_000;

/// Returns the report by sections, the gravest first, as far as it fits.
pub(super) fn render(report: &Report) -> String {
    let mut text = format!("## API changes\n\n{}.\n", capital(&summary(report)));
    for note in &report.notes {
        // Writing to a `String` cannot fail.
        let _ = write!(
            text,
            "\n> {}. (`{}`)\n",
            capital(&inline(&note.message)),
            note.code.id
        );
    }
    let mut left_out = 0;
    for section in Section::ALL {
        let changes = report.changes.iter();
        let mut entries: Vec<_> = changes
            .filter(|entry| Section::in_review(entry) == section)
            .collect();
        // Stable: within a resource the gravest change stays first.
        entries.sort_by(|left, right| left.tags.cmp(&right.tags));
        left_out += write_section(&mut text, section, &entries, report.has_several_tags());
    }
    if left_out > 0 {
        let (old, new) = (inline(&report.old), inline(&report.new));
        let _ = write!(
            text,
            "\n{left_out} more changes are left out to keep this short. The whole report: `clientsmith diff {old} {new}`.\n"
        );
    }
    text
}

/// Writes a section as far as it fits, and returns how many changes do not.
fn write_section(text: &mut String, section: Section, entries: &[&Entry], has_tags: bool) -> usize {
    if entries.is_empty() {
        return 0;
    }
    let title = section.title();
    let head = format!(
        "\n### {title}\n\n| Change | On the wire | Rust API | Place |\n|---|---|---|---|\n"
    );
    let mut table = String::new();
    let mut written = 0;
    for entry in entries {
        let row = row(entry, has_tags);
        if text.len() + head.len() + table.len() + row.len() > MAX_BYTES {
            break;
        }
        table.push_str(&row);
        written += 1;
    }
    if written > 0 {
        text.push_str(&head);
        text.push_str(&table);
    }
    entries.len() - written
}

fn row(entry: &Entry, has_tags: bool) -> String {
    let mut change = capital(&entry.sentence);
    let scope = scope(entry);
    if !scope.is_empty() {
        change = format!("{change} ({scope})");
    }
    if has_tags && let [tag] = entry.tags.as_slice() {
        change = format!("**{tag}:** {change}");
    }
    let advice = entry.advice.as_deref().map(capital);
    let expectation = expectation(entry).filter(|_| entry.items.is_empty());
    for advice in advice.into_iter().chain(expectation) {
        change = format!("{change}. {advice}");
    }
    if let Some(reason) = &entry.accepted {
        change = format!("{change}. Accepted: {reason}");
    }
    format!(
        "| {} | {} | {} | {} |\n",
        cell(&change),
        wire(entry),
        cell(&rust(entry)),
        cell(&place(entry))
    )
}

fn wire(entry: &Entry) -> String {
    match entry.verdict {
        Verdict::Breaking => format!("**breaking**, `{}`", entry.code.id),
        verdict => format!("{verdict}, `{}`", entry.code.id),
    }
}

/// Returns the place in the new document; for what is gone, that in the old one.
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
    let advice = effects(entry).advice().join(". ");
    match (entry.level, advice.is_empty()) {
        (_, true) => "–".to_owned(),
        (Level::Major, false) => format!("**major**: {advice}"),
        (level, false) => format!("{level}: {advice}"),
    }
}

/// Returns the text with a capital at its beginning.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// Returns a text that stays within its cell.
pub(super) fn cell(text: &str) -> String {
    inline(text).replace('|', "\\|")
}

/// Returns a text of one line that is no HTML.
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
