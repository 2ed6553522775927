//! Lists.

use std::rc::Rc;

use serde_json::Value;

use super::shape::Shape;
use super::{Sampler, scalar};

/// Longer lists are not made.
const MAX_ITEMS: usize = 64;

impl Sampler<'_, '_> {
    /// Returns an empty list, one of each value that an item can have, and one of several items.
    pub(super) fn arrays(&mut self, shape: &Shape) -> Vec<Value> {
        let mut found: Vec<Value> = self.shortest(shape).into_iter().collect();
        let least: Option<Vec<Value>> = shape
            .first_items
            .iter()
            .map(|places| self.least(places))
            .collect();
        let Some(first) = least else {
            return found;
        };
        for (place, places) in shape.first_items.iter().enumerate() {
            for value in self.inner(places).iter() {
                let mut items = first.clone();
                if let Some(item) = items.get_mut(place) {
                    item.clone_from(value);
                }
                found.push(Value::Array(items));
            }
        }
        let values = self.items(shape);
        let room = shape
            .max_items
            .unwrap_or(MAX_ITEMS)
            .saturating_sub(first.len());
        let count = shape
            .min_items
            .saturating_sub(first.len())
            .clamp(1, MAX_ITEMS);
        let list = |start: usize, count: usize| {
            let items = values.iter().cycle().skip(start).take(count).cloned();
            Value::Array(first.iter().cloned().chain(items).collect())
        };
        if values.is_empty() || room == 0 {
            return found;
        }
        found.extend((0..values.len()).map(|start| list(start, count)));
        if room > count {
            found.push(list(0, (count + 1).max(values.len().min(4)).min(room)));
        }
        found
    }

    /// Returns the list with the fewest items.
    pub(super) fn shortest(&mut self, shape: &Shape) -> Option<Value> {
        let mut items = Vec::new();
        for place in 0..shape.min_items.min(MAX_ITEMS) {
            let item = match shape.first_items.get(place) {
                Some(places) => self.least(places)?,
                None if shape.items.is_empty() => Value::from(place),
                None => self.least(&shape.items)?,
            };
            items.push(item);
        }
        Some(Value::Array(items))
    }

    fn items(&mut self, shape: &Shape) -> Rc<[Value]> {
        if !shape.items.is_empty() {
            return self.inner(&shape.items);
        }
        match shape.first_items.as_slice() {
            [] => scalar::anything().into(),
            _ => Rc::default(),
        }
    }
}
