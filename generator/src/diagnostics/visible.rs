/// What a terminal may get to see of a document's character: control and direction characters could rewrite the message.
pub(crate) fn visible(char: char) -> char {
    match char {
        '\t' => ' ',
        '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}' => char::REPLACEMENT_CHARACTER,
        _ if char.is_control() => char::REPLACEMENT_CHARACTER,
        _ => char,
    }
}
