//! The first sentence of a description.

use super::code::without_break;
use super::doc_lines;
use super::rewrite::RULE;

/// Returns the first sentence of `text`, a Markdown description, on one line and as safe as [`doc_lines`].
///
/// Headings count as sentences; code blocks, tables and quotes are skipped. A sentence that announces what follows it
/// ends with a full stop, as nothing follows here. Without any sentence the result is empty.
#[must_use]
pub fn summary_sentence(text: &str) -> String {
    let line = first_prose(&doc_lines(text));
    let sentence = line.get(..sentence_end(&line)).unwrap_or(&line);
    match sentence.strip_suffix(':') {
        Some(announcement) if !announcement.ends_with(':') => format!("{announcement}."),
        _ => sentence.to_owned(),
    }
}

/// Returns the first paragraph, heading or list item, on one line and without its marker.
fn first_prose(lines: &[String]) -> String {
    let mut lines = outside_code(lines).skip_while(|line| !is_prose(line));
    let first = lines.next().unwrap_or_default();
    let text = without_marker(first);
    let is_item = text.len() < first.len();
    let more = lines.take_while(|line| !line.is_empty() && (!is_item || line.starts_with(' ')));
    let parts: Vec<&str> = std::iter::once(text)
        .chain(more)
        .map(|line| without_break(line.trim()))
        .collect();
    parts.join(" ")
}

/// Returns the lines of `lines` that stand in no fence; an empty line stands for each fence.
fn outside_code(lines: &[String]) -> impl Iterator<Item = &str> {
    let mut fence = None;
    lines.iter().map(move |line| {
        let content = without_markers(line);
        let ticks = content
            .get(..content.len() - content.trim_start_matches('`').len())
            .unwrap_or_default();
        match fence {
            Some(open) if content == open => fence = None,
            Some(_) => {}
            None if ticks.len() > 2 && content.strip_prefix(ticks) == Some("text") => {
                fence = Some(ticks);
            }
            None => return line.as_str(),
        }
        ""
    })
}

fn is_prose(line: &str) -> bool {
    let is_heading_mark = without_marker(line).is_empty();
    !line.starts_with([' ', '|', '>']) && without_markers(line) != RULE && !is_heading_mark
}

/// `line` without the marker of a heading or list item.
fn without_marker(line: &str) -> &str {
    let (marker, rest) = line.split_once(' ').unwrap_or(("", line));
    let digits = marker.strip_suffix('.').unwrap_or_default();
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let is_heading = !marker.is_empty() && marker.bytes().all(|byte| byte == b'#');
    if marker != "-" && !is_number && !is_heading {
        return line;
    }
    rest
}

/// `line` without the markers of all lists and quotes around its content.
fn without_markers(line: &str) -> &str {
    let mut line = line.trim_start();
    loop {
        let rest = without_marker(line.strip_prefix("> ").unwrap_or(line)).trim_start();
        if rest.len() == line.len() {
            return line;
        }
        line = rest;
    }
}

/// Abbreviations whose full stop ends no sentence.
const ABBREVIATIONS: &[&str] = &[
    "approx.", "cf.", "e.g.", "etc.", "i.e.", "incl.", "max.", "min.", "no.", "vs.",
];

/// Returns where the first sentence of `line` ends, in bytes; a sentence does not end inside markup.
pub(super) fn sentence_end(line: &str) -> usize {
    let mut markup = Markup::default();
    let mut previous = ' ';
    for (at, character) in line.char_indices() {
        let end = at + character.len_utf8();
        let before_space = line.get(end..).is_some_and(|rest| rest.starts_with(' '));
        markup.step(character, previous);
        if before_space
            && markup.is_closed()
            && ends_sentence(character, line.get(..end).unwrap_or_default())
        {
            return end;
        }
        // A backslash that is escaped itself escapes nothing.
        previous = if (previous, character) == ('\\', '\\') {
            ' '
        } else {
            character
        };
    }
    line.len()
}

fn ends_sentence(character: char, sentence: &str) -> bool {
    let last_word = sentence.rsplit([' ', '(']).next().unwrap_or_default();
    let is_abbreviation = ABBREVIATIONS
        .iter()
        .any(|one| one.eq_ignore_ascii_case(last_word));
    matches!(character, '!' | '?' | '。') || (character == '.' && !is_abbreviation)
}

/// The markup open at one surroundings of a line.
#[derive(Debug, Default)]
struct Markup {
    /// The length of the run of backticks that the line is in.
    ticks: usize,
    /// The length of the run that opened a code span, zero outside of code.
    fence: usize,
    emphasis: bool,
    brackets: usize,
}

impl Markup {
    fn step(&mut self, character: char, previous: char) {
        let escaped = previous == '\\' && self.fence == 0;
        if character == '`' && !escaped {
            self.ticks += 1;
            return;
        }
        self.end_ticks();
        match character {
            _ if self.fence > 0 || escaped => {}
            '*' if previous != '*' => self.emphasis = !self.emphasis,
            '[' | '<' => self.brackets += 1,
            ']' | '>' => self.brackets = self.brackets.saturating_sub(1),
            _ => {}
        }
    }

    /// Only as many backticks as opened a code span close it.
    fn end_ticks(&mut self) {
        let ticks = std::mem::take(&mut self.ticks);
        if self.fence == 0 {
            self.fence = ticks;
        } else if self.fence == ticks {
            self.fence = 0;
        }
    }

    fn is_closed(&self) -> bool {
        self.fence == 0 && !self.emphasis && self.brackets == 0
    }
}

#[cfg(test)]
mod tests {
    use super::summary_sentence;

    const CASES: &[(&str, &str)] = &[
        ("Lists all services. Paged.", "Lists all services."),
        ("Sizes, e.g. small. More.", "Sizes, e.g. small."),
        ("Version 1.5 is\nbest! Yes.", "Version 1.5 is best!"),
        ("# Title\n\nText.", "Title"),
        (
            "```\ncode\n```\nText `a. b` here. More.",
            "Text `a. b` here.",
        ),
        (
            "**Beta. Careful.** More. Yet more.",
            "**Beta. Careful.** More.",
        ),
        ("[a. b](https://c.d) e. f", "[a. b](https://c.d) e."),
        ("a<br>b. c", "a b."),
        ("`` `a. b`` c. d", "`` `a. b`` c."),
        ("| a |\n|---|\n| b |", ""),
        ("- [x] a\n- b", "☑ a"),
        ("1. a\n   b\n2. c", "a b"),
        ("~~~\na\n\nb\n~~~\nc", "c"),
        ("> ```\n> a\n\n- ```\n  b\n\n  c\n  ```\n\nd", "d"),
        ("One of:\n\n- `a`: b", "One of."),
        ("", ""),
    ];

    #[test]
    fn takes_the_first_sentence() {
        for (text, sentence) in CASES {
            assert_eq!(summary_sentence(text), *sentence, "{text:?}");
        }
    }
}

#[cfg(test)]
mod sentence_tests {
    use super::sentence_end;

    #[test]
    fn ends_outside_of_markup() {
        for (line, sentence) in [
            ("A. B.", "A."),
            ("A, i.e. B? C", "A, i.e. B?"),
            ("`a. b` c. d", "`a. b` c."),
            (r"a \` b. c", r"a \` b."),
            ("*a. b* c", "*a. b* c"),
        ] {
            assert_eq!(line.get(..sentence_end(line)), Some(sentence));
        }
    }
}
