//! What the user sees: results on standard output, diagnostics on standard error.
//!
//! A reader that went away, such as `head`, is no reason to fail: what cannot be written is dropped.

use std::error::Error;
use std::io::{IsTerminal, Write};

use anstream::{AutoStream, ColorChoice};

use super::{Outcome, explain};
use clientsmith::diagnostics::Extent;
use clientsmith::package::Package;

/// Whether a person reads the results.
#[must_use]
pub fn is_interactive() -> bool {
    std::io::stdout().is_terminal()
}

/// Prints `text`, which ends its own lines, as a result.
pub fn print(text: &str) {
    let _ = anstream::stdout().write_all(text.as_bytes());
}

/// Prints `line` as a result.
pub fn say(line: &str) {
    print(&format!("{line}\n"));
}

/// Shows the warnings about `package` to `extent`, and tells how many there are.
#[must_use]
pub fn warn(package: &Package, extent: Extent) -> usize {
    let report = package.warnings().report(extent, is_colored());
    complain(&report.text);
    report.warnings
}

/// Shows `error`, its diagnostics to `extent`.
#[must_use]
pub fn fail(error: &(dyn Error + 'static), extent: Extent) -> Outcome {
    complain(&explain(error, extent, is_colored()));
    Outcome::Failed
}

/// Shows `text` as a diagnostic, unless it is empty.
pub fn complain(text: &str) {
    if !text.is_empty() {
        let _ = writeln!(anstream::stderr(), "{}", text.trim_end());
    }
}

fn is_colored() -> bool {
    AutoStream::choice(&std::io::stderr()) != ColorChoice::Never
}
