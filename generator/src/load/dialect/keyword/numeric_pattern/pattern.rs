//! What a pattern is made of, as far as patterns of numbers need it.

use std::iter::Peekable;
use std::str::Chars;

/// Patterns of numbers are shorter, and their groups are not nested deeper.
const MAX_LENGTH: usize = 256;
const MAX_DEPTH: usize = 16;

/// Returns the parts of `pattern` between its anchors, unless there is something in it that patterns of numbers do
/// without.
pub(super) fn parse(pattern: &str) -> Option<Vec<Part>> {
    let inner = pattern.strip_prefix('^')?.strip_suffix('$')?;
    if inner.len() > MAX_LENGTH {
        return None;
    }
    let mut rest = inner.chars().peekable();
    let mut alternatives = alternatives(&mut rest, 0)?;
    // The anchors bind closer than `|`.
    let is_one = alternatives.len() == 1 && rest.next().is_none();
    alternatives.pop().filter(|_| is_one)
}

/// A part of a pattern.
pub(super) enum Part {
    /// One of some characters, of which only this matters.
    Characters(Vec<Character>),
    /// One of some sequences.
    Group(Vec<Vec<Part>>),
    /// A part as often as is said.
    Repeated(Box<Part>, u32, Option<u32>),
}

/// What a character can be in a number.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Character {
    Digit,
    Sign,
    Point,
    Exponent,
    Other,
}

type Rest<'a> = Peekable<Chars<'a>>;

/// Returns the sequences that `|` separates, up to the end of the group.
fn alternatives(rest: &mut Rest<'_>, depth: usize) -> Option<Vec<Vec<Part>>> {
    let mut sequences = vec![Vec::new()];
    while let Some(next) = rest.peek() {
        match next {
            ')' if depth > 0 => break,
            '|' => {
                rest.next();
                sequences.push(Vec::new());
            }
            _ => {
                let part = part(rest, depth)?;
                sequences.last_mut()?.push(quantified(rest, part)?);
            }
        }
    }
    Some(sequences)
}

fn part(rest: &mut Rest<'_>, depth: usize) -> Option<Part> {
    let characters = match rest.next()? {
        '(' => return group(rest, depth + 1),
        '[' => class(rest)?,
        '\\' => vec![escaped(rest.next()?)],
        '^' | '$' | ')' | '*' | '+' | '?' | '{' => return None,
        '.' => vec![Character::Other],
        letter => vec![character(letter)],
    };
    Some(Part::Characters(characters))
}

fn group(rest: &mut Rest<'_>, depth: usize) -> Option<Part> {
    if depth > MAX_DEPTH {
        return None;
    }
    if rest.next_if_eq(&'?').is_some() {
        rest.next_if_eq(&':')?;
    }
    let sequences = alternatives(rest, depth)?;
    rest.next_if_eq(&')')?;
    Some(Part::Group(sequences))
}

/// Returns the characters between brackets.
fn class(rest: &mut Rest<'_>) -> Option<Vec<Character>> {
    let mut characters = Vec::new();
    let mut last = None;
    if rest.peek() == Some(&'^') {
        return None;
    }
    loop {
        let letter = match rest.next()? {
            ']' => return Some(characters),
            '\\' => {
                characters.push(escaped(rest.next()?));
                last = None;
                continue;
            }
            '-' if last.is_some() && rest.peek() != Some(&']') => {
                let end = rest.next()?;
                let is_digits = last.is_some_and(|start: char| start.is_ascii_digit());
                characters.push(if is_digits && end.is_ascii_digit() {
                    Character::Digit
                } else {
                    Character::Other
                });
                last = None;
                continue;
            }
            letter => letter,
        };
        characters.push(character(letter));
        last = Some(letter);
    }
}

fn escaped(letter: char) -> Character {
    match letter {
        'd' => Character::Digit,
        '.' | '-' | '+' => character(letter),
        _ => Character::Other,
    }
}

fn character(letter: char) -> Character {
    match letter {
        '0'..='9' => Character::Digit,
        '+' | '-' => Character::Sign,
        '.' => Character::Point,
        'e' | 'E' => Character::Exponent,
        _ => Character::Other,
    }
}

/// `part` as often as what follows says.
fn quantified(rest: &mut Rest<'_>, part: Part) -> Option<Part> {
    let (least, most) = match rest.peek() {
        Some('?') => (0, Some(1)),
        Some('*') => (0, None),
        Some('+') => (1, None),
        Some('{') => {
            let bounds: String = rest
                .by_ref()
                .skip(1)
                .take_while(|letter| *letter != '}')
                .collect();
            let bounds = match bounds.split_once(',') {
                None => (bounds.parse().ok()?, Some(bounds.parse().ok()?)),
                Some((least, "")) => (least.parse().ok()?, None),
                Some((least, most)) => (least.parse().ok()?, Some(most.parse().ok()?)),
            };
            rest.next_if_eq(&'?');
            return Some(Part::Repeated(Box::new(part), bounds.0, bounds.1));
        }
        _ => return Some(part),
    };
    rest.next();
    rest.next_if_eq(&'?');
    Some(Part::Repeated(Box::new(part), least, most))
}
