//! Code spans.

use super::characters::is_direction_control;

/// `text` as a code span that nothing in it can end.
pub fn code_span(text: &str) -> String {
    if is_plain(text) {
        return ["`", text, "`"].concat();
    }
    let text: String = text
        .chars()
        .filter(|letter| !letter.is_control() && !is_direction_control(*letter))
        .collect();
    let longest = text
        .split(|letter| letter != '`')
        .map(str::len)
        .max()
        .unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    let is_bare = !text.starts_with('`') && !text.ends_with('`') && !text.trim().is_empty();
    let padding = if is_bare { "" } else { " " };
    format!("{fence}{padding}{text}{padding}{fence}")
}

/// Whether `text` is what most names are: visible ASCII without a backtick.
fn is_plain(text: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_graphic() && byte != b'`';
    !text.is_empty() && text.bytes().all(is_plain)
}
