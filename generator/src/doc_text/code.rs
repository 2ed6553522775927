//! Code in Markdown: fences, spans, and the backslash of a hard line break.

use super::characters::is_direction_control;

/// Appends a code span whose fence is longer than any run of backticks in `code` (`CommonMark` 0.31, section 6.1).
pub(super) fn push_code_span(out: &mut String, code: &str) {
    let fence = "`".repeat(longest_run(code, '`') + 1);
    let space = if code.starts_with('`') || code.ends_with('`') {
        " "
    } else {
        ""
    };
    // Two fences side by side would be read as one longer fence.
    out.push_str(if out.ends_with('`') { " " } else { "" });
    for part in [&fence, space, code, space, &fence] {
        out.push_str(part);
    }
}

/// Returns the length of the longest run of `character` in `text`.
pub(super) fn longest_run(text: &str, character: char) -> usize {
    text.split(|other| other != character)
        .map(str::len)
        .max()
        .unwrap_or(0)
}

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

/// Returns whether `text` is what most names are: visible ASCII without a backtick.
fn is_plain(text: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_graphic() && byte != b'`';
    !text.is_empty() && text.bytes().all(is_plain)
}

/// `text` without the hard line break that it ends with; an escaped backslash stays.
pub(super) fn without_break(text: &str) -> &str {
    let backslashes = text.len() - text.trim_end_matches('\\').len();
    if backslashes.is_multiple_of(2) {
        return text;
    }
    text.strip_suffix('\\').unwrap_or(text).trim_end()
}

#[cfg(test)]
mod tests {
    use super::push_code_span;

    #[test]
    fn fences_code() {
        let mut out = String::new();
        for code in ["a", "a`b", "``"] {
            push_code_span(&mut out, code);
        }
        assert_eq!(out, "`a` ``a`b`` ``` `` ```");
    }
}

#[cfg(test)]
mod hard_break_tests {
    use super::without_break;

    #[test]
    fn tells_breaks_from_backslashes() {
        assert_eq!(without_break(r"a \"), "a");
        assert_eq!(without_break(r"a \\"), r"a \\");
        assert_eq!(without_break(r"a\\\"), r"a\\");
    }
}
