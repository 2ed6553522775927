//! Generates the client of a document, and the program that tries its examples.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::Instant;

use clientsmith::diagnostics::{Diagnostics, Place, Pointer, Severity};
use clientsmith::{Package, Settings};

use super::documents::Document;
use super::raw::Raw;
use super::report::{Findings, Problem, RoundTrip};
use super::roundtrip::{Plan, plan, program};
use super::workspace::{program_name, put};
use super::{Options, free_form::free_form};

/// A document that was tried.
#[derive(Debug)]
pub struct Tried {
    /// The document.
    pub document: Document,
    /// What was found so far.
    pub findings: Findings,
    /// Whether there is a client to compile.
    pub has_client: bool,
    /// The document as it stands in its text, and what its test program has to do, if there is anything to do.
    pub examples: Option<(Raw, Plan)>,
}

/// Generates the client of `document` into a folder of its own in `workspace`, with the test program beside it if
/// `options` ask for it.
#[must_use]
pub fn generation(document: &Document, workspace: &Path, options: &Options) -> Tried {
    let mut tried = Tried {
        document: document.clone(),
        findings: Findings {
            name: document.name.clone(),
            ..Findings::default()
        },
        has_client: false,
        examples: None,
    };
    let start = Instant::now();
    let result = generate(document);
    tried.findings.generation.took = start.elapsed();
    match result {
        Err(problems) => tried.findings.generation.problems = problems,
        Ok((read, package)) => {
            if let Err(problem) = write(&mut tried, &read, &package, workspace, options) {
                tried.findings.generation.problems.push(problem);
            }
            tried.findings.locate(read.source());
        }
    }
    tried
}

fn generate(document: &Document) -> Result<(clientsmith::Document, Package), Vec<Problem>> {
    let bytes = fs::read(&document.path)
        .map_err(|error| vec![Problem::whole("unreadable", error.to_string())])?;
    let settings = Settings::for_package(&document.package);
    let read =
        clientsmith::Document::read(&document.name, &bytes).map_err(|found| errors(&found))?;
    let package = clientsmith::generate(&read, &settings).map_err(|found| errors(&found))?;
    Ok((read, package))
}

/// The errors with their places.
fn errors(found: &Diagnostics) -> Vec<Problem> {
    let errors = found
        .iter()
        .filter(|item| item.severity() == Severity::Error);
    let mut problems: Vec<Problem> = errors
        .map(|item| match &item.place {
            Place::Pointer(at) | Place::Key(at) => {
                Problem::at(at.clone(), item.code.id, &*item.message)
            }
            Place::Span(_) | Place::Whole => Problem::whole(item.code.id, &*item.message),
        })
        .collect();
    let mut findings = Findings::default();
    findings.generation.problems.append(&mut problems);
    findings.locate(found.source());
    findings.generation.problems
}

fn write(
    tried: &mut Tried,
    read: &clientsmith::Document,
    package: &Package,
    workspace: &Path,
    options: &Options,
) -> Result<(), Problem> {
    let failed = |error: &dyn std::fmt::Display| Problem::whole("not-written", error.to_string());
    package
        .write_to(&workspace.join(&tried.document.package))
        .map_err(|error| failed(&error))?;
    tried.has_client = true;
    tried.findings.warnings = package.warnings().len();
    let raw =
        Raw::read(read.source().text()).map_err(|error| Problem::whole("not-read-again", error))?;
    let types = clientsmith::type_paths(read);
    tried.findings.free_form = free_form(&raw, &types, package.warnings());
    if options.roundtrip {
        let plan = examples(tried, &raw, &types, workspace).map_err(|error| failed(&error))?;
        tried.examples = (!plan.cases.is_empty()).then_some((raw, plan));
    }
    Ok(())
}

fn examples(
    tried: &mut Tried,
    raw: &Raw,
    types: &BTreeMap<Pointer, String>,
    workspace: &Path,
) -> std::io::Result<Plan> {
    let plan = plan(raw, types);
    let name = program_name(&tried.document.package);
    for (path, text) in program(&name, &tried.document.package, &plan) {
        put(&workspace.join(&name).join(path), &text)?;
    }
    tried.findings.roundtrip = Some(RoundTrip {
        invalid: plan.invalid,
        skipped: plan.skipped,
        ..RoundTrip::default()
    });
    Ok(plan)
}
