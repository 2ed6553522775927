//! [Workflow commands](https://docs.github.com/actions/reference/workflow-commands-for-github-actions) of GitHub
//! Actions.

use super::effect::effects;
use super::scope;
use crate::codes::changes::Verdict;
use crate::diff::{Entry, Note, Report};
use crate::surface::Level;

/// One annotation of the new document for each change: an error if it breaks clients, a warning if it may, or breaks
/// programs that use the crate.
pub(super) fn render(report: &Report) -> String {
    let changes = report.changes.iter();
    let changes = changes.filter(|change| change.accepted.is_none());
    let notes = report.notes.iter().map(note);
    changes.map(annotation).chain(notes).collect()
}

fn note(note: &Note) -> String {
    let command = match note.verdict {
        Verdict::Breaking => "error",
        Verdict::Risky => "warning",
        Verdict::Compatible => "notice",
    };
    format!(
        "::{command} title={}::{}\n",
        property(note.code.id),
        data(&note.message)
    )
}

fn annotation(entry: &Entry) -> String {
    let command = match (entry.verdict, entry.level) {
        (Verdict::Breaking, _) => "error",
        (Verdict::Risky, _) | (_, Level::Major) => "warning",
        _ => "notice",
    };
    let at = &entry.new;
    format!(
        "::{command} file={},line={},col={},title={}::{}\n",
        property(&at.file),
        at.line,
        at.column,
        property(&format!("{}: {}", entry.verdict, entry.code.id)),
        data(&message(entry))
    )
}

fn message(entry: &Entry) -> String {
    let mut message = entry.sentence.clone();
    let scope = scope(entry);
    if !scope.is_empty() {
        message = format!("{message} ({scope})");
    }
    if !entry.items.is_empty() {
        let advice = effects(entry).advice().join(". ");
        message = format!("{message}; Rust API: {}: {advice}", entry.level);
    }
    message
}

fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_a_command_early() {
        assert_eq!(data("50 %\r\n::error::"), "50 %25%0D%0A::error::");
        assert_eq!(property("a:b,c%"), "a%3Ab%2Cc%25");
    }
}
