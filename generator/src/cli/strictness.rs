//! The flags about the warnings of a document.

use crate::api_files::Warnings;
use crate::diagnostics::Extent;

/// How warnings about a document are taken and shown.
#[derive(Debug, clap::Args)]
pub struct Strictness {
    /// Take warnings about a document as errors: exit with 2 and write nothing
    ///
    /// Those that the settings allow stay hidden; single ones are allowed or denied there, under [lints].
    #[arg(long)]
    strict: bool,
    /// List all warnings and errors of a document, in one line each
    ///
    /// Without this, the first five of a kind have their source lines, and of more than twenty the rest is counted.
    #[arg(long)]
    all_warnings: bool,
}

impl Strictness {
    /// What warnings lead to.
    #[must_use]
    pub fn warnings(&self) -> Warnings {
        if self.strict {
            Warnings::Denied
        } else {
            Warnings::Shown
        }
    }

    /// How much of them is shown.
    #[must_use]
    pub fn extent(&self) -> Extent {
        if self.all_warnings {
            Extent::Lines
        } else {
            Extent::Examples
        }
    }
}
