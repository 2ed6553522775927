//! Compiles the client of a document, and tries its examples.

use std::io;
use std::time::Instant;

use super::Options;
use super::cargo::{Ran, cargo};
use super::generation::Tried;
use super::report::{Findings, Problem, Samples, Stage};
use super::roundtrip;
use super::workspace::{Workspace, program_name};

/// Runs the stages that `options` ask for on the crates of `tried`, and adds what they find.
pub fn compilation(tried: &Tried, workspace: &Workspace, options: &Options) -> Compiled {
    let package = &tried.document.package;
    let run =
        |wanted: bool, command| wanted.then(|| stage(cargo(workspace, command, package)).stage);
    Compiled {
        check: run(options.check, "check"),
        clippy: run(options.clippy, "clippy"),
        examples: tried.examples.as_ref().map(|_| examples(tried, workspace)),
    }
}

/// What compiling found.
#[derive(Debug)]
pub struct Compiled {
    check: Option<Stage>,
    clippy: Option<Stage>,
    examples: Option<Tested>,
}

/// What the test program found.
#[derive(Debug, Default)]
struct Tested {
    /// Building it, and the examples.
    roundtrip: Stage,
    /// How many examples came back equal.
    equal: usize,
    /// The samples.
    samples: Samples,
}

impl Compiled {
    /// Returns how many things were wrong.
    pub fn wrong(&self) -> usize {
        let stages = [
            self.check.as_ref(),
            self.clippy.as_ref(),
            self.examples.as_ref().map(|tested| &tested.roundtrip),
            self.examples.as_ref().map(|tested| &tested.samples.stage),
        ];
        stages
            .into_iter()
            .flatten()
            .map(|stage| stage.problems.len())
            .sum()
    }

    /// Adds this to `findings`.
    pub fn add_to(self, findings: &mut Findings) {
        findings.check = self.check;
        findings.clippy = self.clippy;
        let Some(tested) = self.examples else {
            return;
        };
        if let Some(roundtrip) = &mut findings.roundtrip {
            roundtrip.stage = tested.roundtrip;
            roundtrip.equal = tested.equal;
        }
        if let Some(samples) = &mut findings.samples {
            let schemas = samples.schemas;
            *samples = Samples {
                schemas,
                ..tested.samples
            };
        }
    }
}

/// Builds and runs the test program.
fn examples(tried: &Tried, workspace: &Workspace) -> Tested {
    let name = program_name(&tried.document.package);
    let ran = stage(cargo(workspace, "build", &name));
    let mut tested = Tested {
        roundtrip: ran.stage,
        ..Tested::default()
    };
    let (Some(executable), Some((raw, plan))) = (&ran.executable, &tried.examples) else {
        return tested;
    };
    let start = Instant::now();
    let file = workspace.folder.join(&name).join("cases.json");
    let again = match roundtrip::run(executable, &file, plan) {
        Ok(again) => again,
        Err(error) => {
            let problem = Problem::whole("not-run", error.to_string());
            tested.roundtrip.problems.push(problem);
            return tested;
        }
    };
    let [examples, samples] = roundtrip::problems(raw, plan, &again);
    tested.roundtrip.problems.extend(examples.found);
    tested.equal = examples.equal;
    tested.samples.equal = samples.equal;
    tested.samples.wrong = samples.wrong;
    tested.samples.stage.problems = samples.found;
    tested.samples.stage.took = start.elapsed();
    tested
}

fn stage(ran: io::Result<Ran>) -> Ran {
    ran.unwrap_or_else(|error| {
        let mut ran = Ran::default();
        ran.stage
            .problems
            .push(Problem::whole("cargo-failed", error.to_string()));
        ran
    })
}
