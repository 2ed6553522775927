//! What the user sees: results on standard output, diagnostics on standard error.
//!
//! A reader that went away, such as `head`, is no reason to fail: what cannot be written is dropped.

use std::error::Error;
use std::io::{IsTerminal, Write};

use anstream::{AutoStream, ColorChoice};

use super::{Outcome, format_error};
use clientsmith::diagnostics::Verbosity;
use clientsmith::package::Package;

/// Returns whether a person reads the results.
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

/// Prints the warnings about `package`, and returns their number.
#[must_use]
pub fn warn(package: &Package, verbosity: Verbosity) -> usize {
    let report = package.warnings().report(verbosity, is_colored());
    complain(&report.text);
    report.warnings
}

/// Prints `error`, with `verbosity` for its diagnostics.
#[must_use]
pub fn fail(error: &(dyn Error + 'static), verbosity: Verbosity) -> Outcome {
    complain(&format_error(error, verbosity, is_colored()));
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
