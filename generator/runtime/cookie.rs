//! The `Cookie` header (RFC 6265, section 4.2).

use super::call::Call;
use super::parameter::Location;
use super::path::written;
use super::proof::Proof;
use super::query::join;
use super::style;

/// Returns all cookie parameters and API keys of a call, joined with `; `; empty if there are none.
#[must_use]
pub fn cookies(call: &Call, proofs: &[&Proof]) -> String {
    let parameters = call.values_in(Location::Cookie);
    let mut pairs: Vec<_> = parameters
        .flat_map(|(parameter, value)| style::pairs(parameter, &written(parameter, value)))
        .collect();
    for proof in proofs {
        if let Proof::Cookie { name, value } = proof {
            pairs.push(((*name).to_owned(), value.expose().to_owned()));
        }
    }
    join(&pairs, "; ")
}
