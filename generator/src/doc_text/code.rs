//! Fences around code.

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

/// The length of the longest run of `character` in `text`.
pub(super) fn longest_run(text: &str, character: char) -> usize {
    text.split(|other| other != character)
        .map(str::len)
        .max()
        .unwrap_or(0)
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
