//! The pipeline.

use std::sync::Arc;

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use crate::diagnostics::{Code, Diagnostic, Diagnostics, Place, Severity};
use crate::emit::{Input, Module};
use crate::{Document, Package, Settings, analyze, crate_files, emit, lower, render};

const EMISSION_FAILED: Code = Code {
    id: "emission-failed",
    severity: Severity::Error,
    help: "this is a fault of clientsmith; please report it with the document",
};

/// Generates a client crate.
///
/// The result depends on nothing but the document, the settings and the version of this library.
///
/// # Errors
/// Everything in the document that has to be mended, each with its place.
pub fn generate(document: &Document, settings: &Settings) -> Result<Package, Diagnostics> {
    let (api, problems) = lower::lower(document);
    let mut diagnostics = Diagnostics::new(Arc::clone(document.source()));
    diagnostics.extend(problems);
    if diagnostics.has_errors() {
        return Err(diagnostics);
    }
    let api = analyze::analyze(api);
    let input = Input {
        api: &api,
        settings,
    };
    match files(input).and_then(|files| package(document, files)) {
        Ok(package) => Ok(package.with_warnings(diagnostics)),
        Err(message) => {
            diagnostics.push(Diagnostic::new(&EMISSION_FAILED, Place::Whole, message));
            Err(diagnostics)
        }
    }
}

fn files(input: Input<'_>) -> Result<Vec<(String, String)>, String> {
    let modules = emit::modules(input.api);
    let mut files = modules
        .par_iter()
        .map(|module| file(module, input))
        .collect::<Result<Vec<_>, _>>()?;
    files.extend(crate_files::files(input));
    Ok(files)
}

/// Token streams cannot leave the thread they were made on, so a module is emitted and rendered in one go.
fn file(module: &Module<'_>, input: Input<'_>) -> Result<(String, String), String> {
    let path = module.path();
    let text = render::render(module.emit(input)).map_err(|error| format!("`{path}`: {error}"))?;
    Ok((path, text))
}

fn package(document: &Document, files: Vec<(String, String)>) -> Result<Package, String> {
    let hash = format!("{:x}", Sha256::digest(document.source().text().as_bytes()));
    Package::new(files, hash).map_err(|error| error.to_string())
}
