//! Patterns that only numbers can match.

mod pattern;

use pattern::{Character, Part};

/// What all strings that a pattern matches are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Numeric {
    /// Integers.
    Integer,
    /// Numbers, which can have fractions or exponents.
    Number,
}

/// Returns what all strings that `pattern` matches are, if they are numbers: the states that its strings lead to, in a
/// machine that reads numbers, are compared with those in which a number is complete.
pub(super) fn numeric(pattern: &str) -> Option<Numeric> {
    let reached = follow_all(&pattern::parse(pattern)?, state(START));
    if reached == state(INTEGER) {
        Some(Numeric::Integer)
    } else {
        let complete = state(INTEGER) | state(FRACTION) | state(EXPONENT);
        (reached != 0 && reached & !complete == 0).then_some(Numeric::Number)
    }
}

/// States of a machine that reads a number, as a set of bits.
type States = u16;

const START: u16 = 0;
const SIGN: u16 = 1;
const INTEGER: u16 = 2;
const POINT: u16 = 3;
const FRACTION: u16 = 4;
const EXPONENT_MARK: u16 = 5;
const EXPONENT_SIGN: u16 = 6;
const EXPONENT: u16 = 7;
/// What no number begins like.
const FAILED: u16 = 8;

fn state(number: u16) -> States {
    1 << number
}

fn step(from: u16, character: Character) -> u16 {
    match (character, from) {
        (Character::Digit, START | SIGN | INTEGER) => INTEGER,
        (Character::Digit, POINT | FRACTION) => FRACTION,
        (Character::Digit, EXPONENT_MARK | EXPONENT_SIGN | EXPONENT) => EXPONENT,
        (Character::Sign, START) => SIGN,
        (Character::Sign, EXPONENT_MARK) => EXPONENT_SIGN,
        (Character::Point, INTEGER) => POINT,
        (Character::Exponent, INTEGER | FRACTION) => EXPONENT_MARK,
        _ => FAILED,
    }
}

/// More repetitions lead to no other states.
const MAX_STEPS: u32 = 16;

/// Returns the states that the strings of `part` lead to.
fn follow(part: &Part, from: States) -> States {
    match part {
        Part::Characters(characters) => {
            let states = (START..=FAILED).filter(|number| from & state(*number) != 0);
            let reached = states.flat_map(|from| {
                characters
                    .iter()
                    .map(move |character| state(step(from, *character)))
            });
            reached.fold(0, |all, state| all | state)
        }
        Part::Group(sequences) => {
            let reached = sequences.iter().map(|sequence| follow_all(sequence, from));
            reached.fold(0, |all, states| all | states)
        }
        Part::Repeated(part, least, most) => {
            let mut states = from;
            for _ in 0..(*least).min(MAX_STEPS) {
                states = follow(part, states);
            }
            let more = most.map_or(MAX_STEPS, |most| most.saturating_sub(*least).min(MAX_STEPS));
            let mut reached = states;
            for _ in 0..more {
                states = follow(part, states);
                reached |= states;
            }
            reached
        }
    }
}

fn follow_all(sequence: &[Part], from: States) -> States {
    sequence
        .iter()
        .fold(from, |states, part| follow(part, states))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_of_numbers_are_found() {
        for pattern in [
            r"^-?(?:0|[1-9]\d*)$",
            r"^\d+$",
            r"^[0-9]{1,10}$",
            r"^[-+]?(0|[1-9][0-9]*)$",
            r"^([1-9]|10)$",
        ] {
            assert_eq!(numeric(pattern), Some(Numeric::Integer), "{pattern}");
        }
        for pattern in [
            r"^-?(?:0|[1-9]\d*)(?:\.\d+)?$",
            r"^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$",
            r"^[0-9]+\.[0-9]{2}$",
        ] {
            assert_eq!(numeric(pattern), Some(Numeric::Number), "{pattern}");
        }
    }

    #[test]
    fn other_patterns_are_not() {
        for pattern in [
            "",
            "^$",
            r"\d+",
            r"^\d*$",
            r"^\d+|auto$",
            r"^(auto|\d+)$",
            r"^\d{4}-\d{2}$",
            r"^\d+\.\d+\.\d+$",
            r"^\d+%?$",
            r"^[^a]$",
            r"^[0-9a-f]+$",
            r"^(?!0)\d+$",
            r"^(\d+$",
            r"^\d+)$",
            r"^\d{a}$",
            r"^[0-9$",
            "^.$",
        ] {
            assert_eq!(numeric(pattern), None, "{pattern}");
        }
        let deep = format!("^{}1{}$", "(".repeat(100), ")".repeat(100));
        assert_eq!(numeric(&deep), None);
    }
}
