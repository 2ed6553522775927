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
    ("[]", "brackets"),
    ("{}", "braces"),
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

/// Signs between words that are common in names, the most common one first.
const COMMON: &str = "-_. /:";
/// The same between two digits.
const COMMON_BETWEEN_DIGITS: &str = ".-_:/ ";

/// Returns how uncommon the signs of a name are, one after the other.
pub(super) fn rarity(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let is_digit = |place: Option<usize>| {
        let byte = place.and_then(|place| bytes.get(place));
        byte.is_some_and(u8::is_ascii_digit)
    };
    let of = |(place, sign): (usize, char)| {
        let next = place.checked_add(sign.len_utf8());
        let common = if is_digit(place.checked_sub(1)) && is_digit(next) {
            COMMON_BETWEEN_DIGITS
        } else {
            COMMON
        };
        common.find(sign).unwrap_or(common.len())
    };
    let signs = text
        .char_indices()
        .filter(|(_, letter)| !letter.is_alphanumeric());
    signs.map(of).collect()
}

/// Signs that words are put together by, or that are dropped from them: having one or none makes no difference.
const WITHOUT_MEANING: &[&str] = &["-", "_", "'", "`"];

/// `text` with those of its signs spelled out that `other`, which has the same letters and digits, has not in the same
/// place. Nothing where there are none.
pub(super) fn spell_difference(text: &str, other: &str) -> Option<String> {
    let others = runs(other);
    let mut spelled = String::with_capacity(text.len() + 8);
    let mut differs = false;
    for (place, (sign, letters)) in runs(text) {
        let same = others.iter().find(|(start, _)| *start == place);
        let instead = same.map_or("", |(_, (sign, _))| *sign);
        let is_told = sign != instead
            && SIGNS.iter().any(|(known, _)| sign.contains(known))
            && !(instead.is_empty() && WITHOUT_MEANING.contains(&sign));
        if is_told {
            differs = true;
            let words = between(spelled.chars().next_back(), sign, letters.chars().next());
            spelled.push(' ');
            spelled.push_str(&words);
            spelled.push(' ');
        } else {
            spelled.push_str(sign);
        }
        spelled.push_str(letters);
    }
    differs.then_some(spelled)
}

/// Returns the words for a sign between letters or digits: a hyphen is a minus only between digits.
fn between(before: Option<char>, sign: &str, after: Option<char>) -> String {
    let is_digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
    if sign == "-" && !(is_digit(before) && is_digit(after)) {
        return "dash".to_owned();
    }
    spell(sign).join(" ")
}

/// Returns the signs of a text, each with the letters and digits behind it, and with how many of these stand before it.
fn runs(text: &str) -> Vec<(usize, (&str, &str))> {
    let mut runs = Vec::new();
    let (mut rest, mut count) = (text, 0);
    while !rest.is_empty() {
        let letters = rest.find(char::is_alphanumeric).unwrap_or(rest.len());
        let (sign, after) = rest.split_at(letters);
        let end = after.find(|letter: char| !letter.is_alphanumeric());
        let (letters, after) = after.split_at(end.unwrap_or(after.len()));
        runs.push((count, (sign, letters)));
        count += letters.chars().count();
        rest = after;
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::{SIGNS, rarity, spell, spell_difference, spell_numeric};

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

    #[test]
    fn spells_signs_that_make_the_difference() {
        let spelled = |text, other| spell_difference(text, other).unwrap_or_default();
        assert_eq!(spelled("1-0", "1.0"), "1 minus 0");
        assert_eq!(spelled("1_0", "1.0"), "1 underscore 0");
        assert_eq!(spelled("a+b-c", "a-b-c"), "a plus b-c");
        assert_eq!(spelled("us-east_1", "us-east-1"), "us-east underscore 1");
        assert_eq!(spelled("pet-id", "pet_id"), "pet dash id");
        assert_eq!(spelled("a->b", "a-b"), "a arrow b");
        assert_eq!(spelled("a*", "a"), "a asterisk ");
        for (text, other) in [
            ("apiKey", "api_key"),
            ("_links", "links"),
            ("us-east-1", "us-east1"),
            ("user's", "users"),
        ] {
            assert_eq!(spell_difference(text, other), None, "{text}");
        }
    }

    #[test]
    fn common_signs_come_first() {
        let mut texts = ["1_0", "1-0", "1.0", "1+0"];
        texts.sort_by_key(|text| rarity(text));
        assert_eq!(texts, ["1.0", "1-0", "1_0", "1+0"]);
        let mut texts = ["a b", "a+b", "a.b", "a-b"];
        texts.sort_by_key(|text| rarity(text));
        assert_eq!(texts, ["a-b", "a.b", "a b", "a+b"]);
    }
}
