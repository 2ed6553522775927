//! Tries the generator on every document of a folder: what it makes has to compile, and to read and write the examples
//! of the document.

mod cargo;
mod compilation;
mod documents;
mod free_form;
mod generation;
mod json;
pub mod raw;
pub mod report;
mod roundtrip;
mod samples;
mod table;
mod workers;
mod workspace;

use std::path::{Path, PathBuf};

use documents::Document;
use generation::Tried;
pub use json::json;
use report::Report;
pub use roundtrip::same_scalar;
pub use table::table;
use workspace::Workspace;

use xtask::Failure;

/// What to try.
#[derive(Clone, Debug)]
pub struct Options {
    /// Run `cargo check` on each client.
    pub check: bool,
    /// Run `cargo clippy` on each client.
    pub clippy: bool,
    /// Decode and encode the examples of each document.
    pub roundtrip: bool,
    /// How many documents to work on at a time.
    pub jobs: usize,
    /// Where the crates go.
    pub folder: PathBuf,
    /// Where cargo builds them.
    pub target: PathBuf,
}

/// Where a run stands.
#[derive(Clone, Debug)]
pub enum Progress<'a> {
    /// So many steps lie ahead.
    Steps(usize),
    /// Work on the document of this name began.
    Began(&'a str),
    /// A step ended.
    Ended,
    /// The client of the document of this name was compiled, and so many things were wrong.
    Compiled(&'a str, usize),
}

/// Tries every document in `folder`. The versions of dependencies are those of the repository at `root`.
///
/// # Errors
///
/// [`Failure`] if the folder has no documents or cannot be read, or the scratch workspace cannot be written. What is
/// wrong with a document is in the report.
pub fn run(
    root: &Path,
    folder: &Path,
    options: &Options,
    progress: &(dyn Fn(Progress<'_>) + Sync),
) -> Result<Report, Failure> {
    let documents = documents::documents(folder)?;
    let compiles = options.check || options.clippy || options.roundtrip;
    progress(Progress::Steps(
        documents.len() * (1 + usize::from(compiles)),
    ));
    let tried = workers::each(options.jobs, &documents, |_, document: &Document| {
        step(progress, &document.name, || {
            generation::generation(document, &options.folder, options)
        })
    });
    prepare(root, options, &tried)?;
    let compiled = workers::each(options.jobs, &tried, |worker, tried: &Tried| {
        let workspace = workspace_of(options, worker);
        let compile = || compilation::compilation(tried, &workspace, options);
        (compiles && tried.has_client).then(|| {
            let compiled = step(progress, &tried.document.name, compile);
            progress(Progress::Compiled(&tried.document.name, compiled.wrong()));
            compiled
        })
    });
    let pairs = tried.into_iter().zip(compiled);
    Ok(Report {
        documents: pairs
            .map(|(tried, compiled)| finish(tried, compiled))
            .collect(),
    })
}

fn step<R>(progress: &(dyn Fn(Progress<'_>) + Sync), name: &str, work: impl FnOnce() -> R) -> R {
    progress(Progress::Began(name));
    let result = work();
    progress(Progress::Ended);
    result
}

fn prepare(root: &Path, options: &Options, tried: &[Tried]) -> Result<(), Failure> {
    let mut members = Vec::new();
    for tried in tried.iter().filter(|tried| tried.has_client) {
        members.push(tried.document.package.clone());
        members.extend(
            tried
                .examples
                .as_ref()
                .map(|_| workspace::program_name(&tried.document.package)),
        );
    }
    workspace::prepare(&options.folder, &root.join("Cargo.lock"), &members).map_err(|source| {
        Failure::Write {
            path: options.folder.clone(),
            source,
        }
    })
}

/// Returns the workspace for one of the threads. Cargo lets only one process build in a folder at a time, so each
/// thread has its own.
fn workspace_of(options: &Options, worker: usize) -> Workspace {
    let target = match worker {
        0 => options.target.clone(),
        worker => options.target.with_extension(worker.to_string()),
    };
    Workspace {
        folder: options.folder.clone(),
        target,
    }
}

fn finish(tried: Tried, compiled: Option<compilation::Compiled>) -> report::Findings {
    let mut findings = tried.findings;
    if let Some(compiled) = compiled {
        compiled.add_to(&mut findings);
    }
    findings.locate(&tried.source);
    findings
}
