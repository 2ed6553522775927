//! `cargo xtask corpus`: tests the generator with every document of a folder.

use std::path::Path;

use clientsmith::diagnostics::Verbosity;
use clientsmith_cli::{Outcome, terminal};
use indicatif::{ProgressBar, ProgressStyle};
use xtask::measure::corpus::Arguments;
use xtask::{Failure, root};
use xtask_measure::corpus::{self, Options, Progress, report::Report};

pub fn run(arguments: &Arguments) -> Outcome {
    match try_all(arguments).and_then(|report| print(arguments, &report).map(|()| report)) {
        Ok(report) if report.short() == 0 => Outcome::Done,
        Ok(_) => Outcome::FellShort,
        Err(failure) => terminal::fail(&failure, Verbosity::default()),
    }
}

fn try_all(arguments: &Arguments) -> Result<Report, Failure> {
    let root = root::find()?;
    let bar = ProgressBar::new(0).with_style(style());
    let report = corpus::run(
        &root,
        &arguments.folder,
        &options(arguments, &root),
        &|progress| match progress {
            Progress::Steps(steps) => bar.set_length(steps as u64),
            Progress::Began(name) => bar.set_message(name.to_owned()),
            Progress::Ended => bar.inc(1),
            Progress::Compiled(name, wrong) => {
                bar.suspend(|| terminal::complain(&compiled(name, wrong)));
            }
        },
    );
    bar.finish_and_clear();
    report
}

fn options(arguments: &Arguments, root: &Path) -> Options {
    let target = std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| root.join("target"), |target| root.join(target));
    let scratch = target.join("corpus");
    Options {
        check: arguments.check,
        clippy: arguments.clippy,
        roundtrip: arguments.roundtrip,
        jobs: arguments.jobs.get(),
        folder: arguments
            .keep
            .clone()
            .unwrap_or_else(|| scratch.join("crates")),
        target: scratch.join("target"),
    }
}

/// Returns what is printed as soon as a document is done: a run over large documents takes long, and can be
/// interrupted.
fn compiled(name: &str, wrong: usize) -> String {
    match wrong {
        0 => format!("{name}: fine\n"),
        wrong => format!("{name}: {wrong} wrong\n"),
    }
}

/// Returns the bar shows itself on standard error, and only where that is a terminal.
fn style() -> ProgressStyle {
    ProgressStyle::with_template("{bar:30} {pos}/{len} {msg} {elapsed}")
        .unwrap_or_else(|_| ProgressStyle::default_bar())
}

fn print(arguments: &Arguments, report: &Report) -> Result<(), Failure> {
    let text = || format!("{:#}\n", corpus::json(report));
    match &arguments.json {
        Some(path) if path.as_os_str() == "-" => terminal::print(&text()),
        Some(path) => {
            let failed = |source| Failure::Write {
                path: path.clone(),
                source,
            };
            std::fs::write(path, text()).map_err(failed)?;
            terminal::print(&corpus::table(report));
        }
        None => terminal::print(&corpus::table(report)),
    }
    Ok(())
}
