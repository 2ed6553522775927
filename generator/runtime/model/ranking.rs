//! Which variant of a union a value is.

use std::cmp::Reverse;

use serde_json::{Map, Value};

use super::candidate::{Candidate, Kind};
use super::fit::{Fit, fit};

/// The places of the candidates that `value` can be, best first; their own order only breaks ties.
///
/// None of them loses a member that another one knows.
pub(super) fn ranked(value: &Value, candidates: &[Candidate]) -> Vec<usize> {
    let mut fits: Vec<(Fit, usize)> = candidates
        .iter()
        .enumerate()
        .filter_map(|(place, candidate)| Some((fit(value, candidate)?, place)))
        .collect();
    fits.sort_by_key(|(fit, place)| (Reverse(*fit), *place));
    if let Value::Object(members) = value {
        drop_losing(members, candidates, &mut fits);
    }
    fits.into_iter().map(|(_, place)| place).collect()
}

/// Drops the candidates that lose members which a likely one knows, unless they keep unknown ones.
fn drop_losing(
    members: &Map<String, Value>,
    candidates: &[Candidate],
    fits: &mut Vec<(Fit, usize)>,
) {
    let most = match fits.first() {
        Some((best, _)) if best.known < members.len() => known_to_likely(members, candidates, fits),
        _ => members.len(),
    };
    let keeps_all = |place: usize| {
        let kind = candidates.get(place).map(|candidate| candidate.kind);
        matches!(kind, Some(Kind::Map | Kind::Any))
    };
    fits.retain(|(fit, place)| fit.known >= most || keeps_all(*place));
}

/// How many of `members` the likely candidates know together.
fn known_to_likely(
    members: &Map<String, Value>,
    candidates: &[Candidate],
    fits: &[(Fit, usize)],
) -> usize {
    let plain = fits.iter().filter(|(fit, _)| fit.is_plain());
    let mut likely: Vec<&Candidate> = plain
        .filter_map(|(_, place)| candidates.get(*place))
        .collect();
    if likely.is_empty() {
        // A value that is not listed may have ruled out the right one.
        likely.extend(candidates);
    }
    let is_known = |key: &&String| {
        let mut knowing = likely.iter().map(|candidate| candidate.known);
        knowing.any(|known| known.contains(&key.as_str()))
    };
    members.keys().filter(is_known).count()
}
