//! Which variant of a union a value is.

use std::cmp::Reverse;

use serde_json::{Map, Value};

/// The JSON types a schema admits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Any JSON value.
    Any,
    /// An object.
    Object,
    /// An object that keeps members which the document does not list.
    Map,
    /// An array.
    Array,
    /// A string.
    String,
    /// A string of a special form, such as a date.
    FormattedString,
    /// A number with or without a fraction.
    Number,
    /// A number without a fraction.
    Integer,
    /// `true` or `false`.
    Boolean,
}

/// What tells the values of one variant from those of the others; settled when the client is generated.
#[derive(Clone, Copy, Debug)]
pub struct Candidate {
    /// The JSON type of its values.
    pub kind: Kind,
    /// Its values, where it is an enum of strings.
    pub values: &'static [&'static str],
    /// Members that always hold one of a few known strings, such as the discriminator.
    pub tags: &'static [(&'static str, &'static [&'static str])],
    /// Members that hold one of a few known strings where they are there, and others in another variant.
    pub choices: &'static [(&'static str, &'static [&'static str])],
    /// Members that are always there.
    pub required: &'static [&'static str],
    /// All members that the document lists.
    pub known: &'static [&'static str],
}

impl Candidate {
    /// A candidate that is told by the JSON type of its values alone.
    #[must_use]
    pub const fn of(kind: Kind) -> Self {
        Self {
            kind,
            values: &[],
            tags: &[],
            choices: &[],
            required: &[],
            known: &[],
        }
    }
}

/// How well a value fits a candidate; the greater the better.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Fit {
    /// Members that hold strings which are not listed: a list of several can grow, so this does not settle it.
    strange: Reverse<usize>,
    tags: usize,
    /// How narrow the type is.
    exact: u8,
    /// Members of the value that the candidate knows.
    known: usize,
    /// Members that hold strings which are listed.
    choices: usize,
    required: usize,
}

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
    let plain = fits.iter().filter(|(fit, _)| fit.strange.0 == 0);
    let mut likely: Vec<&Candidate> = plain
        .filter_map(|(_, place)| candidates.get(*place))
        .collect();
    if likely.is_empty() {
        // A string that is not listed may have ruled out the right one.
        likely.extend(candidates);
    }
    let is_known = |key: &&String| {
        let mut knowing = likely.iter().map(|candidate| candidate.known);
        knowing.any(|known| known.contains(&key.as_str()))
    };
    members.keys().filter(is_known).count()
}

/// How well `value` fits; `None` when it cannot be that variant.
fn fit(value: &Value, candidate: &Candidate) -> Option<Fit> {
    if !admits(candidate.kind, value) {
        return None;
    }
    let fit = Fit {
        exact: exactness(value, candidate)?,
        ..Fit::default()
    };
    match value {
        Value::Object(members) => fit_of_object(members, candidate, fit),
        _ => Some(fit),
    }
}

fn fit_of_object(members: &Map<String, Value>, candidate: &Candidate, fit: Fit) -> Option<Fit> {
    let holds = |key: &str| members.contains_key(key);
    let text = |key: &str| members.get(key).and_then(Value::as_str);
    let is_tagged = candidate
        .tags
        .iter()
        .all(|(key, values)| text(key).is_some_and(|tag| values.contains(&tag)));
    if !is_tagged || !candidate.required.iter().all(|key| holds(key)) {
        return None;
    }
    let known = candidate.known.iter().filter(|key| holds(key)).count();
    if known == 0 && candidate.kind == Kind::Object && !members.is_empty() {
        return None;
    }
    let (mut choices, mut strange) = (0, 0);
    for (key, values) in candidate.choices {
        match text(key) {
            Some(chosen) if values.contains(&chosen) => choices += 1,
            Some(_) if values.len() == 1 => return None,
            Some(_) => strange += 1,
            None => {}
        }
    }
    Some(Fit {
        strange: Reverse(strange),
        tags: candidate.tags.len(),
        known,
        choices,
        required: candidate.required.len(),
        ..fit
    })
}

/// How narrow the type of a candidate is for `value`; `None` when it lists other values.
fn exactness(value: &Value, candidate: &Candidate) -> Option<u8> {
    if !candidate.values.is_empty() {
        let text = value.as_str().unwrap_or_default();
        return candidate.values.contains(&text).then_some(3);
    }
    Some(match candidate.kind {
        Kind::Any => 0,
        Kind::Number if !value.is_f64() => 1,
        Kind::FormattedString => 3,
        _ => 2,
    })
}

fn admits(kind: Kind, value: &Value) -> bool {
    match kind {
        Kind::Any => true,
        Kind::Object | Kind::Map => value.is_object(),
        Kind::Array => value.is_array(),
        Kind::String | Kind::FormattedString => value.is_string(),
        Kind::Number => value.is_number(),
        Kind::Integer => value.is_i64() || value.is_u64(),
        Kind::Boolean => value.is_boolean(),
    }
}
