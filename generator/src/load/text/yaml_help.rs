/// Returns what to do about a YAML syntax error at `offset`, for the reasons that are common.
pub(super) fn find(text: &str, offset: usize, reason: &str) -> Option<&'static str> {
    if indented_by_tab(text, offset) {
        return Some(TABS);
    }
    let (_, help) = HELP.iter().find(|(part, _)| reason.contains(part))?;
    Some(help)
}

const TABS: &str =
    "replace the tabs at the start of the line with spaces, as YAML forbids tabs in indentation";

/// Parts of the parser's messages, and what lies behind them most often.
const HELP: &[(&str, &str)] = &[
    (
        "mapping values are not allowed",
        "quote a value that contains `: `, or check that the line is indented as far as its siblings",
    ),
    (
        "cannot start any token",
        "quote a value that begins with a character such as `@`, `` ` `` or `%`",
    ),
    (
        "did not find expected key",
        "begin all keys of a mapping in the same column, and remove text after a closing quote",
    ),
    (
        "did not find expected '-' indicator",
        "begin the `-` of all items of an array in the same column",
    ),
    (
        "could not find expected ':'",
        "write every line of a mapping as `key: value`, with a space after the colon, and start a string of several lines with `|` or `>`",
    ),
    (
        "unexpected end of stream",
        "close the quote or bracket that is opened here or before",
    ),
    (
        "unknown anchor",
        "define the anchor `&name` before the alias `*name`, or quote a value that only begins with `*`",
    ),
    (
        "alphabetic or numeric character",
        "quote a value that begins with `*` or `&`",
    ),
    (
        "control characters are not allowed",
        "remove the invisible character, or write it as an escape sequence in double quotes",
    ),
    (
        "as the key of a mapping",
        "quote the key if it begins with `{` or `[`",
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
