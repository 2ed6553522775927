//! Characters that change the direction of text, which rustc refuses in source for what they can hide.

use crate::doc_text::is_direction_control;

/// Returns the source with such characters written as escapes. They are left in string literals only: doc comments drop
/// them.
pub(super) fn escaped(source: String) -> String {
    if source.is_ascii() || !source.contains(is_direction_control) {
        return source;
    }
    let mut escaped = String::with_capacity(source.len() + 64);
    for letter in source.chars() {
        if is_direction_control(letter) {
            escaped.extend(letter.escape_unicode());
        } else {
            escaped.push(letter);
        }
    }
    escaped
}
