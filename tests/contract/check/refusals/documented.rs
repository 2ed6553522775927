//! The refusals that a document has.

use crate::document::{Content, Operation};

/// The statuses that stand for a range of statuses, or for all that a document does not name.
const RANGES: [(&str, &[u16]); 3] = [
    ("4XX", &[400, 401, 404, 409, 429, 499]),
    ("5XX", &[500, 503, 599]),
    ("default", &[302, 400, 500]),
];

/// The refusals that the document has, each with its body; a status goes before a range, a range before the default
/// (OAS 3.0.3, "Responses Object").
pub fn documented<'a>(operation: &'a Operation<'a>) -> Vec<(u16, Option<Content<'a>>)> {
    let exact = operation
        .responses
        .iter()
        .filter_map(|(status, content)| Some((status.parse().ok()?, *content)));
    let mut documented: Vec<_> = exact.filter(|(status, _)| *status >= 300).collect();
    for (range, statuses) in RANGES {
        let of_range = operation
            .responses
            .iter()
            .filter(|(status, _)| status.eq_ignore_ascii_case(range));
        for (status, content) in
            of_range.flat_map(|(_, content)| statuses.iter().map(move |status| (*status, *content)))
        {
            if !documented.iter().any(|(known, _)| *known == status) {
                documented.push((status, content));
            }
        }
    }
    documented
}
