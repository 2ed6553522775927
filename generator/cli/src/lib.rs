//! The command line, and what it shares with other programs that write and check clients.
//!
//! [`run`] is the program `clientsmith`. The other items are for a program of a repository with clients of its own: they
//! write and check a [`Client`] and print the results in the same words.

mod arguments;
mod client;
mod client_arguments;
mod day;
mod diff;
mod diff_options;
mod format_error;
mod new;
mod outcome;
mod report;
mod strictness;
mod summary;
pub mod terminal;
mod threads;
pub mod update;
mod update_command;

pub use arguments::run;
pub use client::{Client, ClientError};
pub use diff_options::DiffOptions;
pub use format_error::format_error;
pub use outcome::Outcome;
pub use report::report;
pub use strictness::Strictness;
pub use threads::work_on_this_thread;
pub use update_command::UpdateOptions;

/// The environment variables, as printed at the end of `--help`.
pub const ENVIRONMENT: &str = "Environment: NO_COLOR turns colour off, CLICOLOR_FORCE=1 turns it on where the output is not a terminal.";
