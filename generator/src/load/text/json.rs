use serde::de::DeserializeSeed;
use serde_json::{Deserializer, Error, Value};

use crate::diagnostics::{Diagnostic, Place};

use super::node::Node;
use super::reading::{Notation, Reading};
use super::{Limits, Tree};
use crate::codes::text::JSON_SYNTAX;

/// Reads JSON ([RFC 8259](https://www.rfc-editor.org/rfc/rfc8259)).
pub(super) fn read(text: &str, limits: &Limits) -> Result<Tree, Vec<Diagnostic>> {
    let reading = Reading::new(Notation::Json, limits);
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
            problems.push(syntax(text, &error));
            Err(problems)
        }
    }
}

/// Returns whether the text was refused as JSON, so that another notation is worth a try.
pub(super) fn is_syntax_only(errors: &[Diagnostic]) -> bool {
    errors.iter().any(|error| error.code == &JSON_SYNTAX)
}

fn parse(text: &str, reading: &Reading) -> Result<Value, Error> {
    let mut deserializer = Deserializer::from_str(text);
    let value = Node::root(reading).deserialize(&mut deserializer)?;
    deserializer.end()?;
    Ok(value)
}

fn syntax(text: &str, error: &Error) -> Diagnostic {
    let reason = error.to_string();
    let position = format!(" at line {} column {}", error.line(), error.column());
    let reason = reason.strip_suffix(&position).unwrap_or(&reason);
    let place = Place::offset(offset(text, error.line(), error.column()));
    Diagnostic::new(&JSON_SYNTAX, place, format!("not valid JSON: {reason}"))
}

/// Returns the offset of a position that the parser gives, with lines and bytes in the line counted from 1.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let lines = text.split_inclusive('\n').take(line.saturating_sub(1));
    lines.map(str::len).sum::<usize>() + column.saturating_sub(1)
}
