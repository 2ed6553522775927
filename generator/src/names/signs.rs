//! Words for names made of signs.

use std::borrow::Cow;

/// Longer signs stand before those they begin with.
const SIGNS: &[(&str, &str)] = &[
    ("<=>", "compare"),
    ("===", "identical"),
    ("!==", "not identical"),
    ("<=", "less than or equal"),
    (">=", "greater than or equal"),
    ("<>", "not equal"),
    ("!=", "not equal"),
    ("!~", "not match"),
    ("==", "equal"),
    ("=~", "match"),
    ("->", "arrow"),
    ("&&", "and"),
    ("||", "or"),
    ("...", "ellipsis"),
    ("<", "less than"),
    (">", "greater than"),
    ("=", "equal"),
    ("+", "plus"),
    ("-", "minus"),
    ("*", "asterisk"),
    ("/", "slash"),
    ("\\", "backslash"),
    ("%", "percent"),
    ("$", "dollar"),
    ("#", "hash"),
    ("@", "at"),
    ("&", "ampersand"),
    ("|", "pipe"),
    ("!", "exclamation"),
    ("?", "question"),
    (".", "dot"),
    (",", "comma"),
    (":", "colon"),
    (";", "semicolon"),
    ("'", "apostrophe"),
    ("\"", "quote"),
    ("`", "backtick"),
    ("^", "caret"),
    ("~", "tilde"),
    ("_", "underscore"),
    ("(", "left parenthesis"),
    (")", "right parenthesis"),
    ("[", "left bracket"),
    ("]", "right bracket"),
    ("{", "left brace"),
    ("}", "right brace"),
];

/// Spells out `text`, which holds neither letter nor digit. The result is never empty.
pub(super) fn spell(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let sign = SIGNS.iter().find(|(sign, _)| rest.starts_with(sign));
        words.extend(sign.into_iter().flat_map(|(_, words)| words.split(' ')));
        let length = sign.map_or(first.len_utf8(), |(sign, _)| sign.len());
        rest = rest.get(length..).unwrap_or_default();
    }
    if words.is_empty() {
        words.push(if text.contains(' ') { "blank" } else { "empty" });
    }
    words.into_iter().map(str::to_owned).collect()
}

/// Spells out the signs that carry meaning in a name with letters or digits: a leading `-` or `+`
/// (a negative number, a descending sort order) and any `+` before a digit (`UTC+2`).
pub(super) fn spell_numeric(text: &str) -> Cow<'_, str> {
    let leads = text
        .strip_prefix(['-', '+'])
        .is_some_and(|rest| rest.starts_with(|next: char| next.is_ascii_alphanumeric()));
    if !leads && !text.contains('+') {
        return Cow::Borrowed(text);
    }
    let mut spelled = String::with_capacity(text.len() + 8);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let before_digit = characters.peek().is_some_and(char::is_ascii_digit);
        let leading = leads && spelled.is_empty();
        match character {
            '-' if leading => spelled.push_str("minus "),
            '+' if leading || before_digit => spelled.push_str(" plus "),
            other => spelled.push(other),
        }
    }
    Cow::Owned(spelled)
}

#[cfg(test)]
mod tests {
    use super::{SIGNS, spell, spell_numeric};

    #[test]
    fn every_ascii_sign_has_words() {
        for sign in (b'!'..=b'~').filter(u8::is_ascii_punctuation) {
            let words = spell(&char::from(sign).to_string());
            assert_ne!(words, ["empty"], "{}", char::from(sign));
        }
    }

    #[test]
    fn longer_signs_come_first() {
        for (place, (sign, _)) in SIGNS.iter().enumerate() {
            let hidden = SIGNS
                .iter()
                .skip(place + 1)
                .find(|(later, _)| later.starts_with(sign));
            assert_eq!(hidden, None, "{sign}");
        }
    }

    #[test]
    fn keeps_hyphens_between_words() {
        assert_eq!(spell_numeric("us-east-1"), "us-east-1");
        assert_eq!(spell_numeric("-1"), "minus 1");
        assert_eq!(spell_numeric("+"), "+");
    }
}
