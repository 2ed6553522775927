//! A document as a value tree.

use std::sync::Arc;

use serde_json::Value;

use super::codes::{DIALECT_UNSUPPORTED, NOT_OPENAPI};
use super::node::{self, Node};
use super::{reference, text};
use crate::diagnostics::{Diagnostic, Diagnostics, Place, Pointer, Source};

/// An OpenAPI document that could be read.
#[derive(Debug)]
pub struct Document {
    source: Arc<Source>,
    root: Value,
    warnings: Vec<Diagnostic>,
}

impl Document {
    /// Reads a document.
    ///
    /// `name` is what diagnostics call it, usually its path; `bytes` is YAML or JSON in UTF-8 or UTF-16.
    ///
    /// # Errors
    /// Everything that keeps it from being read as an OpenAPI 3.0 document, each with its place.
    pub fn read(name: &str, bytes: &[u8]) -> Result<Self, Diagnostics> {
        let source = Arc::new(text::decode(name, bytes)?);
        let mut problems = Diagnostics::new(Arc::clone(&source));
        let tree = match text::read(&source, &text::Limits::default()) {
            Ok(tree) => tree,
            Err(errors) => {
                problems.extend(errors);
                return Err(problems);
            }
        };
        problems.extend(tree.problems);
        problems.extend(dialect_problem(&tree.value));
        if problems.has_errors() {
            return Err(problems);
        }
        Ok(Self {
            source,
            root: tree.value,
            warnings: problems.into_iter().collect(),
        })
    }

    /// The text it was read from.
    #[must_use]
    pub fn source(&self) -> &Arc<Source> {
        &self.source
    }

    /// What was odd about the text, though it could be read.
    pub(crate) fn warnings(&self) -> &[Diagnostic] {
        &self.warnings
    }

    pub(crate) fn value(&self, at: &Pointer) -> Option<&Value> {
        at.tokens()
            .try_fold(&self.root, |node, token| member(node, &token))
    }

    /// The node at `at`, typed. Child nodes that have a place of their own are references to it,
    /// so a fault in one of them is met only when it is asked for.
    pub(crate) fn node<N: Node>(&self, at: &Pointer) -> Result<N, Diagnostic> {
        node::read(self.value(at), at)
    }

    /// The place of the node that the references at `at`, if any, lead to.
    pub(crate) fn resolve(&self, at: &Pointer) -> Result<Pointer, Diagnostic> {
        reference::resolve(self, at)
    }
}

fn member<'a>(node: &'a Value, token: &str) -> Option<&'a Value> {
    match node {
        Value::Object(members) => members.get(token),
        Value::Array(items) => items.get(token.parse::<usize>().ok()?),
        _ => None,
    }
}

/// Says why the tree is no OpenAPI 3.0 document, if it is none.
fn dialect_problem(root: &Value) -> Option<Diagnostic> {
    let report = |code, message: String, key: &str| {
        Some(Diagnostic::new(
            code,
            Place::Pointer(Pointer::root().child(key)),
            message,
        ))
    };
    match root.get("openapi") {
        Some(Value::String(version)) if version.starts_with("3.0") => None,
        Some(Value::Number(version)) if version.as_f64() == Some(3.0) => None,
        Some(version) => report(
            &DIALECT_UNSUPPORTED,
            format!("OpenAPI {} is not supported", node::plain(version)),
            "openapi",
        ),
        None => match root.get("swagger") {
            Some(version) => report(
                &DIALECT_UNSUPPORTED,
                format!("Swagger {} is not supported", node::plain(version)),
                "swagger",
            ),
            None => Some(Diagnostic::new(
                &NOT_OPENAPI,
                Place::Whole,
                "this is no OpenAPI document: it has no `openapi` member",
            )),
        },
    }
}
