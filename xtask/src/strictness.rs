//! The flag that turns warnings into errors.

use xtask::package::Warnings;

/// How warnings about a document are taken.
#[derive(Debug, clap::Args)]
pub struct Strictness {
    /// Take warnings about a document as errors: exit with 2 and write nothing
    ///
    /// Those that the settings allow stay hidden; single ones are allowed or denied there, under [lints].
    #[arg(long)]
    strict: bool,
}

impl Strictness {
    pub fn warnings(&self) -> Warnings {
        if self.strict {
            Warnings::Denied
        } else {
            Warnings::Shown
        }
    }
}
