use std::fmt::Write;
use std::path::Path;

use anstyle::{AnsiColor, Style};

use clientsmith::package::{MANIFEST, Stale, State, unified_colored};

/// The most lines of a diff that are shown for one file.
const DIFF_LINES: usize = 200;

/// Each file of `stale` with the reason and its diff, in colour, for the client in the folder `output`.
#[must_use]
pub fn report(output: &Path, stale: &[Stale]) -> String {
    let mut text = String::new();
    for file in stale {
        text.push_str(&heading(output, file));
        if explains(file, stale) {
            text.push_str(&unified_colored(file, DIFF_LINES));
        }
    }
    text
}

fn heading(output: &Path, file: &Stale) -> String {
    let (bold, alarm) = (Style::new().bold(), AnsiColor::Yellow.on_default().bold());
    let path = output.join(&file.path);
    let (path, state) = (path.display(), file.state);
    let mut line = String::new();
    // Writing to a `String` cannot fail.
    let _ = writeln!(
        line,
        "{bold}{path}{bold:#}: {alarm}{state}{alarm:#}: {}",
        state.why()
    );
    line
}

/// Returns whether the diff of `file` adds something to its heading. The hashes of the manifest do only where
/// nothing else explains them.
fn explains(file: &Stale, all: &[Stale]) -> bool {
    match file.state {
        State::Stale if file.path == MANIFEST => all.len() == 1,
        State::Stale | State::HandEdited | State::Damaged => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {

    use std::fs;

    use super::*;
    use clientsmith::Package;

    fn package(content: &str) -> Package {
        Package::new([("src/lib.rs".into(), content.into())], "hash".into()).unwrap()
    }

    #[test]
    fn a_missing_file_has_a_reason_and_no_diff() {
        let dir = tempfile::tempdir().unwrap();
        let stale = package("new\n").stale_in(dir.path()).unwrap();
        let report = report(Path::new("generated-client/api"), &stale);
        assert!(
            report.contains("generated-client/api/src/lib.rs\u{1b}[0m: "),
            "{report}"
        );
        assert!(
            report.contains("missing") && !report.contains("+new"),
            "{report}"
        );
    }

    #[test]
    fn an_edited_file_has_a_diff() {
        let dir = tempfile::tempdir().unwrap();
        package("new\n").write_to(dir.path()).unwrap();
        fs::write(dir.path().join("src/lib.rs"), "edited\n").unwrap();
        let report = report(
            Path::new("out"),
            &package("new\n").stale_in(dir.path()).unwrap(),
        );
        assert!(
            report.contains("-edited") && report.contains("+new"),
            "{report}"
        );
    }

    #[test]
    fn hashes_are_shown_only_where_nothing_else_explains_them() {
        let dir = tempfile::tempdir().unwrap();
        package("old\n").write_to(dir.path()).unwrap();
        let both = package("new\n").stale_in(dir.path()).unwrap();
        assert!(!report(Path::new("out"), &both).contains("+# document"));
        let other = Package::new([("src/lib.rs".into(), "old\n".into())], "other".into()).unwrap();
        let alone = other.stale_in(dir.path()).unwrap();
        assert!(report(Path::new("out"), &alone).contains("+# document other"));
    }
}
