//! How well a value fits a variant of a union.

use std::borrow::Cow;
use std::cmp::Reverse;

use serde_json::{Map, Value};

use super::candidate::{Candidate, Kind};
use super::integer::whole;

/// How well a value fits a candidate; the greater the better.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fit {
    /// Members that hold values which are not listed: a list of several can grow, so this does not settle it.
    strange: Reverse<usize>,
    tags: usize,
    /// How narrow the type is.
    exact: usize,
    /// Members of the value that the candidate knows.
    pub known: usize,
    /// Members that hold values which are listed.
    choices: usize,
    within: Within,
    required: usize,
}

/// How well the values in a value fit, all together; that one of them does not fit settles nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Within {
    misfits: Reverse<usize>,
    strange: Reverse<usize>,
    tags: usize,
    exact: usize,
    known: usize,
    choices: usize,
}

impl Fit {
    /// Whether no member holds a value that is not listed.
    pub(super) fn is_plain(&self) -> bool {
        self.strange.0 == 0
    }
}

impl Within {
    /// Adds how well a value in the value fits; `null` tells nothing.
    fn add(&mut self, value: &Value, candidate: &Candidate) {
        if value.is_null() {
            return;
        }
        let Some(Fit {
            strange,
            tags,
            exact,
            known,
            choices,
            within,
            ..
        }) = fit(value, candidate)
        else {
            self.misfits.0 += 1;
            return;
        };
        self.misfits.0 += within.misfits.0;
        self.strange.0 += strange.0 + within.strange.0;
        self.tags += tags + within.tags;
        self.exact += exact + within.exact;
        self.known += known + within.known;
        self.choices += choices + within.choices;
    }
}

/// How well `value` fits; `None` when it cannot be that variant.
pub(super) fn fit(value: &Value, candidate: &Candidate) -> Option<Fit> {
    if !admits(candidate.kind, value) {
        return None;
    }
    let fit = Fit {
        exact: exactness(value, candidate)?,
        within: within(value, candidate),
        ..Fit::default()
    };
    match value {
        Value::Object(members) => fit_of_object(members, candidate, fit),
        _ => Some(fit),
    }
}

fn fit_of_object(members: &Map<String, Value>, candidate: &Candidate, fit: Fit) -> Option<Fit> {
    let holds = |key: &str| members.contains_key(key);
    let text = |key: &str| members.get(key).and_then(text);
    let is_tagged = candidate
        .tags
        .iter()
        .all(|(key, values)| text(key).is_some_and(|tag| values.contains(&&*tag)));
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
            Some(chosen) if values.contains(&&*chosen) => choices += 1,
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

/// The text that stands for a string, an integer or a boolean among known values.
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

/// How well what is in `value` fits, as far as that tells anything.
fn within(value: &Value, candidate: &Candidate) -> Within {
    let mut within = Within::default();
    for (key, member) in candidate.members {
        if let Some(value) = value.get(key) {
            within.add(value, member);
        }
    }
    if let Some(item) = candidate.items {
        match value {
            Value::Array(items) => items.iter().for_each(|value| within.add(value, item)),
            Value::Object(values) => values.values().for_each(|value| within.add(value, item)),
            _ => {}
        }
    }
    within
}

/// How narrow the type of a candidate is for `value`; `None` when it lists other values.
fn exactness(value: &Value, candidate: &Candidate) -> Option<usize> {
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
