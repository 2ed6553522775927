//! The embedded runtime, without the parts that an API does not need.

use include_dir::{Dir, DirEntry, include_dir};

use crate::ir::{Api, Operation, Scalar, TypeRef, references};
use crate::package::HEADER;

static RUNTIME: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/runtime");

/// An optional part of the runtime.
struct Part {
    /// The name of the regions that refer to it.
    name: &'static str,
    /// The folder or file that contains it.
    path: &'static str,
    /// Whether an API needs it.
    is_needed: fn(&Api) -> bool,
}

/// Parts with their own dependencies, or with a noticeable effect on compile time.
const PARTS: &[Part] = &[
    Part {
        name: "dates",
        path: "model/dates.rs",
        is_needed: |api| api.reads_other_dates,
    },
    Part {
        name: "finite",
        path: "finite.rs",
        is_needed: sends_floats,
    },
    Part {
        name: "integer_enum",
        path: "model/integer_enum.rs",
        is_needed: Api::has_integer_enums,
    },
    Part {
        name: "unions",
        path: "model/unions/",
        is_needed: Api::has_unions,
    },
];

/// Whether requests have floating-point numbers, which can be NaN or infinite.
fn sends_floats(api: &Api) -> bool {
    let modules = api.operations.values();
    let mut operations = modules.flat_map(|module| &module.operations);
    let mut requests = api.types.values().filter(|ty| ty.usage.request);
    requests.any(|ty| references(&ty.shape).any(is_float)) || operations.any(takes_float)
}

fn takes_float(operation: &Operation) -> bool {
    let parameters = operation.parameters.iter().map(|parameter| &parameter.ty);
    let body = operation.body.iter().map(|body| &body.ty);
    parameters.chain(body).any(is_float)
}

/// Whether a type is a floating-point number or contains one directly.
fn is_float(ty: &TypeRef) -> bool {
    match ty {
        TypeRef::Scalar(scalar) => *scalar == Scalar::Double,
        TypeRef::List(inner)
        | TypeRef::Map(inner)
        | TypeRef::Optional(inner)
        | TypeRef::Boxed(inner) => is_float(inner),
        TypeRef::Named(_) | TypeRef::Json => false,
    }
}

/// The runtime's files, where they go in the crate that is generated for `api`.
pub(crate) fn files(api: &Api) -> Vec<(String, String)> {
    let unneeded = PARTS.iter().filter(|part| !(part.is_needed)(api));
    let unneeded: Vec<&Part> = unneeded.collect();
    let mut files = Vec::new();
    collect(&RUNTIME, &unneeded, &mut files);
    files
}

fn collect(folder: &Dir<'_>, unneeded: &[&Part], files: &mut Vec<(String, String)>) {
    for entry in folder.entries() {
        match entry {
            DirEntry::Dir(folder) => collect(folder, unneeded, files),
            DirEntry::File(file) => {
                let path = file.path().to_string_lossy().replace('\\', "/");
                if unneeded.iter().any(|part| path.starts_with(part.path)) {
                    continue;
                }
                // Rust source is UTF-8.
                let text = file.contents_utf8().unwrap_or_default();
                let text = without_regions(text, unneeded);
                files.push((
                    format!("src/runtime/{path}"),
                    [HEADER, "\n\n", &text].concat(),
                ));
            }
        }
    }
}

/// Removes the regions of `unneeded` parts, and the region comments.
fn without_regions(text: &str, unneeded: &[&Part]) -> String {
    let mut is_left_out = false;
    let mut kept = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let mark = line.trim();
        if let Some(name) = mark.strip_prefix("// region: ") {
            is_left_out = unneeded.iter().any(|part| part.name == name);
        } else if mark.starts_with("// endregion: ") {
            is_left_out = false;
        } else if !is_left_out {
            kept.push_str(line);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(part: &Part) -> Vec<String> {
        let mut files = Vec::new();
        collect(&RUNTIME, &[part], &mut files);
        for (path, text) in &files {
            assert!(!text.contains("region: "), "{path}");
            let mentions = format!("mod {};", part.name);
            assert!(!text.contains(&mentions), "{path} refers to {}", part.name);
        }
        files.into_iter().map(|(path, _)| path).collect()
    }

    #[test]
    fn unneeded_parts_are_removed_with_their_references() {
        let mut whole = Vec::new();
        collect(&RUNTIME, &[], &mut whole);
        for part in PARTS {
            let paths = paths(part);
            let path = format!("src/runtime/{}", part.path);
            assert!(paths.iter().all(|found| !found.starts_with(&path)));
            assert!(paths.len() < whole.len(), "{}", part.name);
        }
    }
}
