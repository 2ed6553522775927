//! Strings that match regular expressions.

use regex_syntax::hir::{Class, ClassUnicodeRange, Hir, HirKind};

/// Longer repetitions are not made.
const MAX_REPETITIONS: u32 = 256;

/// Returns a string that `pattern` matches, if it can be read. What stands around the match does not count.
pub fn matching(pattern: &str) -> Option<String> {
    let expression = regex_syntax::Parser::new().parse(pattern).ok()?;
    let mut text = String::new();
    write(&expression, &mut text)?;
    Some(text)
}

fn write(expression: &Hir, text: &mut String) -> Option<()> {
    match expression.kind() {
        HirKind::Empty | HirKind::Look(_) => {}
        HirKind::Literal(literal) => text.push_str(std::str::from_utf8(&literal.0).ok()?),
        HirKind::Class(Class::Unicode(class)) => {
            let in_class = |char: &char| {
                let mut ranges = class.ranges().iter();
                ranges.any(|range| range.start() <= *char && *char <= range.end())
            };
            let plain = ('a'..='z').chain('0'..='9').chain('A'..='Z');
            let first = || class.ranges().first().map(ClassUnicodeRange::start);
            let char = plain.chain(['-', '_', '.']).find(in_class).or_else(first)?;
            text.push(char);
        }
        HirKind::Class(Class::Bytes(class)) => {
            let first = class.ranges().first()?;
            text.push(char::from(first.start()));
        }
        HirKind::Repetition(repetition) => {
            // One where there can be none: an empty string says little.
            let most = repetition
                .max
                .unwrap_or(MAX_REPETITIONS)
                .min(MAX_REPETITIONS);
            for _ in 0..repetition.min.max(1).min(most) {
                write(&repetition.sub, text)?;
            }
        }
        HirKind::Capture(capture) => write(&capture.sub, text)?,
        HirKind::Concat(parts) => {
            for part in parts {
                write(part, text)?;
            }
        }
        HirKind::Alternation(parts) => write(parts.first()?, text)?,
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_match() {
        for (pattern, expected) in [
            ("^[a-z]{2}-[0-9]+$", "aa-0"),
            (r"^(x|y)_?\.", "x_."),
            (r"^[^a-z]\S*$", "0a"),
            ("^x-", "x-"),
        ] {
            assert_eq!(matching(pattern).as_deref(), Some(expected));
        }
        assert_eq!(matching("["), None);
    }
}
