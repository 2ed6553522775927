use std::ops::Range;

use miette::{MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use super::place::Position;
use super::visible::visible;

// Room before and behind the place, in characters: a whole line of usual length, a window of a minified one.
const BEFORE: usize = 60;
const BEHIND: usize = 80;
const CUT: char = '…';

/// The part of one source line around a place, made safe for a terminal.
#[derive(Debug)]
pub(super) struct Snippet {
    name: String,
    position: Position,
    line: String,
    marked: Range<usize>,
}

impl Snippet {
    /// `range` is in bytes of `text` and starts at `position`; what of it is on later lines is not shown.
    pub(super) fn new(name: &str, text: &str, range: &Range<usize>, position: Position) -> Self {
        let (before, behind) = text.split_at_checked(range.start).unwrap_or((text, ""));
        let mut line = head(before);
        let start = line.len();
        let marked = mark(behind, range.len());
        line.extend(behind.chars().take(marked).map(visible));
        let end = line.len();
        line.push_str(&tail(behind, marked));
        let name = name.chars().map(visible).collect();
        Self {
            name,
            position,
            line,
            marked: start..end,
        }
    }

    /// Returns the marked part, as an offset and a length in what [`SourceCode::read_span`] hands out.
    pub(super) fn span(&self) -> SourceSpan {
        (self.marked.start, self.marked.len()).into()
    }
}

// The renderer asks twice, for the heading and for the line; both times with the position of the marked part.
impl SourceCode for Snippet {
    fn read_span<'a>(
        &'a self,
        _span: &SourceSpan,
        _lines_before: usize,
        _lines_behind: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            self.line.as_bytes(),
            (0, self.line.len()).into(),
            self.position.line,
            self.position.column,
            1,
        )))
    }
}

fn head(before: &str) -> String {
    let mut chars = before.chars().rev().take_while(|char| *char != '\n');
    let mut head: Vec<_> = chars.by_ref().take(BEFORE).map(visible).collect();
    if chars.next().is_some() {
        head.push(CUT);
    }
    head.iter().rev().collect()
}

/// Returns how many characters to underline: the range, or the word that starts there when the range is empty.
fn mark(behind: &str, bytes: usize) -> usize {
    let line = behind
        .chars()
        .take(BEHIND)
        .take_while(|char| !is_line_end(*char));
    if bytes == 0 {
        let word = line.take_while(|char| !char.is_whitespace() && !",:{}[]".contains(*char));
        return word.count().max(usize::from(
            !behind.starts_with(is_line_end) && !behind.is_empty(),
        ));
    }
    let mut end = 0;
    line.take_while(|char| {
        let inside = end < bytes;
        end += char.len_utf8();
        inside
    })
    .count()
}

fn tail(behind: &str, marked: usize) -> String {
    let mut chars = behind
        .chars()
        .take_while(|char| !is_line_end(*char))
        .skip(marked);
    let mut tail: String = chars
        .by_ref()
        .take(BEHIND.saturating_sub(marked))
        .map(visible)
        .collect();
    if chars.next().is_some() {
        tail.push(CUT);
    }
    tail
}

fn is_line_end(char: char) -> bool {
    matches!(char, '\n' | '\r')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, range: Range<usize>, line: &str, marked: &str) {
        let snippet = Snippet::new("x", text, &range, Position { line: 0, column: 0 });
        assert_eq!(snippet.line, line);
        assert_eq!(&snippet.line[snippet.marked.clone()], marked);
    }

    #[test]
    fn the_line_of_the_place_is_shown() {
        check("a\nb: cd\ne", 5..7, "b: cd", "cd");
        check("a\r\nb: cd\r\ne", 3..4, "b: cd", "b");
        check("a: |\n  b\n", 3..8, "a: |", "|");
        check("key: x", 0..0, "key: x", "key");
        check("{}", 0..0, "{}", "{");
        check("", 0..0, "", "");
        check("a\n", 1..1, "a", "");
    }

    #[test]
    fn long_lines_are_cut_on_both_sides() {
        let text = format!("{}é!{}", "a".repeat(1000), "b".repeat(1000));
        let line = format!("…{}é!{}…", "a".repeat(BEFORE), "b".repeat(BEHIND - 2));
        check(&text, 1000..1002, &line, "é");
    }

    #[test]
    fn control_and_direction_characters_are_not_passed_on() {
        check(
            "\u{1b}[31m\u{202e}\tx",
            9..10,
            "\u{fffd}[31m\u{fffd} x",
            "x",
        );
    }
}
