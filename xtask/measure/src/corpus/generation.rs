//! Generates the client of a document, and the program that tries its examples.

use std::collections::BTreeMap;
use std::error::Error as _;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use clientsmith::api_files::InputError;
use clientsmith::diagnostics::{Diagnostics, Place, Pointer, Severity, Source};
use clientsmith::{ApiFiles, Package};

use super::documents::Document;
use super::raw::Raw;
use super::report::{Findings, Problem, RoundTrip, Samples};
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
    let start = Instant::now();
    let result = generate(document);
    tried.findings.generation.took = start.elapsed();
    match result {
        Err(error) => refuse(&mut tried, error),
        Ok((read, package)) => {
            tried.source = Arc::clone(read.source());
            if let Err(problem) = write(&mut tried, &read, &package, workspace, options) {
                tried.findings.generation.problems.push(*problem);
            }
        }
    }
    tried
}

fn generate(document: &Document) -> Result<(clientsmith::Document, Package), InputError> {
    let files = ApiFiles {
        name: document.package.clone(),
        package: None,
        root: document.path.parent().unwrap_or(Path::new("")).to_owned(),
        document: document.name.clone().into(),
        settings: None,
    };
    let inputs = files.read()?;
    let package = clientsmith::generate(&inputs.document, &inputs.settings);
    let package = package.map_err(|diagnostics| InputError::Diagnostics {
        document: files.document,
        diagnostics,
    })?;
    Ok((inputs.document, package))
}

fn refuse(tried: &mut Tried, error: InputError) {
    match error {
        InputError::Diagnostics { diagnostics, .. } => {
            tried.source = Arc::clone(diagnostics.source());
            tried.findings.generation.problems = errors(&diagnostics);
        }
        error => {
            let reason = error.source().map(ToString::to_string);
            let problem = Problem::whole("unreadable", reason.unwrap_or_default());
            tried.findings.generation.problems.push(problem);
        }
    }
}

/// Returns the errors with their places.
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
) -> Result<(), Box<Problem>> {
    let failed =
        |error: &dyn std::fmt::Display| Box::new(Problem::whole("not-written", error.to_string()));
    package
        .write_to(&workspace.join(&tried.document.package))
        .map_err(|error| failed(&error))?;
    tried.has_client = true;
    tried.findings.warnings = package.warnings().len();
    let raw = Raw::read(read.source().text())
        .map_err(|error| Box::new(Problem::whole("not-read-again", error)))?;
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
        counts: plan.examples,
        ..RoundTrip::default()
    });
    tried.findings.samples = Some(Samples {
        schemas: plan.samples,
        ..Samples::default()
    });
    Ok(plan)
}
