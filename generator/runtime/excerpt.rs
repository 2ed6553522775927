//! Short one-line views of text from a server.

/// At most `limit` characters of `text` on one line: white space and control characters run together to one space,
/// direction overrides are dropped, `…` marks what was cut.
#[must_use]
pub fn excerpt(text: &str, limit: usize) -> String {
    // No more of the text is looked at than an excerpt can need, so that a large page costs nothing.
    let start = text
        .chars()
        .take(limit.saturating_mul(8))
        .filter(|character| !is_direction(*character));
    let start: String = start
        .map(|character| {
            if character.is_control() {
                ' '
            } else {
                character
            }
        })
        .collect();
    let line = start.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(limit) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default().trim_end()),
        None => line,
    }
}

fn is_direction(character: char) -> bool {
    matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
