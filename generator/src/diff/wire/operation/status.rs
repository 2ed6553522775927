//! Keys of the Responses Object (OpenAPI 3.0.3).

/// Whether a response with this key tells of a success; `default` does where nothing else does.
pub(super) fn is_success(key: &str, has_success: bool) -> bool {
    match key.chars().next() {
        Some('1' | '2' | '3') => true,
        Some('4' | '5') => false,
        _ => !has_success,
    }
}

/// Whether all statuses of the key `inner` are among those of the range `range`; `default` stands for every status.
pub(super) fn covers(range: &str, inner: &str) -> bool {
    if range.eq_ignore_ascii_case("default") {
        return true;
    }
    let is_range = range
        .get(1..)
        .is_some_and(|rest| rest.eq_ignore_ascii_case("xx"));
    is_range && range.chars().next() == inner.chars().next()
}
