//! `cargo xtask check`: checks that the clients are up to date.

use std::cell::RefCell;

use clientsmith_cli::{Outcome, Strictness, terminal};
use xtask::check;

use crate::each;

/// Check that the clients are up to date, without writing anything.
///
/// Lists each file that is missing, out of date, edited by hand or no longer generated, with the reason and a diff, and
/// the command that updates it. If stdout is not a terminal, nothing is printed about clients that are up to date.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  cargo xtask check\n  cargo xtask check tiger-cloud\n  cargo xtask check --strict\n\nExit codes: 0 up to date, 1 out of date, 2 error")]
pub struct Arguments {
    /// APIs: file names in spec/ without extension [default: all]
    #[arg(value_name = "NAME")]
    names: Vec<String>,
    #[command(flatten)]
    strictness: Strictness,
}

pub fn run(arguments: &Arguments) -> Outcome {
    let stale = RefCell::new(Vec::new());
    let strictness = &arguments.strictness;
    let outcome = each::api(&arguments.names, strictness.verbosity(), |root, api| {
        let outcome = api.client(root).check(strictness)?;
        if outcome == Outcome::Stale {
            stale.borrow_mut().push(api.name.clone());
        }
        Ok(outcome)
    });
    let stale = stale.take();
    if !stale.is_empty() {
        let names: Vec<&str> = stale.iter().map(String::as_str).collect();
        terminal::say(&format!("to update, run: {}", check::update_command(&names)));
    }
    outcome
}
