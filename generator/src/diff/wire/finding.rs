//! Changes as they are found, before it is known which operations they concern.

use super::codes::ChangeCode;
use super::{Direction, Spot};

/// A change that was found.
#[derive(Debug)]
pub(super) struct Finding {
    pub code: &'static ChangeCode,
    pub old: Spot,
    pub new: Spot,
    /// What else it is about: the definitions of what it speaks of.
    pub also: Vec<(Spot, Spot)>,
    pub sentence: String,
    /// The ways on which values come to what changed.
    pub reaches: Vec<Reach>,
}

/// A way on which values come to a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Reach {
    pub source: Source,
    /// Which of the values that the source has come to the place.
    pub direction: Direction,
}

/// Where values come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Source {
    /// Nowhere: no operation is known to use the place.
    Nothing,
    /// The API as a whole.
    Whole,
    /// The operation of this number.
    Operation(usize),
    /// Wherever the pair of schemas of this number is used.
    Pair(usize),
}

impl Reach {
    /// What no operation is known to use.
    pub const NOTHING: Self = Self {
        source: Source::Nothing,
        direction: Direction::Neither,
    };

    /// What concerns the API as a whole.
    pub const WHOLE: Self = Self {
        source: Source::Whole,
        direction: Direction::Both,
    };

    /// What the operation of number `operation` sends or receives.
    pub fn operation(operation: usize, direction: Direction) -> Self {
        Self {
            source: Source::Operation(operation),
            direction,
        }
    }

    /// What the pair of schemas of number `pair` holds.
    pub fn pair(pair: usize) -> Self {
        Self {
            source: Source::Pair(pair),
            direction: Direction::Both,
        }
    }

    /// Only the values that go `direction` as well.
    pub fn only(self, direction: Direction) -> Self {
        Self {
            direction: self.direction.and(direction),
            ..self
        }
    }
}
