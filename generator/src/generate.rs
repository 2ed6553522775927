//! The pipeline.

use std::sync::Arc;
use std::time::Duration;

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use crate::codes::generation::EMISSION_FAILED;
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::emit::{Input, Module};
use crate::ir::Api;
use crate::load::Nodes;
use crate::module_path::ModulePath;
use crate::stages::{Stages, timed};
use crate::{Document, Package, Settings, analyze, crate_files, emit, lower, module, render};

/// Generates a client crate.
///
/// The result depends on nothing but the document, the settings and the version of this library.
///
/// # Errors
/// Everything in the document that has to be repaired, each with its place: what the settings deny, as little else
/// keeps a document that could be read from being generated from.
pub fn generate(document: &Document, settings: &Settings) -> Result<Package, Diagnostics> {
    generate_measured(document, settings).map(|(package, _)| package)
}

/// Generates a client as a module of a crate, to be written by its build script.
///
/// `at` is where the module is in its crate. It consists of `mod.rs`, which can be included, and the files of the
/// modules below it. The crate has to depend on what the generated crate would depend on, with the same features.
///
/// # Errors
/// As [`generate`].
pub fn generate_module(
    document: &Document,
    settings: &Settings,
    at: &ModulePath,
) -> Result<Package, Diagnostics> {
    make(document, settings, Some(at)).map(|(package, _)| package)
}

/// Generates a client crate, and tells how long each stage took.
///
/// # Errors
/// As [`generate`].
pub fn generate_measured(
    document: &Document,
    settings: &Settings,
) -> Result<(Package, Stages), Diagnostics> {
    make(document, settings, None)
}

/// Generates a crate or, with a path, a module of one.
fn make(
    document: &Document,
    settings: &Settings,
    at: Option<&ModulePath>,
) -> Result<(Package, Stages), Diagnostics> {
    let mut stages = Stages::default();
    let mut document_hash = String::new();
    let (api, problems) = rayon::in_place_scope(|scope| {
        scope.spawn(|_| timed(&mut stages.package, || document_hash = hash(document)));
        timed(&mut stages.lower, || lower::lower(document, settings))
    });
    let mut diagnostics = Diagnostics::new(Arc::clone(document.source()));
    let problems = problems.into_iter().map(|problem| document.placed(problem));
    let found = document.warnings().iter().cloned().chain(problems);
    diagnostics.extend(found.filter_map(|finding| settings.lints.apply(finding)));
    if diagnostics.has_errors() {
        return Err(diagnostics);
    }
    let api = timed(&mut stages.analyze, || analyze::analyze(api, settings));
    let limit = at.and_then(|_| module::limit(&api));
    let unused = analyze::unused_decoding(&api, settings);
    let nodes = Nodes::new(document);
    let unused = unused
        .into_iter()
        .chain(analyze::unused_names(&api, &nodes, settings));
    let found = limit.into_iter().chain(unused);
    diagnostics.extend(found.filter_map(|finding| settings.lints.apply(finding)));
    if diagnostics.has_errors() {
        return Err(diagnostics);
    }
    match assemble(&api, settings, at, document_hash, &mut stages) {
        Ok(package) => Ok((package.with_warnings(diagnostics), stages)),
        Err(message) => {
            diagnostics.push(Diagnostic::new(&EMISSION_FAILED, Place::Whole, message));
            Err(diagnostics)
        }
    }
}

/// Returns the hash of the document and of the files that it refers to.
fn hash(document: &Document) -> String {
    let mut digest = Sha256::new_with_prefix(document.source().text());
    for source in document.sources() {
        digest.update(source.name());
        digest.update(source.text());
    }
    format!("{:x}", digest.finalize())
}

fn modules(
    input: Input<'_>,
    at: Option<&ModulePath>,
    stages: &mut Stages,
) -> Result<Vec<(String, String)>, String> {
    let rendered: Vec<_> = emit::modules(input.api)
        .par_iter()
        .with_max_len(1)
        .map(|each| module(each, at, input))
        .collect();
    let mut files = Vec::with_capacity(rendered.len());
    for (file, emit, render) in rendered {
        stages.emit += emit;
        stages.render += render;
        files.push(file?);
    }
    Ok(files)
}

/// Token streams cannot leave the thread they were made on, so a module is emitted and rendered in one go.
fn module(
    module: &Module<'_>,
    at: Option<&ModulePath>,
    input: Input<'_>,
) -> (Result<(String, String), String>, Duration, Duration) {
    let (mut emit, mut render) = (Duration::ZERO, Duration::ZERO);
    let path = module.path();
    let items = timed(&mut emit, || module.emit(input));
    let text = timed(&mut render, || match at {
        None => render::render(items),
        Some(at) => module::render(at, module, items),
    });
    let file = text.map_err(|error| format!("`{path}`: {error}"));
    (file.map(|text| (path, text)), emit, render)
}

/// Makes all files that depend on the API, and packs them together with the others.
fn assemble(
    api: &Api,
    settings: &Settings,
    at: Option<&ModulePath>,
    document_hash: String,
    stages: &mut Stages,
) -> Result<Package, String> {
    let input = Input { api, settings };
    let mut packaging = Duration::ZERO;
    let (modules, others) = rayon::join(
        || modules(input, at, stages),
        || timed(&mut packaging, || other_files(input, at)),
    );
    stages.package += packaging;
    let files = modules?.into_iter().chain(others);
    timed(&mut stages.package, || package(at, document_hash, files))
}

/// Returns the files that are no emitted modules.
fn other_files(input: Input<'_>, at: Option<&ModulePath>) -> Vec<(String, String)> {
    let mut files = crate_files::runtime_files(input);
    match at {
        None => files.extend(crate_files::files(input)),
        Some(at) => files = module::runtime(at, files),
    }
    files
}

fn package(
    at: Option<&ModulePath>,
    document_hash: String,
    files: impl Iterator<Item = (String, String)>,
) -> Result<Package, String> {
    let files: Vec<_> = match at {
        None => files.collect(),
        Some(_) => module::placed(files.collect()),
    };
    Package::new(files, document_hash).map_err(|error| error.to_string())
}
