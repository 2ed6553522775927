use crate::diagnostics::{Diagnostic, Place, Source};

use super::{Limits, Tree};
use crate::codes::text::TABS;

/// How many spaces a tab may stand for, the most likely first.
const WIDTHS: &[usize] = &[2, 4, 8];

/// Reads a YAML text again that was refused and has tabs in its indentation, which YAML forbids
/// ([YAML 1.2.2, section 6.1](https://yaml.org/spec/1.2.2/#61-indentation-spaces)), with spaces in their place.
///
/// The source that is given back is the text with spaces: places are places in it. Nothing is given back if that
/// text cannot be read either.
pub(crate) fn read(source: &Source, limits: &Limits) -> Option<(Source, Tree)> {
    let first = first_tab(source.text())?;
    WIDTHS.iter().find_map(|width| {
        let source = Source::new(source.name(), expanded(source.text(), *width));
        let mut tree = super::read(&source, limits).ok()?;
        let message = "this line is indented with tabs";
        let problem = Diagnostic::new(&TABS, Place::offset(first), message);
        let problem = problem.with_note(format!("each tab is read as {width} spaces"));
        tree.problems.insert(0, problem);
        Some((source, tree))
    })
}

/// Returns the start of the first line that is indented with a tab. No line before it changes.
fn first_tab(text: &str) -> Option<usize> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if indentation(line).contains('\t') {
            return Some(start);
        }
        start += line.len();
    }
    None
}

fn expanded(text: &str, width: usize) -> String {
    let spaces = " ".repeat(width);
    let mut expanded = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let indentation = indentation(line);
        expanded.push_str(&indentation.replace('\t', &spaces));
        expanded.push_str(line.get(indentation.len()..).unwrap_or_default());
    }
    expanded
}

fn indentation(line: &str) -> &str {
    let end = line.find(|letter| letter != ' ' && letter != '\t');
    line.get(..end.unwrap_or(line.len())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn check(text: &str, expected: Option<&serde_json::Value>) {
        let read = read(&Source::new("x", text), &Limits::default());
        assert_eq!(
            read.map(|(_, tree)| tree.value).as_ref(),
            expected,
            "{text:?}"
        );
    }

    #[test]
    fn tabs_in_the_indentation_are_spaces() {
        check(
            "a:\n\tb: 1\n\tc:\n\t\td: 2\n",
            Some(&json!({"a": {"b": 1, "c": {"d": 2}}})),
        );
        check(
            "a:\n    b: 1\n\tc: 2\n",
            Some(&json!({"a": {"b": 1, "c": 2}})),
        );
        check("a: 1\n", None);
        check("a: [\n\t", None);
    }
}
