//! `cargo xtask corpus`: tries the generator on every document of a folder.

use std::path::{Path, PathBuf};

use indicatif::{ProgressBar, ProgressStyle};
use clientsmith::diagnostics::Extent;
use xtask::corpus::{self, Options, Progress, report::Report};
use xtask::{Failure, root};

use clientsmith::cli::{Outcome, terminal};

/// Test the generator with every document of a folder
///
/// Generates a client crate from each .yaml, .yml and .json file, into a scratch workspace in the target folder. The
/// next run reuses the dependencies that cargo built there. There is no list of exceptions.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  cargo xtask corpus DIR --check --roundtrip --json report.json\n\nExit codes: 0 nothing is wrong, 1 a document fell short, 2 error")]
pub struct Arguments {
    /// Folder of the documents
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Run `cargo check` on each client, treating warnings as errors
    #[arg(long)]
    check: bool,
    /// Run `cargo clippy` on each client, treating warnings as errors
    #[arg(long)]
    clippy: bool,
    /// Decode and encode the examples of each document and samples of its schemas, and compare
    ///
    /// Samples are made from every component schema, every inline union and every JSON body: each subschema of
    /// `oneOf` and `anyOf`, each listed value, each optional member. Only values that are valid against the document
    /// are used. A value is wrong if it is refused, if a part of it is lost or changed, or if it lands in the catch-all
    /// of a union, or of an enum that lists it.
    #[arg(long)]
    roundtrip: bool,
    /// Number of documents to work on at a time; each beyond the first builds its own dependencies
    #[arg(long, value_name = "N", default_value = "1")]
    jobs: std::num::NonZeroUsize,
    /// Write the report as JSON to FILE, or to stdout instead of the table
    #[arg(long, value_name = "FILE|-")]
    json: Option<PathBuf>,
    /// Folder for the generated crates [default: in the target folder]
    #[arg(long, value_name = "DIR")]
    keep: Option<PathBuf>,
}

pub fn run(arguments: &Arguments) -> Outcome {
    match try_all(arguments).and_then(|report| tell(arguments, &report).map(|()| report)) {
        Ok(report) if report.short() == 0 => Outcome::Done,
        Ok(_) => Outcome::FellShort,
        Err(failure) => terminal::fail(&failure, Extent::default()),
    }
}

fn try_all(arguments: &Arguments) -> Result<Report, Failure> {
    let root = root::find()?;
    let bar = ProgressBar::new(0).with_style(style());
    let report = corpus::run(&root, &arguments.folder, &options(arguments, &root), &|progress| match progress {
        Progress::Steps(steps) => bar.set_length(steps as u64),
        Progress::Began(name) => bar.set_message(name.to_owned()),
        Progress::Ended => bar.inc(1),
        Progress::Compiled(name, wrong) => bar.suspend(|| terminal::complain(&compiled(name, wrong))),
    });
    bar.finish_and_clear();
    report
}

fn options(arguments: &Arguments, root: &Path) -> Options {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |target| root.join(target));
    let scratch = target.join("corpus");
    Options {
        check: arguments.check,
        clippy: arguments.clippy,
        roundtrip: arguments.roundtrip,
        jobs: arguments.jobs.get(),
        folder: arguments.keep.clone().unwrap_or_else(|| scratch.join("crates")),
        target: scratch.join("target"),
    }
}

/// What is told of a document at once: a run over giants takes long, and may be interrupted.
fn compiled(name: &str, wrong: usize) -> String {
    match wrong {
        0 => format!("{name}: fine\n"),
        wrong => format!("{name}: {wrong} wrong\n"),
    }
}

/// The bar shows itself on standard error, and only where that is a terminal.
fn style() -> ProgressStyle {
    ProgressStyle::with_template("{bar:30} {pos}/{len} {msg} {elapsed}").unwrap_or_else(|_| ProgressStyle::default_bar())
}

fn tell(arguments: &Arguments, report: &Report) -> Result<(), Failure> {
    let text = || format!("{:#}\n", corpus::json(report));
    match &arguments.json {
        Some(path) if path.as_os_str() == "-" => terminal::print(&text()),
        Some(path) => {
            let failed = |source| Failure::Write { path: path.clone(), source };
            std::fs::write(path, text()).map_err(failed)?;
            terminal::print(&corpus::table(report));
        }
        None => terminal::print(&corpus::table(report)),
    }
    Ok(())
}
