//! The first sentence of a description.

use super::doc_lines;
use super::hard_break::without_break;
use super::rewrite::RULE;
use super::sentence::sentence_end;

/// The first sentence of `text`, a Markdown description, on one line and as safe as [`doc_lines`].
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

/// The first paragraph, heading or list item, on one line and without its marker.
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

/// The lines of `lines` that stand in no fence; an empty line stands for each fence.
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
