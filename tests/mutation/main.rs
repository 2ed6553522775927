//! Documents with two or three changes that are known: whether the report has each of them once and nothing else, and
//! whether its verdict is as grave as what the compiler and a server say of a program that was written for the old client.
//!
//! The documents are those in `spec/`, and those whose paths are in the environment variable `MUTATED_DOCUMENTS`, separated
//! as in `PATH`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod document;
mod mutation;
mod probe;
mod programs;

use clientsmith::Settings;
use clientsmith::diff::{Entry, Report};
use clientsmith::surface::Level;
use document::Mutated;
use mutation::Expected;

/// How many mutated documents there are of each document.
const COUNT: u64 = 60;

/// How many of them are compiled and run.
const COMPILED: u64 = 6;

#[test]
fn every_change_is_found_once() {
    let mut wrong = Vec::new();
    for mutated in document::mutated(COUNT) {
        let report = report(&mutated);
        let explained = |entry: &Entry| mutated.expected.iter().any(|it| it.is_in(entry));
        for expected in &mutated.expected {
            let entries = report.changes.iter().filter(|entry| expected.is_in(entry));
            let count = entries.count();
            if count != 1 {
                wrong.push(format!(
                    "{}: {expected:?} is reported {count} times",
                    mutated.name
                ));
            }
        }
        let others = report.changes.iter();
        let others = others.filter(|entry| !explained(entry) && !mutation::is_consequence(entry));
        wrong.extend(others.map(|entry| {
            let sentence = &entry.sentence;
            format!(
                "{}: nobody did `{}`: {sentence}",
                mutated.name, entry.code.id
            )
        }));
    }
    assert!(
        wrong.is_empty(),
        "{} faults\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
#[ignore = "compiles and runs two programs for each document"]
fn no_verdict_is_too_low() {
    let mutated: Vec<Mutated> = document::mutated(COMPILED).collect();
    let outcomes = programs::run(&mutated);
    let mut wrong = Vec::new();
    for (mutated, outcome) in mutated.iter().zip(outcomes) {
        if let Some(fault) = outcome.with_old {
            wrong.push(format!("{}: with the old client: {fault}", mutated.name));
        }
        let level = report(mutated).level();
        println!(
            "{}: {level}, {:?} {:?}",
            mutated.name,
            outcome.with_new.as_ref().map(|it| it.lines().next()),
            mutated.expected
        );
        if let Some(fault) = outcome.with_new.filter(|_| level != Level::Major) {
            wrong.push(format!(
                "{}: {level}, but {fault}\n{:?}",
                mutated.name, mutated.expected
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn report(mutated: &Mutated) -> Report {
    let settings = Settings::for_package("mutated");
    Report::between(&mutated.read_old(), &mutated.read_new(), &settings)
}

impl Expected {
    /// Whether an entry is about this change.
    fn is_in(&self, entry: &Entry) -> bool {
        let also = entry.also.iter().flat_map(|(old, new)| [old, new]);
        let mut locations = [&entry.old, &entry.new].into_iter().chain(also);
        entry.code.id == self.code
            && locations.any(|at| at.present && at.pointer.as_str() == self.pointer)
    }
}
