use crate::doc_text::is_direction_control;

/// Returns what a terminal may get to see of a document's character: control and direction characters could rewrite the
/// message.
#[must_use]
pub fn visible(char: char) -> char {
    match char {
        '\t' => ' ',
        _ if char.is_control() || is_direction_control(char) => char::REPLACEMENT_CHARACTER,
        _ => char,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_rewrite_a_message_is_replaced() {
        let shown: String = "a\t\u{1b}ö\u{61c}\u{202e}\u{feff}"
            .chars()
            .map(visible)
            .collect();
        assert_eq!(shown, "a \u{fffd}ö\u{fffd}\u{fffd}\u{fffd}");
    }
}
