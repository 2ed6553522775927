//! The embedded runtime, without the parts that an API does not need.

use std::borrow::Cow;

use include_dir::{Dir, DirEntry, include_dir};

use crate::catalog::scalar_row::RuntimePart;
use crate::emit::Input;
use crate::ir::Api;
use crate::package::HEADER;
use crate::settings::RuntimeSettings;

// A link to the sources of `clientsmith-runtime`: a package cannot contain the folder of another one.
static RUNTIME: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/embedded");

/// An optional part of the runtime.
struct Part {
    /// The name of the regions that refer to it.
    name: &'static str,
    /// The folder or file that contains nothing else, if it has one.
    path: Option<&'static str>,
    /// Whether an API needs it.
    is_needed: fn(&Api) -> bool,
}

/// Parts with their own dependencies, or with a noticeable effect on compile time.
const PARTS: &[Part] = &[
    Part {
        name: "dates",
        path: Some("model/dates.rs"),
        is_needed: |api| api.needs(RuntimePart::Dates),
    },
    Part {
        name: "finite",
        path: Some("finite.rs"),
        is_needed: |api| api.needs(RuntimePart::Finite),
    },
    Part {
        name: "integer_enum",
        path: None,
        is_needed: Api::has_integer_enums,
    },
    Part {
        name: "unions",
        path: Some("model/unions/"),
        is_needed: Api::has_unions,
    },
];

/// Returns the runtime's files, where they go in the generated crate, if it contains them.
pub(crate) fn files(input: Input<'_>) -> Vec<(String, String)> {
    if input.settings.runtime != RuntimeSettings::Embedded {
        return Vec::new();
    }
    let unneeded = PARTS.iter().filter(|part| !(part.is_needed)(input.api));
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
                let mut own_paths = unneeded.iter().filter_map(|part| part.path);
                if own_paths.any(|own| path.starts_with(own)) {
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

/// The name of regions with macros. Those of a client are for its own code; the runtime's crate exports them.
const MACROS: &str = "macros";

/// Removes the regions of `unneeded` parts, and the region comments. Regions can be in each other.
fn without_regions(text: &str, unneeded: &[&Part]) -> String {
    let mut open: Vec<(&str, bool)> = Vec::new();
    let mut kept = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let mark = line.trim();
        if let Some(name) = mark.strip_prefix("// region: ") {
            open.push((name, unneeded.iter().any(|part| part.name == name)));
        } else if mark.starts_with("// endregion: ") {
            open.pop();
        } else if !open.iter().any(|(_, is_unneeded)| *is_unneeded) {
            let is_of_macro = open.last().is_some_and(|(name, _)| *name == MACROS);
            kept.push_str(&if is_of_macro {
                unexported(line)
            } else {
                Cow::Borrowed(line)
            });
        }
    }
    kept
}

/// Returns a line of a region with macros as a client has it.
fn unexported(line: &str) -> Cow<'_, str> {
    match line.trim() {
        "#[macro_export]" | "#[doc(hidden)]" => Cow::Borrowed(""),
        _ => Cow::Owned(line.replace("pub use ", "pub(crate) use ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn without(part: &Part) -> Vec<(String, String)> {
        let mut files = Vec::new();
        collect(&RUNTIME, &[part], &mut files);
        for (path, text) in &files {
            assert!(!text.contains("region: "), "{path}");
            let mentions = format!("mod {};", part.name);
            assert!(!text.contains(&mentions), "{path} refers to {}", part.name);
        }
        files
    }

    fn length(files: &[(String, String)]) -> usize {
        files.iter().map(|(_, text)| text.len()).sum()
    }

    #[test]
    fn unneeded_parts_are_removed_with_their_references() {
        let mut whole = Vec::new();
        collect(&RUNTIME, &[], &mut whole);
        for part in PARTS {
            let rest = without(part);
            if let Some(own) = part.path {
                let own = format!("src/runtime/{own}");
                assert!(rest.iter().all(|(path, _)| !path.starts_with(&own)));
                assert!(rest.len() < whole.len(), "{}", part.name);
            }
            assert!(length(&rest) < length(&whole), "{}", part.name);
        }
    }
}
