use std::ffi::OsString;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use super::client_arguments::{CheckedArguments, ClientArguments};
use super::diff::DiffArguments;
use super::{Client, ClientError, ENVIRONMENT, Outcome, UpdateOptions, new, terminal};
use clientsmith::diagnostics::Verbosity;

/// Generate typed Rust client crates from OpenAPI documents.
#[derive(Debug, Parser)]
#[command(
    name = "clientsmith",
    version,
    after_help = format!("Exit codes: 0 success, 1 out of date (or a change matched --fail-on), 2 error\n{ENVIRONMENT}")
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Generate a client crate from an OpenAPI document.
    ///
    /// Files that are up to date are not touched. Files that were not generated are never overwritten or removed: if one
    /// is in the way, nothing is written. If stdout is not a terminal, only changes are printed.
    #[command(after_help = "Example:\n  clientsmith generate petstore.yaml --out clients/petstore")]
    Generate(CheckedArguments),
    /// Check that a generated client is up to date, without writing anything.
    ///
    /// Lists each file that is missing, out of date, edited by hand or no longer generated, with the reason and a diff.
    /// If stdout is not a terminal, nothing is printed about a client that is up to date.
    #[command(
        after_help = "Example:\n  clientsmith check petstore.yaml --out clients/petstore\n\nExit codes: 0 up to date, 1 out of date, 2 error"
    )]
    Check(CheckedArguments),
    /// Create a client crate and its settings file.
    ///
    /// The settings file explains every key. It is created beside the document; an existing one is used unchanged. DIR must
    /// be new or empty. If anything fails, nothing is left behind.
    #[command(after_help = "Example:\n  clientsmith new petstore.yaml --out clients/petstore")]
    New(CheckedArguments),
    /// Report what changed between two documents, on the wire and for dependents of the generated client.
    ///
    /// On the wire, a change is breaking, risky or compatible for clients in any language that were written for OLD. In the
    /// public API of the generated crate, it is major, minor or patch (Semantic Versioning).
    #[command(
        after_help = "Examples:\n  clientsmith diff old.yaml new.yaml\n  clientsmith diff old.yaml new.yaml --format markdown --fail-on breaking,major\n\nExit codes: 0 compared, 1 a change matched --fail-on, 2 error"
    )]
    Diff(DiffArguments),
    /// Replace a document with a newer one, and update its client.
    ///
    /// Prints what changed, replaces FILE and the files it refers to, generates the client, adds an entry to its
    /// CHANGELOG.md, and sets the next version in the settings: breaking changes bump the major version (the minor version
    /// before 1.0.0). The entry of an unreleased version is extended instead. If the new document has errors, nothing is
    /// written. The next update completes an interrupted one.
    #[command(
        after_help = "Examples:\n  clientsmith update petstore.yaml --out clients/petstore --from downloads/petstore.yaml --dry-run\n  clientsmith update petstore.yaml --out clients/petstore --from downloads/petstore.yaml"
    )]
    Update(UpdateArguments),
}

/// A client and the document that it follows from now on.
#[derive(Debug, clap::Args)]
struct UpdateArguments {
    #[command(flatten)]
    client: ClientArguments,
    #[command(flatten)]
    options: UpdateOptions,
}

/// Runs the program `clientsmith` with `arguments`, the first of which is its name.
///
/// Returns the exit code: 0 after success, 1 if something is out of date or a change matched `--fail-on`, 2 after an error.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments.command.run().into(),
        Err(error) => {
            // A reader that went away is no reason to fail.
            let _ = error.print();
            u8::try_from(error.exit_code()).map_or(ExitCode::FAILURE, ExitCode::from)
        }
    }
}

impl Command {
    fn run(&self) -> Outcome {
        match self {
            Self::Generate(arguments) => {
                on_client(arguments, |client| client.generate(&arguments.strictness))
            }
            Self::Check(arguments) => {
                on_client(arguments, |client| client.check(&arguments.strictness))
            }
            Self::New(arguments) => on_client(arguments, |client| new::begin(arguments, client)),
            Self::Diff(arguments) => {
                let outcome = arguments.run();
                outcome.unwrap_or_else(|error| terminal::fail(&error, Verbosity::Examples))
            }
            Self::Update(arguments) => arguments.run(),
        }
    }
}

impl UpdateArguments {
    fn run(&self) -> Outcome {
        let settings = self.client.settings_path();
        let client = self.client.client();
        let outcome = client.update(&settings, &self.options, |_| Ok(()));
        let verbosity = self.options.strictness().verbosity();
        outcome.unwrap_or_else(|error: ClientError| terminal::fail(&error, verbosity))
    }
}

fn on_client(
    arguments: &CheckedArguments,
    action: impl FnOnce(Client) -> Result<Outcome, ClientError>,
) -> Outcome {
    let verbosity = arguments.strictness.verbosity();
    action(arguments.client.client()).unwrap_or_else(|error| terminal::fail(&error, verbosity))
}
