//! The query string.

use super::call::Call;
use super::encoding;
use super::parameter::Location;
use super::path::written;
use super::proof::Proof;
use super::style;

/// All query parameters and keys of a call, encoded and joined with `&`; empty if there are none.
#[must_use]
pub fn query(call: &Call, proofs: &[&Proof]) -> String {
    let parameters = call.values_in(Location::Query);
    let mut pairs: Vec<_> = parameters
        .flat_map(|(parameter, value)| style::pairs(parameter, &written(parameter, value)))
        .collect();
    for proof in proofs {
        if let Proof::Query { name, value } = proof {
            pairs.push((
                encoding::unreserved(name),
                encoding::unreserved(value.expose()),
            ));
        }
    }
    join(&pairs, "&")
}

/// Writes `name=value` pairs with `separator` between them.
#[must_use]
pub fn join(pairs: &[(String, String)], separator: &str) -> String {
    let pairs: Vec<_> = pairs
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    pairs.join(separator)
}
