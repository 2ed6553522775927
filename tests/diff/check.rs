//! Whether a case has the report that it should have.

use std::fs;

use anstream::adapter::strip_str;
use clientsmith::diff::Format;
use similar::TextDiff;

use crate::case::Case;

/// What is wrong with the report of `case`, as a unified diff; with `UPDATE_GOLDEN` in the environment it is repaired
/// instead.
pub fn check(case: &Case) -> Option<String> {
    let path = case.folder.join("report.txt");
    let golden = fs::read_to_string(&path).unwrap_or_default();
    let new = strip_str(&case.report().render(Format::Text)).to_string();
    if golden == new {
        return None;
    }
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(path, new).unwrap();
        return None;
    }
    let diff = TextDiff::from_lines(&golden, &new);
    let diff = diff.unified_diff().header("golden", "now").to_string();
    Some(format!("tests/diff/cases/{}\n{diff}", case.name()))
}
