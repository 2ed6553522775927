//! What became of values, as problems.

use std::collections::BTreeMap;

use clientsmith::diagnostics::Pointer;

use super::compare::{difference, short};
use super::unmatched::unmatched;
use super::{Again, Case, Origin, Plan};
use crate::corpus::raw::{Judge, Raw};
use crate::corpus::report::Problem;

/// What is wrong with the values of one origin.
#[derive(Debug, Default)]
pub struct Problems {
    /// The problems: of the samples of one schema, only the first of its kind at a place.
    pub found: Vec<Problem>,
    /// How many values came back equal.
    pub equal: usize,
    /// How many values did not.
    pub wrong: usize,
}

/// Compares what each case of `plan` has become; `again` is in the order of the cases. First come the problems of the
/// examples, then those of the samples.
#[must_use]
pub fn problems(raw: &Raw, plan: &Plan, again: &[Again]) -> [Problems; 2] {
    let mut judge = Judge::new(raw);
    let mut found = [Problems::default(), Problems::default()];
    let mut alike = BTreeMap::new();
    for (case, again) in plan.cases.iter().zip(again) {
        let [examples, samples] = &mut found;
        match (case.origin, verdict(&mut judge, case, again)) {
            (Origin::Example, None) => examples.equal += 1,
            (Origin::Sample, None) => samples.equal += 1,
            (Origin::Example, Some(wrong)) => {
                examples.wrong += 1;
                examples.found.push(problem(case, &wrong));
            }
            (Origin::Sample, Some(wrong)) => {
                samples.wrong += 1;
                samples.add(case, &wrong, &mut alike);
            }
        }
    }
    found
}

impl Problems {
    fn add(&mut self, case: &Case, wrong: &Wrong, alike: &mut BTreeMap<(Pointer, String), usize>) {
        let (kind, message) = wrong;
        let key = (
            case.at.clone(),
            format!("{kind} {}", without_values(message)),
        );
        let place = alike.get(&key).copied();
        match place.and_then(|place| self.found.get_mut(place)) {
            Some(first) => first.count += 1,
            None => {
                alike.insert(key, self.found.len());
                self.found.push(problem(case, wrong));
            }
        }
    }
}

/// A kind of problem, and what is wrong.
type Wrong = (&'static str, String);

/// Returns what is wrong with a case, if anything.
fn verdict(judge: &mut Judge<'_>, case: &Case, again: &Again) -> Option<Wrong> {
    match again {
        Again::Died(how) => Some(("kills", format!("decoding it ends the program: {how}"))),
        Again::Refused(reason) => Some(("refused", reason.clone())),
        Again::Encoded { value, caught } => {
            let (schema, direction, sent) = (&case.schema, case.direction, &case.value);
            let unmatched = unmatched(judge, schema, direction, sent, caught);
            let unmatched = unmatched.map(|unmatched| ("unmatched", unmatched.to_string()));
            unmatched.or_else(|| {
                let difference = difference(judge, schema, direction, sent, value)?;
                Some(("differs", difference.to_string()))
            })
        }
    }
}

fn problem(case: &Case, (kind, message): &Wrong) -> Problem {
    let origin = case.origin.name();
    let mut text = format!("{}: {message}", case.ty);
    if case.origin == Origin::Sample {
        text = format!("{text}; the sample is {}", short(&case.value));
    }
    Problem {
        value: Some(case.value.clone()),
        ..Problem::at(case.at.clone(), &format!("{origin}-{kind}"), text)
    }
}

/// Returns a message without the values and numbers in it: problems that differ only there are one problem.
fn without_values(message: &str) -> String {
    let end = [", it was ", ", it is ", " was ", " at line "]
        .iter()
        .filter_map(|text| message.find(text))
        .min();
    let message = message.get(..end.unwrap_or(message.len()));
    let unquoted = message.unwrap_or_default().split('"').step_by(2);
    let text: Vec<&str> = unquoted.collect();
    text.concat()
        .replace(|char: char| char.is_ascii_digit(), "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_that_differ_in_values_are_alike() {
        let message = |text: &str| {
            format!("invalid type: string \"{text}\", expected i64 at line 1 column 8")
        };
        assert_eq!(
            without_values(&message("a")),
            without_values(&message("2025-05-06"))
        );
        assert_ne!(
            without_values("`/a` is lost, it was 1"),
            without_values("`/b` is lost, it was 1")
        );
    }
}
