//! Finds the path to a place in a JSON text.

use super::excerpt::excerpt;

/// One container the place is inside of, and the member or item it is at.
enum Step<'a> {
    Member(&'a [u8]),
    Item(usize),
}

/// The path, such as `resources[0].spec`, to what ends at the 1-based `line` and the byte `column` in it, as
/// `serde_json` counts them. Empty at the top level. The text need only be JSON up to there.
#[must_use]
pub fn json_path(text: &[u8], line: usize, column: usize) -> String {
    let start: usize = text
        .split_inclusive(|byte| *byte == b'\n')
        .take(line.saturating_sub(1))
        .map(<[u8]>::len)
        .sum();
    let end = text.len().min(start.saturating_add(column));
    write(&steps(text.get(..end).unwrap_or(text)))
}

/// The path to the member `name` of the object at the top level.
#[must_use]
pub fn member_path(name: &str) -> String {
    let mut path = String::new();
    write_member(&mut path, name);
    path
}

fn steps(text: &[u8]) -> Vec<Step<'_>> {
    let mut steps = Vec::new();
    let mut string: &[u8] = b"";
    let mut rest = text;
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        match byte {
            b'"' => (string, rest) = split_string(after),
            b'{' => steps.push(Step::Member(b"")),
            b'[' => steps.push(Step::Item(0)),
            b'}' | b']' => drop(steps.pop()),
            b':' => name(&mut steps, string),
            b',' => advance(&mut steps),
            _ => {}
        }
    }
    steps
}

/// Splits the text after an opening quote into the string's content and what follows its closing quote.
fn split_string(text: &[u8]) -> (&[u8], &[u8]) {
    let mut escaped = false;
    let end = text.iter().position(|byte| {
        let closes = *byte == b'"' && !escaped;
        escaped = *byte == b'\\' && !escaped;
        closes
    });
    let (content, rest) = text.split_at(end.unwrap_or(text.len()));
    (content, rest.get(1..).unwrap_or_default())
}

fn name<'a>(steps: &mut [Step<'a>], string: &'a [u8]) {
    if let Some(Step::Member(name)) = steps.last_mut() {
        *name = string;
    }
}

fn advance(steps: &mut [Step<'_>]) {
    match steps.last_mut() {
        Some(Step::Item(index)) => *index += 1,
        Some(Step::Member(name)) => *name = b"",
        None => {}
    }
}

fn write(steps: &[Step<'_>]) -> String {
    let mut path = String::new();
    for step in steps {
        match step {
            Step::Item(index) => path.extend(["[", &index.to_string(), "]"]),
            Step::Member([]) => {}
            Step::Member(name) => write_member(&mut path, &String::from_utf8_lossy(name)),
        }
    }
    path
}

fn write_member(path: &mut String, name: &str) {
    if !name
        .chars()
        .all(|character| character.is_alphanumeric() || "_-$".contains(character))
    {
        path.extend(["[\"", &excerpt(name, 64), "\"]"]);
        return;
    }
    if !path.is_empty() {
        path.push('.');
    }
    path.push_str(&excerpt(name, 64));
}
