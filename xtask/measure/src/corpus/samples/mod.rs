//! Values made up from the schemas of a document.
//!
//! A schema is first taken apart into choices (one subschema of each `oneOf` and `anyOf`), each choice into what it says
//! of each type, and that into values: the least, every listed value, every optional member. What is deep within a value
//! is as small as it can be, because schemas with names are sampled by themselves. Not all that is made up is valid, as
//! keywords can contradict each other: only what the judge finds valid is used.

mod array;
mod choices;
mod object;
mod roots;
mod scalar;
mod shape;
#[cfg(test)]
mod tests;
mod text;

use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use clientsmith::diagnostics::Pointer;
use serde_json::Value;

pub use roots::{Root, roots};

use super::raw::{Direction, Judge, Raw};
use choices::Choice;
use shape::Shape;

/// The most samples of one schema.
const MAX_SAMPLES: usize = 100;

/// The least bound of the samples of one schema, however many schemas there are.
const MIN_SAMPLES: usize = 16;

/// How many samples of all schemas there are about at most: they are decoded by a program without optimizations.
const MAX_SAMPLES_OF_ALL: usize = 40_000;

/// The most bytes of the samples of one schema, about.
const MAX_LENGTH: usize = 1 << 18;

/// How many values that are not valid are tried for each sample.
const MAX_TRIES: usize = 4;

/// The most values of what is within a value.
const MAX_INNER: usize = 24;

/// How deep values are made at all.
const MAX_LEVELS: usize = 40;

/// How many least values are looked for in the samples of one schema.
const MAX_LEAST: usize = 100_000;

type Key = (Vec<Pointer>, Option<Direction>);

/// Makes samples of the schemas of a document.
pub struct Sampler<'j, 'a> {
    judge: &'j mut Judge<'a>,
    raw: &'a Raw,
    most: usize,
    direction: Option<Direction>,
    choices: HashMap<Vec<Pointer>, Rc<[Choice]>>,
    least: HashMap<Key, Option<Value>>,
    scalars: HashMap<Vec<Pointer>, Rc<[Value]>>,
    inner: HashMap<Key, Rc<[Value]>>,
    /// The schemas that a least value is being made of.
    open: Vec<Vec<Pointer>>,
    /// How many least values were looked for since the last root.
    tries: usize,
}

impl<'j, 'a> Sampler<'j, 'a> {
    /// Returns a sampler for `schemas` schemas.
    pub fn new(judge: &'j mut Judge<'a>, schemas: usize) -> Self {
        Self {
            raw: judge.raw(),
            judge,
            most: (MAX_SAMPLES_OF_ALL / schemas.max(1)).clamp(MIN_SAMPLES, MAX_SAMPLES),
            direction: None,
            choices: HashMap::new(),
            least: HashMap::new(),
            scalars: HashMap::new(),
            inner: HashMap::new(),
            tries: 0,
            open: Vec::new(),
        }
    }

    /// Valid values of the schema at `root`, all of them different, those that show most first.
    pub fn samples(&mut self, root: &Root) -> Vec<Value> {
        self.direction = root.direction;
        self.tries = 0;
        let places = [root.at.clone()];
        let most = self.most.max(self.choices(&places).len());
        let mut seen = BTreeSet::new();
        let mut samples = Vec::new();
        let mut length = 0;
        for value in self.values(&places, most * MAX_TRIES) {
            if samples.len() == most || length > MAX_LENGTH {
                break;
            }
            let text = value.to_string();
            length += text.len();
            if seen.insert(text)
                && self.judge.is_valid(&root.at, root.direction, &value) == Some(true)
            {
                samples.push(value);
            }
        }
        samples
    }

    /// At most `most` values that the schemas at `places` describe.
    fn values(&mut self, places: &[Pointer], most: usize) -> Vec<Value> {
        let choices = self.choices(places);
        let of_each = choices
            .iter()
            .map(|choice| self.of_choice(choice, most))
            .collect();
        self.with_null(&choices, of_each, most)
    }

    /// Values of what is within another. Schemas with names are sampled by themselves: here they only have one small
    /// value of each choice.
    fn inner(&mut self, places: &[Pointer]) -> Rc<[Value]> {
        let key = (places.to_vec(), self.direction);
        if let Some(known) = self.inner.get(&key) {
            return Rc::clone(known);
        }
        let choices = self.choices(places);
        let mut parts = choices.iter().flat_map(|choice| &choice.parts);
        let is_within = |part: &Pointer| {
            let mut places = places.iter();
            places.any(|at| part.as_str().starts_with(at.as_str()))
        };
        let values: Rc<[Value]> = if parts.all(is_within) {
            self.values(places, MAX_INNER).into()
        } else {
            self.small(places, &choices).into()
        };
        self.inner.insert(key, Rc::clone(&values));
        values
    }

    /// Small values of every choice.
    fn small(&mut self, places: &[Pointer], choices: &[Choice]) -> Vec<Value> {
        let mut of_each = Vec::new();
        for choice in choices.iter().take(MAX_INNER) {
            let shape = Shape::new(self.raw, &choice.parts, self.direction);
            let mut found = self.least_of(choice, &shape);
            if shape.types.contains(&"array") && shape.listed.is_none() {
                let item = self.least(&shape.items);
                found.extend(item.map(|item| Value::Array(vec![item])));
            }
            if choices.len() > 1 {
                found.retain(|value| self.are_valid(places, value));
            }
            of_each.push(found);
        }
        self.with_null(choices, of_each, MAX_INNER)
    }

    fn with_null(&self, choices: &[Choice], of_each: Vec<Vec<Value>>, most: usize) -> Vec<Value> {
        let mut values = in_turn(of_each);
        let mut parts = choices.iter().map(|choice| &choice.parts);
        if parts.any(|parts| shape::is_nullable(self.raw, parts)) && !values.contains(&Value::Null)
        {
            values.insert(values.len().min(1), Value::Null);
        }
        values.truncate(most);
        values
    }

    fn of_choice(&mut self, choice: &Choice, most: usize) -> Vec<Value> {
        let shape = Shape::new(self.raw, &choice.parts, self.direction);
        if let Some(listed) = &shape.listed {
            return spread(listed.clone(), most);
        }
        let of_each = shape.types.iter().map(|ty| match *ty {
            "object" => self.objects(choice, &shape, most),
            "array" => self.arrays(&shape),
            "null" => vec![Value::Null],
            _ => self.scalars(choice, ty).to_vec(),
        });
        in_turn(of_each.collect())
    }

    /// Returns the least value of the schemas at `places`; `None` if there is none without an end, or none is found.
    fn least(&mut self, places: &[Pointer]) -> Option<Value> {
        let key = (places.to_vec(), self.direction);
        if let Some(known) = self.least.get(&key) {
            return known.clone();
        }
        self.tries += 1;
        let is_too_much = self.open.len() > MAX_LEVELS || self.tries > MAX_LEAST;
        if self.open.contains(&key.0) || is_too_much {
            return None;
        }
        self.open.push(key.0.clone());
        let found = self.find_least(places);
        self.open.pop();
        // Another way in may find what this one could not, because it was within the same schema.
        if found.is_some() || self.open.is_empty() {
            self.least.insert(key, found.clone());
        }
        found
    }

    fn find_least(&mut self, places: &[Pointer]) -> Option<Value> {
        let choices = self.choices(places);
        for choice in choices.iter() {
            let shape = Shape::new(self.raw, &choice.parts, self.direction);
            for value in self.least_of(choice, &shape) {
                if choices.len() == 1 && places.len() == 1 || self.are_valid(places, &value) {
                    return Some(value);
                }
            }
        }
        None
    }

    /// Returns the least values of a choice, one or more for each type.
    fn least_of(&mut self, choice: &Choice, shape: &Shape) -> Vec<Value> {
        if let Some(listed) = &shape.listed {
            return listed.iter().take(MAX_INNER).cloned().collect();
        }
        let mut found = Vec::new();
        for ty in &shape.types {
            match *ty {
                "object" => {
                    let bare = self.bare(choice, shape);
                    found.extend(bare.clone());
                    found.extend(bare.and_then(|bare| self.full(choice, shape, &bare)));
                }
                "array" => found.extend(self.shortest(shape)),
                "null" => found.push(Value::Null),
                _ => found.extend(self.scalars(choice, ty).iter().take(2).cloned()),
            }
        }
        found
    }

    fn are_valid(&mut self, places: &[Pointer], value: &Value) -> bool {
        let direction = self.direction;
        places
            .iter()
            .all(|at| self.judge.is_valid(at, direction, value) != Some(false))
    }

    fn choices(&mut self, places: &[Pointer]) -> Rc<[Choice]> {
        if let Some(known) = self.choices.get(places) {
            return Rc::clone(known);
        }
        let found: Rc<[Choice]> = choices::choices(self.judge, places).into();
        self.choices.insert(places.to_vec(), Rc::clone(&found));
        found
    }

    fn scalars(&mut self, choice: &Choice, ty: &str) -> Rc<[Value]> {
        let raw = self.raw;
        let all = self
            .scalars
            .entry(choice.parts.clone())
            .or_insert_with(|| scalar::scalars(raw, &choice.parts).into());
        all.iter()
            .filter(|value| scalar::is_of(value, ty))
            .cloned()
            .collect()
    }
}

/// Returns the first of each, the second of each, and so on.
fn in_turn(lists: Vec<Vec<Value>>) -> Vec<Value> {
    let longest = lists.iter().map(Vec::len).max().unwrap_or(0);
    let mut lists: Vec<_> = lists.into_iter().map(Vec::into_iter).collect();
    (0..longest)
        .flat_map(|_| {
            lists
                .iter_mut()
                .filter_map(Iterator::next)
                .collect::<Vec<_>>()
        })
        .collect()
}

/// At most `most` of `values`, from all over the list.
fn spread(values: Vec<Value>, most: usize) -> Vec<Value> {
    let step = values.len().div_ceil(most.max(1)).max(1);
    values.into_iter().step_by(step).collect()
}
