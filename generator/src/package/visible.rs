//! Text made safe to print on a terminal.

use crate::doc_text::is_direction_control;

/// `text` with every character escaped that could move the cursor or reorder what is shown, except tabs.
pub(super) fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        if character != '\t' && (character.is_control() || is_direction_control(character)) {
            shown.extend(character.escape_default());
        } else {
            shown.push(character);
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_could_deceive_is_escaped() {
        assert_eq!(visible("a\tgröße\r"), "a\tgröße\\r");
        assert_eq!(visible("\u{1b}[2J\u{202e}"), "\\u{1b}[2J\\u{202e}");
    }
}
