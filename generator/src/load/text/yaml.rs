use std::fmt;

use serde::de::{self, DeserializeSeed, Visitor};
use serde_json::Value;
use serde_yaml::{Deserializer, Error};

use crate::diagnostics::{Diagnostic, Place};

use super::node::Node;
use super::reading::{Notation, Reading};
use super::{Limits, Tree, flow, yaml_help};
use crate::codes::text::{SEVERAL, TOO_DEEP, TOO_MANY_NODES, YAML_SYNTAX};

/// Reads the only document of a YAML stream ([YAML 1.2](https://yaml.org/spec/1.2.2/), core schema, with merge keys).
///
/// This file is all that knows which parser does it.
pub(super) fn read(text: &str, limits: &Limits) -> Result<Tree, Vec<Diagnostic>> {
    if let Some(offset) = flow::too_deep(text) {
        let message = "the document has more than 255 nested arrays and mappings";
        return Err(vec![Diagnostic::new(
            &TOO_DEEP,
            Place::offset(offset),
            message,
        )]);
    }
    let reading = Reading::new(Notation::Yaml, limits);
    let value = parse(text, &reading);
    let left = reading.left(text);
    let (mut problems, refused) = reading.finish();
    match value {
        Ok(value) => Ok(Tree {
            value,
            problems,
            left,
        }),
        Err(_) if refused => Err(problems),
        Err(error) => {
            problems.push(error);
            Err(problems)
        }
    }
}

fn parse(text: &str, reading: &Reading) -> Result<Value, Diagnostic> {
    let mut documents = Deserializer::from_str(text);
    let Some(document) = documents.next() else {
        return Ok(Value::Null);
    };
    let value = Node::root(reading).deserialize(document);
    let value = value.map_err(|error| syntax(text, &error))?;
    match documents.map(nothing).find_map(Result::err) {
        Some(error) => Err(several(text, &error)),
        None => Ok(value),
    }
}

fn syntax(text: &str, error: &Error) -> Diagnostic {
    let offset = offset(text, error);
    let reason = reason(error);
    if reason.contains("repetition limit exceeded") {
        let message = "the document repeats too much by way of aliases";
        return Diagnostic::new(&TOO_MANY_NODES, Place::offset(offset), message);
    }
    let message = format!("not valid YAML: {reason}");
    let diagnostic = Diagnostic::new(&YAML_SYNTAX, Place::offset(offset), message);
    match yaml_help::find(text, offset, &reason) {
        Some(help) => diagnostic.with_help(help),
        None => diagnostic,
    }
}

fn several(text: &str, error: &Error) -> Diagnostic {
    if !reason(error).contains(ANOTHER) {
        return syntax(text, error);
    }
    let before = text.get(..offset(text, error)).unwrap_or(text);
    let marker = before.rfind("\n---").map_or(before.len(), |line| line + 1);
    let message = "a second document begins in the same file";
    Diagnostic::new(&SEVERAL, Place::offset(marker), message)
}

fn offset(text: &str, error: &Error) -> usize {
    let index = match error.location() {
        Some(location) if location.index() > 0 => location.index(),
        _ => in_words(&error.to_string()).map_or(0, |(_, index)| index),
    };
    index.min(text.len())
}

/// Returns the parser's words without the position, which the diagnostic shows in its own way.
fn reason(error: &Error) -> String {
    let mut reason = error.to_string();
    if let Some(location) = error.location() {
        let position = format!(" at line {} column {}", location.line(), location.column());
        reason = reason.replacen(&position, "", 1);
    }
    match in_words(&reason) {
        Some((words, _)) => words.to_owned(),
        None => reason,
    }
}

/// Characters that YAML forbids have their offset in the words only.
fn in_words(message: &str) -> Option<(&str, usize)> {
    let (words, index) = message.rsplit_once(" at position ")?;
    Some((words, index.parse().ok()?))
}

/// Refuses a document that has anything in it.
fn nothing(document: Deserializer<'_>) -> Result<(), Error> {
    de::Deserializer::deserialize_any(document, Nothing)
}

struct Nothing;

const ANOTHER: &str = "expected the end of the file";

impl Visitor<'_> for Nothing {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(ANOTHER.trim_start_matches("expected "))
    }

    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_none<E: de::Error>(self) -> Result<(), E> {
        Ok(())
    }
}

/// Returns a tree as YAML.
#[must_use]
pub fn to_yaml(value: &Value) -> Option<String> {
    serde_yaml::to_string(value).ok()
}
