//! The runtime, embedded as it is.

use include_dir::{Dir, DirEntry, include_dir};

use crate::render::HEADER;

static RUNTIME: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/runtime");

/// The runtime's files, where they go in a generated crate.
pub(crate) fn files() -> Vec<(String, String)> {
    let mut files = Vec::new();
    collect(&RUNTIME, &mut files);
    files
}

fn collect(folder: &Dir<'_>, files: &mut Vec<(String, String)>) {
    for entry in folder.entries() {
        match entry {
            DirEntry::Dir(folder) => collect(folder, files),
            DirEntry::File(file) => {
                let path = file.path().to_string_lossy().replace('\\', "/");
                // Rust source is UTF-8.
                let text = file.contents_utf8().unwrap_or_default();
                files.push((
                    format!("src/runtime/{path}"),
                    [HEADER, "\n\n", text].concat(),
                ));
            }
        }
    }
}
