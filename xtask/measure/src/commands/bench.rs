//! `cargo xtask bench`: measures how fast generation is, and how fast its results compile.

use std::path::Path;
use std::time::Duration;

use clientsmith::diagnostics::Verbosity;
use clientsmith_cli::{Outcome, terminal};
use xtask::measure::bench::Arguments;
use xtask::package::Warnings;
use xtask::{Failure, api, package, root};
use xtask_measure::bench::{calls, client, generation};

pub fn run(arguments: &Arguments) -> Outcome {
    match measure(arguments) {
        Ok(()) => Outcome::Done,
        Err(failure) => terminal::fail(&failure, Verbosity::default()),
    }
}

fn measure(arguments: &Arguments) -> Result<(), Failure> {
    let root = root::find()?;
    let apis = api::select(&root, &[])?;
    let mut documents = arguments.documents.clone();
    if documents.is_empty() {
        documents.extend(apis.iter().map(|api| root.join(&api.document)));
    }
    for document in &documents {
        report_generation(document, &generation::measure(document, arguments.rounds)?);
    }
    if arguments.check {
        for api in &apis {
            let folder = root.join("target/bench").join(&api.name);
            let measured = client::measure(
                &package::generate(&root, api, Warnings::Shown)?,
                &folder,
                arguments.rounds.min(5),
            )?;
            terminal::say(&format!("{}: cargo check, dependencies built", api.name));
            row("floor: an empty crate", measured.floor, None);
            row("the client", measured.client, Some(measured.floor));
        }
    }
    if arguments.calls {
        calls::run(&root)?;
    }
    Ok(())
}

fn report_generation(document: &Path, measured: &generation::Generation) {
    terminal::say(&format!(
        "{}: generation",
        document.file_name().unwrap_or_default().to_string_lossy()
    ));
    row("floor: read and parse", measured.floor, None);
    row("whole generation", measured.whole, Some(measured.floor));
    row("  load", measured.load, Some(measured.floor));
    row("  lower", measured.stages.lower, Some(measured.floor));
    row("  analyze", measured.stages.analyze, Some(measured.floor));
    row(
        "  emit (all threads)",
        measured.stages.emit,
        Some(measured.floor),
    );
    row(
        "  render (all threads)",
        measured.stages.render,
        Some(measured.floor),
    );
    row("  package", measured.stages.package, Some(measured.floor));
    let lines = measured.lines;
    terminal::say(&format!(
        "  {} lines of Rust: {} of the runtime, {} of code beside it, the rest documentation",
        lines.all, lines.runtime, lines.code
    ));
}

fn row(what: &str, took: Duration, floor: Option<Duration>) {
    let ratio = floor
        .map(|floor| format!("{:8.2} x", took.as_secs_f64() / floor.as_secs_f64()))
        .unwrap_or_default();
    terminal::say(&format!(
        "  {what:<24}{:10.2} ms{ratio}",
        took.as_secs_f64() * 1000.0
    ));
}
