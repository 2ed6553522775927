//! Which variants of a union a value can be, and how well it fits each of them.

use super::super::number::whole;
use super::{Candidate, Kind};
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::cmp::Reverse;

/// How well a value fits a candidate.
#[derive(Clone, Copy, Default)]
pub(super) struct Fit {
    /// Whether every member of the value would be lost.
    blank: bool,
    /// How many required members are missing.
    lacking: usize,
    /// Members that the document rules out; the API may have added them since.
    excess: usize,
    /// Members that hold values which are not listed: a list of several can grow, so this does not settle it.
    unlisted: usize,
    tags: usize,
    /// How narrow the type is.
    pub exact: usize,
    /// Members of the value that are known, or further ones that the document admits.
    kept: usize,
    /// Members of the value that the candidate knows.
    pub known: usize,
    /// Members that hold values which are listed.
    choices: usize,
    within: Within,
    required: usize,
}

/// Why a value cannot be a variant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Misfit {
    /// It has another JSON type, or lacks a member. Decoding finds that out by itself.
    Shape,
    /// A member holds another constant. Decoding would take it for a value that the API has added.
    Constant,
}

/// How well the values in a value fit, all together.
#[derive(Clone, Copy, Default)]
struct Within {
    misfits: usize,
    unlisted: usize,
    tags: usize,
    exact: usize,
    known: usize,
    choices: usize,
}

impl Fit {
    /// Returns the measures from the weightiest to the least one; the greater the better. What counts against it is
    /// negated.
    pub(super) fn rank(&self) -> [isize; 16] {
        let within = &self.within;
        let (good, bad) = (usize::cast_signed, |count: usize| -count.cast_signed());
        [
            -isize::from(self.blank),
            bad(self.lacking),
            bad(self.excess),
            bad(self.unlisted),
            good(self.tags),
            good(self.exact),
            good(self.kept),
            good(self.known),
            good(self.choices),
            bad(within.misfits),
            bad(within.unlisted),
            good(within.tags),
            good(within.exact),
            good(within.known),
            good(within.choices),
            good(self.required),
        ]
    }

    /// Returns whether some member is known, none holds a value that is not listed, and none is ruled out.
    pub(super) fn is_plain(&self) -> bool {
        !self.blank && self.unlisted == 0 && self.excess == 0
    }

    /// Returns whether every member of the value would be lost.
    pub(super) fn is_blank(&self) -> bool {
        self.blank
    }
}

impl Within {
    /// Adds how well a value in the value fits; `null` is no evidence.
    fn add(&mut self, value: &Value, candidate: &Candidate) -> Result<(), Misfit> {
        if value.is_null() {
            return Ok(());
        }
        let inner = match fit(value, candidate) {
            Ok(inner) => inner,
            // No type is as narrow as `null`, so decoding would take any value for it.
            Err(_) if candidate.kind == Kind::Null => return Err(Misfit::Constant),
            Err(Misfit::Constant) => return Err(Misfit::Constant),
            Err(Misfit::Shape) => {
                self.misfits += 1;
                return Ok(());
            }
        };
        self.misfits += inner.within.misfits;
        self.unlisted += inner.unlisted + inner.within.unlisted;
        self.tags += inner.tags + inner.within.tags;
        self.exact += inner.exact + inner.within.exact;
        self.known += inner.known + inner.within.known;
        self.choices += inner.choices + inner.within.choices;
        Ok(())
    }

    /// Adds how well the items of a list or the values of a map fit. One that has another constant may be new to the
    /// API; all of them are of another type.
    fn add_each<'v>(
        &mut self,
        values: impl Iterator<Item = &'v Value>,
        candidate: &Candidate,
    ) -> Result<(), Misfit> {
        let (mut fitting, mut others) = (0_usize, 0_usize);
        for value in values {
            match self.add(value, candidate) {
                Ok(()) => fitting += 1,
                Err(_) => others += 1,
            }
        }
        self.misfits += others;
        if others > 0 && fitting == 0 {
            return Err(Misfit::Constant);
        }
        Ok(())
    }
}

/// Returns how well `value` fits.
///
/// # Errors
/// When it cannot be that variant.
pub(super) fn fit(value: &Value, candidate: &Candidate) -> Result<Fit, Misfit> {
    if !admits(candidate.kind, value) {
        return Err(Misfit::Shape);
    }
    let fit = Fit {
        exact: exactness(value, candidate),
        within: within(value, candidate)?,
        ..Fit::default()
    };
    match value {
        Value::Object(members) => fit_of_object(members, candidate, fit),
        _ => Ok(fit),
    }
}

fn fit_of_object(
    members: &Map<String, Value>,
    candidate: &Candidate,
    fit: Fit,
) -> Result<Fit, Misfit> {
    let holds = |key: &str| members.contains_key(key);
    let has = |(key, values): &(&str, &[&str])| {
        let text = members.get(*key).and_then(text);
        text.is_some_and(|text| values.contains(&&*text))
    };
    if !candidate.tags.iter().all(has) {
        return Err(Misfit::Constant);
    }
    let lacking = candidate.required.iter().filter(|key| !holds(key)).count();
    // A tag selects the variant despite missing members: an empty array may be missing, and otherwise the decode error is
    // the reason to report.
    if lacking > 0 && candidate.tags.is_empty() {
        return Err(Misfit::Shape);
    }
    let known = candidate.known.iter().filter(|key| holds(key)).count();
    let is_hinted = candidate.hints.iter().all(has);
    if !is_hinted && known < members.len() {
        return Err(Misfit::Constant);
    }
    let keeps_none = matches!(candidate.kind, Kind::Object | Kind::Closed);
    let is_blank = known == 0 && keeps_none && candidate.tags.is_empty() && !members.is_empty();
    if is_blank && candidate.kind == Kind::Closed {
        return Err(Misfit::Shape);
    }
    let (choices, unlisted) = choices(members, candidate)?;
    let tags = candidate.tags.len() + usize::from(is_hinted) * candidate.hints.len();
    Ok(Fit {
        blank: is_blank,
        lacking,
        excess: excess(members, candidate),
        unlisted,
        tags,
        kept: if candidate.kind == Kind::Map {
            members.len()
        } else {
            known
        },
        known,
        choices,
        required: candidate.required.len(),
        ..fit
    })
}

/// Returns how many members hold values that are listed, and how many hold others.
fn choices(members: &Map<String, Value>, candidate: &Candidate) -> Result<(usize, usize), Misfit> {
    let (mut choices, mut unlisted) = (0, 0);
    for (key, values) in candidate.choices {
        match members.get(*key).and_then(text) {
            Some(chosen) if values.contains(&&*chosen) => choices += 1,
            Some(_) if values.len() == 1 => return Err(Misfit::Constant),
            Some(_) => unlisted += 1,
            None => {}
        }
    }
    Ok((choices, unlisted))
}

/// Returns how many members an object has that admits only those which are listed.
fn excess(members: &Map<String, Value>, candidate: &Candidate) -> usize {
    if candidate.kind != Kind::Closed {
        return 0;
    }
    let is_tag = |key: &str| candidate.tags.iter().any(|(tag, _)| *tag == key);
    let is_listed = |key: &str| candidate.known.contains(&key) || is_tag(key);
    members.keys().filter(|key| !is_listed(key)).count()
}

/// Returns the text that stands for a string, an integer or a boolean among known values.
fn text(value: &Value) -> Option<Cow<'_, str>> {
    match value {
        Value::String(text) => Some(Cow::Borrowed(text)),
        Value::Bool(value) => Some(Cow::Borrowed(if *value { "true" } else { "false" })),
        Value::Number(number) => match number.as_f64().and_then(whole::<i64>) {
            Some(whole) if number.is_f64() => Some(Cow::Owned(whole.to_string())),
            _ => Some(Cow::Owned(number.to_string())),
        },
        _ => None,
    }
}

/// Returns how well what is in `value` fits, as far as that is evidence.
fn within(value: &Value, candidate: &Candidate) -> Result<Within, Misfit> {
    let mut within = Within::default();
    for (key, member) in candidate.members {
        if let Some(value) = value.get(key) {
            within.add(value, member)?;
        }
    }
    if let Some(item) = candidate.items {
        match value {
            Value::Array(items) => within.add_each(items.iter(), item)?,
            Value::Object(values) => within.add_each(values.values(), item)?,
            _ => {}
        }
    }
    Ok(within)
}

/// Returns how narrow the type of a candidate is for `value`. An enum takes values that it does not list only where
/// nothing else takes them.
fn exactness(value: &Value, candidate: &Candidate) -> usize {
    if !candidate.values.is_empty() {
        let is_listed = text(value).is_some_and(|text| candidate.values.contains(&&*text));
        return if is_listed {
            3
        } else {
            usize::from(candidate.open)
        };
    }
    match candidate.kind {
        Kind::Any => 0,
        Kind::Number if !value.is_f64() => 1,
        Kind::Integer if value.is_f64() => 1,
        Kind::FormattedString => 3,
        _ => 2,
    }
}

fn admits(kind: Kind, value: &Value) -> bool {
    match kind {
        Kind::Any => true,
        Kind::Object | Kind::Map | Kind::Free | Kind::Closed => value.is_object(),
        Kind::Array => value.is_array(),
        Kind::String | Kind::FormattedString => value.is_string(),
        Kind::Number => value.is_number(),
        Kind::Integer => is_integer(value),
        Kind::Boolean => value.is_boolean(),
        Kind::Null => value.is_null(),
    }
}

/// Returns whether `value` is a number without a fraction, however it is written (RFC 8259, section 6).
fn is_integer(value: &Value) -> bool {
    match value.as_f64() {
        Some(number) if value.is_f64() => number.fract() == 0.0,
        _ => value.is_number(),
    }
}

/// A candidate that a value can be.
#[derive(Clone, Copy)]
pub(super) struct Ranked {
    pub fit: Fit,
    /// The place of the candidate.
    pub place: usize,
}

/// Returns the candidates that `value` can be, best first; their own order only breaks ties.
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

/// Returns how many of `members` the likely candidates know together.
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
