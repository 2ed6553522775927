//! Which operations a change concerns, and which way the values go.

use hashbrown::HashMap;
use std::collections::{BTreeSet, VecDeque};
use std::rc::Rc;

use super::comparison::{Comparison, Reach, Source};
use crate::codes::changes::Direction;

/// One way only.
const WAYS: [Direction; 2] = [Direction::Request, Direction::Response];

/// What is known of how values come to pairs of schemas.
pub(super) struct Reached<'c> {
    uses: &'c [Vec<Reach>],
    /// The directions of each pair.
    directions: Vec<Direction>,
    operations: HashMap<(usize, Direction), Rc<BTreeSet<usize>>>,
}

impl<'c> Reached<'c> {
    /// Settles which way the values of each pair go.
    pub fn new(comparison: &'c Comparison<'_>) -> Self {
        Self {
            uses: &comparison.uses,
            directions: directions(&comparison.uses),
            operations: HashMap::new(),
        }
    }

    /// Returns which way the values go that come by `reach`.
    pub fn direction(&self, reach: Reach) -> Direction {
        match reach.source {
            Source::Pair(pair) => {
                let pair = self.directions.get(pair).copied().unwrap_or_default();
                pair.and(reach.direction)
            }
            _ => reach.direction,
        }
    }

    /// Returns the operations whose values come by `reach`.
    pub fn operations(&mut self, reach: Reach) -> Rc<BTreeSet<usize>> {
        match reach.source {
            Source::Nothing | Source::Whole => Rc::default(),
            Source::Operation(operation) => Rc::new(BTreeSet::from([operation])),
            Source::Pair(pair) => {
                let ways = WAYS
                    .into_iter()
                    .filter(|way| reach.direction.and(*way) == *way);
                let sets: Vec<_> = ways.map(|way| self.of_pair(pair, way)).collect();
                Rc::new(sets.iter().flat_map(|set| set.iter().copied()).collect())
            }
        }
    }

    /// Returns the operations whose values come to `pair` on one `way`.
    fn of_pair(&mut self, pair: usize, way: Direction) -> Rc<BTreeSet<usize>> {
        if let Some(known) = self.operations.get(&(pair, way)) {
            return Rc::clone(known);
        }
        let found = Rc::new(self.search(pair, way));
        self.operations.insert((pair, way), Rc::clone(&found));
        found
    }

    fn search(&self, pair: usize, way: Direction) -> BTreeSet<usize> {
        let mut operations = BTreeSet::new();
        let (mut seen, mut pending) = (BTreeSet::from([pair]), vec![pair]);
        while let Some(pair) = pending.pop() {
            let uses = self.uses.get(pair).into_iter().flatten();
            for reach in uses.filter(|reach| reach.direction.and(way) == way) {
                match reach.source {
                    Source::Operation(operation) => drop(operations.insert(operation)),
                    Source::Pair(user) if seen.insert(user) => pending.push(user),
                    _ => {}
                }
            }
        }
        operations
    }
}

/// Returns the directions of each pair: those of whatever uses it.
fn directions(uses: &[Vec<Reach>]) -> Vec<Direction> {
    let mut used_by: Vec<Vec<(usize, Direction)>> = vec![Vec::new(); uses.len()];
    let mut directions = vec![Direction::Neither; uses.len()];
    let mut pending = VecDeque::new();
    for (pair, reaches) in uses.iter().enumerate() {
        for reach in reaches {
            if let Source::Pair(user) = reach.source {
                if let Some(used) = used_by.get_mut(user) {
                    used.push((pair, reach.direction));
                }
            } else {
                pending.push_back((pair, reach.direction));
            }
        }
    }
    while let Some((pair, further)) = pending.pop_front() {
        let Some(direction) = directions.get_mut(pair) else {
            continue;
        };
        let all = direction.or(further);
        if all == *direction {
            continue;
        }
        *direction = all;
        let used = used_by.get(pair).into_iter().flatten();
        pending.extend(used.map(|(used, of)| (*used, all.and(*of))));
    }
    directions
}
