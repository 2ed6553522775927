//! From text to the tree of plain values that all later work starts from, whether the text is YAML or JSON.

mod decode;
mod flow;
mod json;
mod key;
mod merge;
mod node;
mod reading;
pub(super) mod tabs;
mod yaml;
mod yaml_help;

use serde_json::Value;

use crate::codes::text::{
    EMPTY, MARKUP_HELP, MARKUP_NOTE, NOT_AN_OBJECT, TOO_LARGE, TOO_MANY_NODES,
};
use crate::diagnostics::{Diagnostic, Place, Pointer, Source};

pub use decode::Limits;
pub use decode::decode;
pub use yaml::to_yaml;

/// Where a document has the version of the API (OpenAPI 3.0.3, Info Object).
const VERSION: &str = "/info/version";

/// What a text says, and what is wrong with how it says it.
#[derive(Debug)]
pub(crate) struct Tree {
    /// An object: the root of the document.
    pub(crate) value: Value,
    /// What did not keep the value from being read. All of it is warnings.
    pub(crate) problems: Vec<Diagnostic>,
    /// What the limits still allow after it.
    pub(crate) left: Limits,
}

/// Reads the YAML or JSON in `source`.
///
/// JSON is tried first if the text looks like it; what is not JSON after all may still be YAML, which is nearly a
/// superset.
///
/// # Errors
///
/// What keeps the text from being read: a syntax error, a limit that it exceeds, or that it holds no single object;
/// with it all problems found before that place. There is at least one error among them.
pub(crate) fn read(source: &Source, limits: &Limits) -> Result<Tree, Vec<Diagnostic>> {
    let text = source.text();
    limits.check_size(text).map_err(|error| vec![error])?;
    let tree = if looks_like_json(text) {
        either(text, limits)
    } else {
        yaml::read(text, limits)
    };
    let mut tree = only_object(tree?)?;
    keep_version(source, &mut tree.value);
    Ok(tree)
}

/// Keeps the spelling of a version that is a number: `1.10` is not `1.1`.
fn keep_version(source: &Source, root: &mut Value) {
    let Some(version @ Value::Number(_)) = root.pointer_mut(VERSION) else {
        return;
    };
    let Some(spelled) = source.scalar(&Pointer::parse(VERSION)) else {
        return;
    };
    // Merge keys, aliases and repeated keys can lead to another value.
    let is_same = spelled.parse::<f64>().ok() == version.as_f64();
    let shown = version.to_string();
    if is_same && spelled != shown {
        *version = Value::String(spelled.to_owned());
    }
}

/// Returns whether a problem is that the text is too large.
pub(crate) fn is_limit(problem: &Diagnostic) -> bool {
    [&TOO_LARGE, &TOO_MANY_NODES].contains(&problem.code)
}

fn looks_like_json(text: &str) -> bool {
    text.trim_start().starts_with(['{', '['])
}

fn either(text: &str, limits: &Limits) -> Result<Tree, Vec<Diagnostic>> {
    let errors = match json::read(text, limits) {
        Err(errors) if json::is_syntax_only(&errors) => errors,
        done => return done,
    };
    yaml::read(text, limits).map_err(|_| errors)
}

fn only_object(tree: Tree) -> Result<Tree, Vec<Diagnostic>> {
    let error = match &tree.value {
        Value::Object(_) => return Ok(tree),
        Value::Null => Diagnostic::new(&EMPTY, Place::Whole, "the document is empty"),
        other => not_an_object(other),
    };
    let mut problems = tree.problems;
    problems.push(error);
    Err(problems)
}

fn not_an_object(value: &Value) -> Diagnostic {
    let kind = match value {
        Value::Array(_) => "an array",
        Value::String(_) => "a string",
        _ => "a single value",
    };
    let message = format!("the document is {kind}, not a mapping");
    let error = Diagnostic::new(&NOT_AN_OBJECT, Place::Whole, message);
    match value {
        Value::String(text) if text.starts_with('<') => {
            error.with_note(MARKUP_NOTE).with_help(MARKUP_HELP)
        }
        _ => error,
    }
}

#[cfg(test)]
mod tests;
