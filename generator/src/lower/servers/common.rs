//! Documents whose operations alone have servers.

use std::collections::BTreeMap;

use crate::codes::lower::SERVERS_IGNORED;
use crate::diagnostics::{Diagnostic, Place, Pointer};
use crate::ir::{Operation, OperationModule, Server};
use crate::lower::context::Context;
use crate::names::{Case, Identifier, Scope};

/// Where the document lists no server that a client can use, makes the one that all operations name the API's own. If
/// they name several, a client has to be given a base URL, which then holds for all; that is noted.
pub(in crate::lower) fn find_common(
    context: &mut Context<'_>,
    modules: &mut BTreeMap<Identifier, OperationModule>,
) {
    let operations = || modules.values().flat_map(|module| &module.operations);
    if !context.servers.is_empty() || operations().all(|each| each.base_urls.is_empty()) {
        return;
    }
    let Some(url) = common(operations()) else {
        let message = "the document has no full server URL, and its operations do not share one";
        let place = Place::Key(Pointer::root().child("paths"));
        context
            .problems
            .push(Diagnostic::new(&SERVERS_IGNORED, place, message));
        return;
    };
    context.servers.push(Server {
        function: Scope::new().claim(Case::Function, "server"),
        variables: Vec::new(),
        default_url: url.clone(),
        url,
        description: String::new(),
        origin: Pointer::root(),
    });
    for operation in modules
        .values_mut()
        .flat_map(|module| &mut module.operations)
    {
        operation.base_urls.clear();
    }
}

/// Returns the full URL that all operations go to.
fn common<'a>(mut operations: impl Iterator<Item = &'a Operation>) -> Option<String> {
    let url = operations.next()?.base_urls.first()?;
    let is_common = operations.all(|operation| operation.base_urls.first() == Some(url));
    (is_common && url.contains("://")).then(|| url.clone())
}
