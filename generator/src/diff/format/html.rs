//! One page of HTML that needs nothing else.

use serde_json::{Value, json};

use super::totals::summary;
use super::{json as report, markdown::capital};
use crate::diff::{Entry, Location, Report};

/// The page; it makes everything from the report in it.
const TEMPLATE: &str = include_str!("report.html");

/// What stands in the page for the report.
const PLACEHOLDER: &str = "{{REPORT}}";

/// How many lines of a document stand before what changed.
const LINES_BEFORE: usize = 3;

/// How many lines of a document a change shows at most.
const MAX_LINES: usize = 20;

/// How many characters of a line are shown at most: a minified document is one line.
const MAX_CHARACTERS: usize = 400;

/// Opens no tag and ends no script, and means the same in JSON.
const LESS_THAN: &str = "\\u003c";

pub(super) fn render(report: &Report) -> String {
    let value = page(report).to_string().replace('<', LESS_THAN);
    TEMPLATE.replacen(PLACEHOLDER, &value, 1)
}

/// Returns the report as JSON, with excerpts of the documents.
fn page(report: &Report) -> Value {
    let mut value = report::value(report);
    let changes = value.get_mut("changes").and_then(Value::as_array_mut);
    for (value, entry) in changes.into_iter().flatten().zip(&report.changes) {
        add_excerpts(value, entry, report);
    }
    if let Some(members) = value.as_object_mut() {
        let text = format!("{}.", capital(&summary(report)));
        members.insert("summary".to_owned(), Value::from(text));
    }
    value
}

fn add_excerpts(value: &mut Value, entry: &Entry, report: &Report) {
    let sides = [
        ("old", &entry.old, &report.old_texts),
        ("new", &entry.new, &report.new_texts),
    ];
    for (key, at, texts) in sides {
        let excerpt = excerpt(texts.find(&at.file), at);
        if let Some(members) = value.get_mut(key).and_then(Value::as_object_mut) {
            members.insert("excerpt".to_owned(), excerpt.unwrap_or_default());
        }
    }
    if let Some(members) = value.as_object_mut() {
        members.insert("meaning".to_owned(), Value::from(entry.code.meaning));
        if let Some(reason) = &entry.accepted {
            members.insert("accepted".to_owned(), json!({ "reason": reason }));
        }
    }
}

/// Returns the lines of a text around a location: the node there, as far as its lines are indented further.
fn excerpt(text: &str, at: &Location) -> Option<Value> {
    let index = at.line.checked_sub(1)?;
    let first = index.saturating_sub(LINES_BEFORE);
    let indent = |line: &str| line.len() - line.trim_start().len();
    let own = indent(text.lines().nth(index)?);
    let ends = |line: &&str| !line.trim().is_empty() && indent(line) <= own;
    let rest = text.lines().skip(index + 1);
    let below = rest.take_while(|line| !ends(line)).count();
    let count = (index - first + 1 + below).min(MAX_LINES);
    let lines = text.lines().skip(first).take(count);
    let lines: Vec<String> = lines
        .map(|line| line.chars().take(MAX_CHARACTERS).collect())
        .collect();
    Some(json!({ "first": first + 1, "lines": lines }))
}
