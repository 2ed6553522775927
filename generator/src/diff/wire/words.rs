//! How parts of documents are called in sentences.

use serde_json::Value;

use crate::diagnostics::visible;

/// How many values a sentence lists.
const MAX_VALUES: usize = 8;

/// How many characters of a value a sentence shows.
const MAX_VALUE: usize = 60;

/// How many characters of an address a sentence shows.
const MAX_ADDRESS: usize = 200;

/// `text` as code, on one line.
pub(in crate::diff) fn code(text: &str) -> String {
    code_within(text, MAX_VALUE)
}

/// Returns a method, path or URL as code; what tells it from others can be at its end.
pub(super) fn address(text: &str) -> String {
    code_within(text, MAX_ADDRESS)
}

fn code_within(text: &str, longest: usize) -> String {
    let shown = text.chars().map(|letter| match letter {
        '`' => '\'',
        letter => visible(letter),
    });
    let count = text.chars().count();
    if count <= longest {
        return format!("`{}`", shown.collect::<String>());
    }
    // What tells it from others can be at its end.
    let (before, after) = (longest - longest / 3, longest / 3);
    let first: String = shown.clone().take(before).collect();
    let last: String = shown.skip(count - after).collect();
    format!("`{first}…{last}`")
}

/// Returns a value as JSON; texts without quotes.
pub(super) fn value(value: &Value) -> String {
    match value {
        Value::String(text) if text.is_empty() => "an empty string".to_owned(),
        Value::String(text) => code(text),
        value => code(&value.to_string()),
    }
}

/// Several things in a row, of which a sentence shows only so many.
pub(in crate::diff) fn list(items: &[String]) -> String {
    joined(items, "and")
}

/// Several things of which there is one.
pub(super) fn choice(items: &[String]) -> String {
    joined(items, "or")
}

fn joined(items: &[String], word: &str) -> String {
    let unseen = items.len().saturating_sub(MAX_VALUES);
    if unseen > 0 {
        let shown: Vec<&str> = items.iter().take(MAX_VALUES).map(String::as_str).collect();
        return format!("{} {word} {unseen} more", shown.join(", "));
    }
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} {word} {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_read_aloud() {
        let items: Vec<String> = ('a'..='j').map(String::from).collect();
        assert_eq!(list(&items[..1]), "a");
        assert_eq!(list(&items[..2]), "a and b");
        assert_eq!(list(&items[..3]), "a, b and c");
        assert_eq!(choice(&items[..3]), "a, b or c");
        assert_eq!(list(&items), "a, b, c, d, e, f, g, h and 2 more");
        assert_eq!(code("a`b\n"), "`a'b\u{fffd}`");
        assert_eq!(
            code(&"x".repeat(61)),
            format!("`{}…{}`", "x".repeat(40), "x".repeat(20))
        );
    }
}
