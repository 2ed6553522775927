//! The arguments of `cargo xtask corpus`.

use std::num::NonZeroUsize;
use std::path::PathBuf;

/// Test the generator with every document of a folder
///
/// Generates a client crate from each .yaml, .yml and .json file, into a scratch workspace in the target folder. The
/// next run reuses the dependencies that cargo built there. There is no list of exceptions.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  cargo xtask corpus DIR --check --roundtrip --json report.json\n\nExit codes: 0 nothing is wrong, 1 a document fell short, 2 error"
)]
pub struct Arguments {
    /// Folder of the documents
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// Run `cargo check` on each client, treating warnings as errors
    #[arg(long)]
    pub check: bool,
    /// Run `cargo clippy` on each client, treating warnings as errors
    #[arg(long)]
    pub clippy: bool,
    /// Decode and encode the examples of each document and samples of its schemas, and compare
    ///
    /// Samples are made from every component schema, every inline union and every JSON body: each subschema of
    /// `oneOf` and `anyOf`, each listed value, each optional member. Only values that are valid against the document
    /// are used. A value is wrong if it is refused, if a part of it is lost or changed, or if it lands in the catch-all
    /// of a union, or of an enum that lists it.
    #[arg(long)]
    pub roundtrip: bool,
    /// Number of documents to work on at a time; each beyond the first builds its own dependencies
    #[arg(long, value_name = "N", default_value = "1")]
    pub jobs: NonZeroUsize,
    /// Write the report as JSON to FILE, or to stdout instead of the table
    #[arg(long, value_name = "FILE|-")]
    pub json: Option<PathBuf>,
    /// Folder for the generated crates [default: in the target folder]
    #[arg(long, value_name = "DIR")]
    pub keep: Option<PathBuf>,
}
