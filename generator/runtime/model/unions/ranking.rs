//! Which variants of a union a value can be.

use std::cmp::Reverse;

use serde_json::{Map, Value};

use super::candidate::{Candidate, Kind};
use super::fit::{Fit, fit};

/// A candidate that a value can be.
#[derive(Clone, Copy)]
pub(super) struct Ranked {
    pub fit: Fit,
    /// The place of the candidate.
    pub place: usize,
}

/// The candidates that `value` can be, best first; their own order only breaks ties.
///
/// None of them loses a member that another one knows.
pub(super) fn ranked(value: &Value, candidates: &[Candidate]) -> Vec<Ranked> {
    let mut fits: Vec<Ranked> = candidates
        .iter()
        .enumerate()
        .filter_map(|(place, candidate)| {
            let fit = fit(value, candidate).ok()?;
            Some(Ranked { fit, place })
        })
        .collect();
    fits.sort_by_key(|ranked| (Reverse(ranked.fit.rank()), ranked.place));
    match value {
        Value::Object(members) => drop_losing(members, candidates, &mut fits),
        _ => drop_ambiguous(candidates, &mut fits),
    }
    fits
}

/// Drops the candidates that lose members which a likely one knows, unless they keep unknown ones.
fn drop_losing(members: &Map<String, Value>, candidates: &[Candidate], fits: &mut Vec<Ranked>) {
    let most = match fits.first() {
        Some(best) if best.fit.known < members.len() => known_to_likely(members, candidates, fits),
        _ => members.len(),
    };
    let keeps_all = |place: usize| {
        let kind = candidates.get(place).map(|candidate| candidate.kind);
        matches!(kind, Some(Kind::Map | Kind::Free | Kind::Any))
    };
    fits.retain(|ranked| ranked.fit.known >= most || keeps_all(ranked.place));
}

/// How many of `members` the likely candidates know together.
fn known_to_likely(
    members: &Map<String, Value>,
    candidates: &[Candidate],
    fits: &[Ranked],
) -> usize {
    let plain = fits.iter().filter(|ranked| ranked.fit.is_plain());
    let mut likely: Vec<&Candidate> = plain
        .filter_map(|ranked| candidates.get(ranked.place))
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

/// Drops enums that do not list the value and do not admit others, where several would have to guess.
fn drop_ambiguous(candidates: &[Candidate], fits: &mut Vec<Ranked>) {
    let is_guess = |ranked: &Ranked| {
        let candidate = candidates.get(ranked.place);
        ranked.fit.exact == 0 && candidate.is_some_and(|candidate| !candidate.values.is_empty())
    };
    if fits.iter().filter(|ranked| is_guess(ranked)).count() > 1 {
        fits.retain(|ranked| !is_guess(ranked));
    }
}
