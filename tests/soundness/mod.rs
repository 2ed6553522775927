//! What holds for every input: a sound package, twice the same, or diagnostics with a place.

#![allow(
    clippy::missing_panics_doc,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod comments;
pub mod literals;
pub mod package;
pub mod unique;

use std::panic::{AssertUnwindSafe, catch_unwind};

use clientsmith::diagnostics::Severity;
use clientsmith::{Diagnostics, Document, Package, Settings, generate};

/// What diagnostics call the document.
pub const NAME: &str = "hostile.yaml";

/// Longest text that one finding may come to, in bytes, however large the document is.
const MAX_FINDING: usize = 4 << 10;

/// Generates from `bytes`, twice, and demands a sound package or diagnostics with a place.
///
/// `case` is what a failure calls the input.
///
/// # Errors
/// What the generator has against the input.
pub fn check(case: &str, bytes: &[u8]) -> Result<Package, Diagnostics> {
    let first = run(case, bytes);
    let second = run(case, bytes);
    match (&first, &second) {
        (Ok(first), Ok(second)) => {
            assert!(same(first, second), "{case}: two runs differ");
            package::check(case, first);
            report_is_sound(case, first.warnings());
        }
        (Err(first), Err(second)) => {
            assert!(first.has_errors(), "{case}: refused without an error");
            report_is_sound(case, first);
            let (first, second) = (first.render(false), second.render(false));
            assert_eq!(first, second, "{case}: two reports differ");
        }
        _ => panic!("{case}: accepted once and refused once"),
    }
    first
}

/// [`check`], and demands that there is a package.
#[must_use]
pub fn accepted(case: &str, bytes: &[u8]) -> Package {
    check(case, bytes).unwrap_or_else(|problems| panic!("{case}: refused\n{problems}"))
}

/// [`check`], and demands an error with the code `code`.
pub fn refused(case: &str, bytes: &[u8], code: &str) {
    let Err(problems) = check(case, bytes) else {
        panic!("{case}: accepted, not refused with {code}");
    };
    let found = problems.iter().any(|problem| problem.code.id == code);
    assert!(found, "{case}: not refused with {code}\n{problems}");
}

/// [`accepted`], and demands a warning with the code `code`.
pub fn warned(case: &str, bytes: &[u8], code: &str) {
    let package = accepted(case, bytes);
    let found = package
        .warnings()
        .iter()
        .any(|warning| warning.code.id == code);
    let warnings = package.warnings();
    assert!(found, "{case}: no warning {code}\n{warnings}");
}

/// Generates from `bytes` once; a panic fails the test and names `case`.
///
/// # Errors
/// What the generator has against the input.
pub fn run(case: &str, bytes: &[u8]) -> Result<Package, Diagnostics> {
    let work = || {
        let document = Document::read(NAME, bytes)?;
        generate(&document, &Settings::for_package("hostile"))
    };
    catch_unwind(AssertUnwindSafe(work))
        .unwrap_or_else(|_| panic!("{case}: the generator panicked"))
}

fn same(first: &Package, second: &Package) -> bool {
    first.files().eq(second.files()) && first.document_hash() == second.document_hash()
}

/// Every finding has a message and help, every warning has a note, and all are shown with a place; the whole stays
/// readable.
fn report_is_sound(case: &str, problems: &Diagnostics) {
    for problem in problems {
        assert!(!problem.message.is_empty(), "{case}: an empty message");
        assert!(!problem.help().is_empty(), "{case}: no help");
        let has_note = problem.note().is_some_and(|note| !note.is_empty());
        let is_warning = problem.severity() == Severity::Warning;
        assert!(
            has_note || !is_warning,
            "{case}: no note: {}",
            problem.message
        );
    }
    let report = problems.render(false);
    assert_eq!(problems.is_empty(), report.is_empty(), "{case}: {report}");
    let placed = report.contains(&format!("{NAME}:"));
    assert!(
        problems.is_empty() || placed,
        "{case}: no place in\n{report}"
    );
    let size = report.len();
    assert!(
        size <= MAX_FINDING * (problems.len() + 1),
        "{case}: the report has {size} bytes"
    );
    let dangerous = report
        .chars()
        .find(|letter| *letter != '\n' && is_dangerous(*letter));
    assert_eq!(dangerous, None, "{case}: the report is not plain text");
}

/// Whether a letter changes how the text around it is shown.
#[must_use]
pub fn is_dangerous(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{61c}')
}
