//! Compiles the client of a document, and tries its examples.

use std::io;

use super::Options;
use super::cargo::{Ran, cargo};
use super::generation::Tried;
use super::report::{Findings, Problem, Stage};
use super::roundtrip::{self, Again};
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
    examples: Option<(Stage, usize)>,
}

impl Compiled {
    /// How many things were wrong.
    pub fn wrong(&self) -> usize {
        let stages = [
            self.check.as_ref(),
            self.clippy.as_ref(),
            self.examples.as_ref().map(|(stage, _)| stage),
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
        if let (Some(roundtrip), Some((stage, equal))) = (&mut findings.roundtrip, self.examples) {
            roundtrip.stage = stage;
            roundtrip.equal = equal;
        }
    }
}

/// Builds and runs the test program; gives how many examples came back equal, too.
fn examples(tried: &Tried, workspace: &Workspace) -> (Stage, usize) {
    let name = program_name(&tried.document.package);
    let mut ran = stage(cargo(workspace, "build", &name));
    let (Some(executable), Some((raw, plan))) = (&ran.executable, &tried.examples) else {
        return (ran.stage, 0);
    };
    let file = workspace.folder.join(&name).join("cases.json");
    let again = match roundtrip::run(executable, &file, plan) {
        Ok(again) => again,
        Err(error) => {
            ran.stage
                .problems
                .push(Problem::whole("not-run", error.to_string()));
            Vec::<Again>::new()
        }
    };
    let problems = roundtrip::problems(raw, plan, &again);
    let equal = again.len() - problems.len();
    ran.stage.problems.extend(problems);
    (ran.stage, equal)
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
