//! A client as a module of a crate.

use crate::codes::generation::RECURSION_LIMIT;
use crate::crate_files::allowed_lints;
use crate::diagnostics::{Diagnostic, Place};
use crate::emit::{Emitted, Module};
use crate::ir::Api;
use crate::module_path::ModulePath;
use crate::render::render_in;

/// What a crate may not use of a client, or not use outside itself.
const UNUSED: [&str; 3] = ["dead_code", "unreachable_pub", "unused_imports"];

/// Returns the limit that the crate has to set, if the types of the client need a higher one than usual.
pub(crate) fn limit(api: &Api) -> Option<Diagnostic> {
    let limit = api.recursion_limit?;
    let message = format!(
        "the types refer to each other so deep that they need `#![recursion_limit = \"{limit}\"]`"
    );
    Some(Diagnostic::new(&RECURSION_LIMIT, Place::Whole, message))
}

/// Returns a module of the client as text.
pub(crate) fn render(
    at: &ModulePath,
    module: &Module<'_>,
    items: Emitted,
) -> Result<String, syn::Error> {
    let lints = matches!(module, Module::Library).then(|| {
        let unused = UNUSED.iter().map(ToString::to_string);
        unused.chain(allowed_lints()).collect::<Vec<_>>()
    });
    render_in(at, lints.as_deref(), items)
}

/// Returns the files of the runtime. It names the root of the crate in macros only.
pub(crate) fn runtime(at: &ModulePath, files: Vec<(String, String)>) -> Vec<(String, String)> {
    let root = format!("${at}::");
    let moved = |(path, text): (String, String)| (path, text.replace("$crate::", &root));
    files.into_iter().map(moved).collect()
}

/// Returns the files with their paths in the folder of the module in place of those in a crate.
pub(crate) fn placed(files: Vec<(String, String)>) -> Vec<(String, String)> {
    let placed = |(path, text): (String, String)| {
        let path = path.strip_prefix("src/").unwrap_or(&path);
        let path = if path == "lib.rs" { "mod.rs" } else { path };
        (path.to_owned(), text)
    };
    files.into_iter().map(placed).collect()
}
