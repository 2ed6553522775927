//! The flags about the warnings of a document.

use clientsmith::api_files::Warnings;
use clientsmith::diagnostics::Verbosity;

/// How warnings about a document are treated and printed.
#[derive(Debug, clap::Args)]
pub struct Strictness {
    /// Treat warnings as errors: exit with 2 and write nothing
    ///
    /// Single diagnostic codes can be allowed or denied under [lints] in the settings. Allowed ones stay hidden.
    #[arg(long)]
    strict: bool,
    /// Print all warnings and errors, in one line each
    ///
    /// Without this option, the first five of each code are printed with their source lines, up to fifteen more in one line
    /// each, and the rest is counted.
    #[arg(long)]
    all_warnings: bool,
}

impl Strictness {
    /// Returns how warnings are treated.
    #[must_use]
    pub fn warnings(&self) -> Warnings {
        if self.strict {
            Warnings::Denied
        } else {
            Warnings::Shown
        }
    }

    /// Returns how much of them is shown.
    #[must_use]
    pub fn verbosity(&self) -> Verbosity {
        if self.all_warnings {
            Verbosity::Lines
        } else {
            Verbosity::Examples
        }
    }
}
