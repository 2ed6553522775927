//! `cargo xtask check`: tells which clients are not what their documents say.

use std::cell::RefCell;

use clientsmith::cli::{Outcome, Strictness, terminal};
use xtask::check;

use crate::each;

/// Tell where the clients are not what their documents say; write nothing.
///
/// Lists each file that is missing, stale, edited by hand or no longer made, with the reason and a diff, and
/// ends with the command that mends it. Where standard output is not a terminal, a fresh client is not mentioned.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  cargo xtask check\n  cargo xtask check tiger-cloud\n  cargo xtask check --strict\n\nExit codes: 0 fresh, 1 stale, 2 error.")]
pub struct Arguments {
    /// The APIs whose clients to check: file names in spec/ without extension [default: all]
    #[arg(value_name = "NAME")]
    names: Vec<String>,
    #[command(flatten)]
    strictness: Strictness,
}

pub fn run(arguments: &Arguments) -> Outcome {
    let stale = RefCell::new(Vec::new());
    let strictness = &arguments.strictness;
    let outcome = each::api(&arguments.names, strictness.extent(), |root, api| {
        let outcome = api.client(root).check(strictness)?;
        if outcome == Outcome::Stale {
            stale.borrow_mut().push(api.name.clone());
        }
        Ok(outcome)
    });
    let stale = stale.take();
    if !stale.is_empty() {
        let names: Vec<&str> = stale.iter().map(String::as_str).collect();
        terminal::say(&format!("mend this with: {}", check::mend(&names)));
    }
    outcome
}
