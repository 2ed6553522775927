//! The unified diff between a file on the disk and what the package makes.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use similar::{ChangeTag, TextDiff};

use super::Stale;
use super::visible::visible;

/// Returns the unified diff from the disk (`-`) to what a write would put there (`+`), as plain text.
///
/// At most `limit` lines are shown, then a line that counts the rest. Characters that could move the
/// cursor or reorder text are escaped, so that the diff is safe to print and shows line endings.
#[must_use]
pub fn unified(stale: &Stale, limit: usize) -> String {
    render(&lines(stale), limit, |_| Style::new())
}

/// [`unified`] with ANSI colours: removed red, added green, hunk headers cyan.
#[must_use]
pub fn unified_colored(stale: &Stale, limit: usize) -> String {
    render(&lines(stale), limit, color)
}

#[derive(Clone, Copy)]
enum Kind {
    File,
    Hunk,
    Removed,
    Added,
    Context,
}

type Line = (Kind, String);

fn lines(stale: &Stale) -> Vec<Line> {
    let Ok(old) = std::str::from_utf8(stale.on_disk.as_deref().unwrap_or_default()) else {
        return vec![(
            Kind::Context,
            "the file on the disk is not UTF-8 text".to_owned(),
        )];
    };
    let new = stale.generated.as_deref().unwrap_or_default();
    let path = visible(&stale.path);
    let mut lines = vec![
        (Kind::File, format!("--- {path} (on disk)")),
        (Kind::File, format!("+++ {path} (generated)")),
    ];
    let diff = TextDiff::from_lines(old, new);
    for hunk in diff.unified_diff().iter_hunks() {
        lines.push((Kind::Hunk, hunk.header().to_string()));
        lines.extend(
            hunk.iter_changes()
                .map(|change| line(change.tag(), change.value())),
        );
    }
    lines
}

fn line(tag: ChangeTag, value: &str) -> Line {
    let (kind, sign) = match tag {
        ChangeTag::Delete => (Kind::Removed, '-'),
        ChangeTag::Insert => (Kind::Added, '+'),
        ChangeTag::Equal => (Kind::Context, ' '),
    };
    let text = visible(value.strip_suffix('\n').unwrap_or(value));
    let end = if value.ends_with('\n') {
        ""
    } else {
        " (no line feed at the end)"
    };
    (kind, format!("{sign}{text}{end}"))
}

fn color(kind: Kind) -> Style {
    match kind {
        Kind::File => Style::new().bold(),
        Kind::Hunk => AnsiColor::Cyan.on_default(),
        Kind::Removed => AnsiColor::Red.on_default(),
        Kind::Added => AnsiColor::Green.on_default(),
        Kind::Context => Style::new(),
    }
}

fn render(lines: &[Line], limit: usize, style: fn(Kind) -> Style) -> String {
    let mut text = String::new();
    for (kind, line) in lines.iter().take(limit) {
        let style = style(*kind);
        // Writing to a `String` cannot fail.
        let _ = writeln!(text, "{style}{line}{style:#}");
    }
    if let Some(more) = lines.len().checked_sub(limit).filter(|more| *more > 0) {
        let _ = writeln!(text, "... {more} more lines");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::package::State;

    fn stale(on_disk: &[u8], generated: &str) -> Stale {
        Stale {
            path: "a.rs".into(),
            state: State::Stale,
            on_disk: Some(on_disk.into()),
            generated: Some(generated.into()),
        }
    }

    #[test]
    fn a_diff_leads_from_the_disk_to_the_package() {
        let diff = unified(&stale(b"one\r\ntwo", "one\ntwo\n"), 100);
        let expected = "--- a.rs (on disk)\n+++ a.rs (generated)\n@@ -1,2 +1,2 @@\n-one\\r\n-two (no line feed at the end)\n+one\n+two\n";
        assert_eq!(diff, expected);
    }

    #[test]
    fn long_diffs_are_cut_and_counted() {
        let diff = unified(&stale(b"", &"x\n".repeat(10)), 4);
        assert!(diff.ends_with("+x\n... 9 more lines\n"), "{diff}");
    }

    #[test]
    fn colors_wrap_whole_lines() {
        let diff = unified_colored(&stale(b"a\n", "b\n"), 100);
        assert!(
            diff.contains("\u{1b}[31m-a\u{1b}[0m\n\u{1b}[32m+b\u{1b}[0m\n"),
            "{diff:?}"
        );
    }

    #[test]
    fn what_could_deceive_a_terminal_is_escaped() {
        let diff = unified(&stale("\u{1b}[2J\u{202e}\n".as_bytes(), ""), 100);
        assert!(diff.contains("-\\u{1b}[2J\\u{202e}\n"), "{diff:?}");
        assert!(unified(&stale(b"\xff", "x"), 9).contains("not UTF-8"));
    }
}
