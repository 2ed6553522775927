//! Doc comments.

use std::cell::RefCell;

use syn::{AttrStyle, Attribute, Token};

use super::with_text;
use crate::emit::DocTexts;

thread_local! {
    /// The texts of the module that is being emitted. A thread emits one module at a time.
    static TEXTS: RefCell<DocTexts> = RefCell::default();
}

/// Lines as the doc comment of an item.
pub(in crate::emit) fn docs(lines: &[impl AsRef<str>]) -> Vec<Attribute> {
    if lines.is_empty() {
        return Vec::new();
    }
    let mark = TEXTS.with_borrow_mut(|texts| texts.put(lines));
    vec![with_text("doc", &mark)]
}

/// Lines as the doc comment of the module that they stand in.
pub(in crate::emit) fn module_docs(lines: &[impl AsRef<str>]) -> Vec<Attribute> {
    let inner = |attribute| Attribute {
        style: AttrStyle::Inner(<Token![!]>::default()),
        ..attribute
    };
    docs(lines).into_iter().map(inner).collect()
}

/// Returns the texts of the doc comments that were made since this was asked for last.
pub(in crate::emit) fn take_texts() -> DocTexts {
    TEXTS.take()
}
