//! The texts of a document, of which reports show excerpts.

use std::sync::Arc;

use crate::Document;
use crate::diagnostics::Source;

/// The texts of a document and of the files that it refers to.
#[derive(Clone, Debug)]
pub(super) struct Texts {
    main: Arc<Source>,
    others: Vec<Arc<Source>>,
}

impl Texts {
    pub(super) fn new(document: &Document) -> Self {
        Self {
            main: Arc::clone(document.source()),
            others: document.shared_sources().cloned().collect(),
        }
    }

    /// The text called `name`; that of the document itself, which may be called otherwise by now.
    pub(super) fn of(&self, name: &str) -> &str {
        let named = self.others.iter().find(|source| source.name() == name);
        named.unwrap_or(&self.main).text()
    }
}
