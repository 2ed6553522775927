//! The media types that a client asks for (RFC 9110, section 12.5.1).

use super::content::Chosen;
use super::media_type::is_sendable;

/// The value of `Accept` for responses of these kinds, in their order; `None` where that is JSON alone, which the
/// runtime asks for by itself. Anything else is welcome too: a failure may come as something the document does not say.
pub(super) fn accept<'a>(chosen: impl Iterator<Item = &'a Chosen>) -> Option<String> {
    let mut ranges: Vec<&str> = Vec::new();
    for range in chosen.filter_map(|chosen| chosen.range.as_deref()) {
        let range = range.trim();
        if is_sendable(range) && !range.contains(',') && !ranges.contains(&range) {
            ranges.push(range);
        }
    }
    if ranges.iter().all(|range| is_plain_json(range)) {
        return None;
    }
    let rest = (!ranges.contains(&"*/*")).then_some("*/*;q=0.5");
    ranges.extend(rest);
    Some(ranges.join(", "))
}

fn is_plain_json(range: &str) -> bool {
    let (essence, parameters) = range.split_once(';').unwrap_or((range, ""));
    let parameters = parameters.trim().to_ascii_lowercase();
    essence.trim().eq_ignore_ascii_case("application/json")
        && (parameters.is_empty() || parameters.starts_with("charset="))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::media_types::Codec;
    use crate::ir::TypeRef;

    fn accepted(ranges: &[&str]) -> Option<String> {
        let chosen = ranges.iter().map(|range| Chosen {
            media_type: String::new(),
            range: Some((*range).to_owned()),
            codec: Codec::Bytes,
            ty: TypeRef::Json,
            member: None,
            fields: Vec::new(),
        });
        accept(chosen.collect::<Vec<_>>().iter())
    }

    #[test]
    fn json_alone_is_not_asked_for() {
        assert_eq!(accepted(&[]), None);
        assert_eq!(
            accepted(&["application/json", "Application/JSON; charset=UTF-8"]),
            None
        );
    }

    #[test]
    fn every_kind_is_asked_for_once() {
        let cases: [(&[&str], &str); 4] = [
            (&["text/csv", "text/csv "], "text/csv, */*;q=0.5"),
            (
                &["application/json", "image/*"],
                "application/json, image/*, */*;q=0.5",
            ),
            (
                &["application/json;odata=verbose"],
                "application/json;odata=verbose, */*;q=0.5",
            ),
            (&["*/*", "a/b\nX: y", "a/b, c/d"], "*/*"),
        ];
        for (ranges, expected) in cases {
            assert_eq!(accepted(ranges).as_deref(), Some(expected));
        }
    }
}
