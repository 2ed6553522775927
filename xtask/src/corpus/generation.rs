//! Generates the client of a document, and the program that tries its examples.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use clientsmith::diagnostics::{Diagnostics, Place, Pointer, Severity, Source};
use clientsmith::{Package, Settings};

use super::documents::Document;
use super::raw::Raw;
use super::report::{Findings, Problem, RoundTrip};
use super::roundtrip::{Plan, plan, program};
use super::workspace::{program_name, put};
use super::{Options, free_form::free_form};
use crate::files;

/// A document that was tried.
#[derive(Debug)]
pub struct Tried {
    /// The document.
    pub document: Document,
    /// What was found so far.
    pub findings: Findings,
    /// Its text, which the places of the findings are in.
    pub source: Arc<Source>,
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
        source: Arc::default(),
        has_client: false,
        examples: None,
    };
    match fs::read(&document.path) {
        Err(error) => {
            let problem = Problem::whole("unreadable", error.to_string());
            tried.findings.generation.problems.push(problem);
        }
        Ok(bytes) => of_bytes(&mut tried, &bytes, workspace, options),
    }
    tried
}

fn of_bytes(tried: &mut Tried, bytes: &[u8], workspace: &Path, options: &Options) {
    let start = Instant::now();
    let result = generate(&tried.document, bytes);
    tried.findings.generation.took = start.elapsed();
    match result {
        Err(found) => {
            tried.source = Arc::clone(found.source());
            tried.findings.generation.problems = errors(&found);
        }
        Ok((read, package)) => {
            tried.source = Arc::clone(read.source());
            if let Err(problem) = write(tried, &read, &package, workspace, options) {
                tried.findings.generation.problems.push(problem);
            }
        }
    }
}

fn generate(
    document: &Document,
    bytes: &[u8],
) -> Result<(clientsmith::Document, Package), Diagnostics> {
    let settings = Settings::for_package(&document.package);
    let folder = document.path.parent().unwrap_or(Path::new(""));
    let read = files::document(folder, &document.name, bytes, &settings)?;
    let package = clientsmith::generate(&read, &settings)?;
    Ok((read, package))
}

/// The errors with their places.
fn errors(found: &Diagnostics) -> Vec<Problem> {
    let errors = found
        .iter()
        .filter(|item| item.severity() == Severity::Error);
    let problems = errors.map(|item| match (&item.source, &item.place) {
        (None, Place::Pointer(at) | Place::Key(at)) => {
            Problem::at(at.clone(), item.code.id, &*item.message)
        }
        (None, _) => Problem::whole(item.code.id, &*item.message),
        (Some(other), _) => {
            Problem::whole(item.code.id, format!("{}: {}", other.name(), item.message))
        }
    });
    problems.collect()
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
