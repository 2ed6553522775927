/// What to do about a YAML syntax error at `offset`, for the reasons that are common.
pub(super) fn find(text: &str, offset: usize, reason: &str) -> Option<&'static str> {
    if indented_by_tab(text, offset) {
        return Some(TABS);
    }
    let (_, help) = HELP.iter().find(|(part, _)| reason.contains(part))?;
    Some(help)
}

const TABS: &str =
    "YAML forbids tabs in indentation: replace the tabs at the start of the line with spaces.";

/// Parts of the parser's messages, and what lies behind them most often.
const HELP: &[(&str, &str)] = &[
    (
        "mapping values are not allowed",
        "Quote a value that contains `: `; or check that the line is indented as far as its siblings.",
    ),
    (
        "cannot start any token",
        "Quote a value that begins with a character such as `@`, `` ` `` or `%`.",
    ),
    (
        "did not find expected key",
        "Check the indentation: the keys of one mapping begin in the same column. Text behind a closing quote gives this error too.",
    ),
    (
        "did not find expected '-' indicator",
        "Check the indentation: the `-` of all elements of a list begin in the same column.",
    ),
    (
        "could not find expected ':'",
        "Every line of a mapping is `key: value`, with a space behind the colon. A text of several lines needs `|` or `>`.",
    ),
    (
        "unexpected end of stream",
        "A quote or bracket that is opened here or before is never closed.",
    ),
    (
        "unknown anchor",
        "An alias `*name` needs an anchor `&name` before it; quote the value if it only begins with `*`.",
    ),
    (
        "alphabetic or numeric character",
        "Quote a value that begins with `*` or `&`.",
    ),
    (
        "control characters are not allowed",
        "Remove the invisible character, or write it as an escape sequence in double quotes.",
    ),
    (
        "as the key of a mapping",
        "A key is plain text; quote it if it begins with `{` or `[`.",
    ),
];

fn indented_by_tab(text: &str, offset: usize) -> bool {
    let before = text.get(..offset).unwrap_or(text);
    let start = before.rfind('\n').map_or(0, |line| line + 1);
    let line = text.get(start..).unwrap_or_default();
    line.chars()
        .take_while(|char| matches!(char, ' ' | '\t'))
        .any(|char| char == '\t')
}
