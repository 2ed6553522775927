//! What is known in the middle of a comparison: the changes that are found, and from where schemas are used.

use std::collections::{BTreeSet, VecDeque};

use hashbrown::{HashMap, HashSet};

use super::OperationPlaces;
use super::node::Node;
use super::schema::Site;
use crate::codes::changes::{COMPARISON_INCOMPLETE, ChangeCode, Direction};
use crate::diagnostics::Pointer;

/// A change that was found.
#[derive(Debug)]
pub(super) struct Finding {
    pub code: &'static ChangeCode,
    pub old: Presence,
    pub new: Presence,
    /// What else it is about: the definitions of what it speaks of.
    pub also: Vec<(Presence, Presence)>,
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

    /// Returns what the operation of number `operation` sends or receives.
    pub fn operation(operation: usize, direction: Direction) -> Self {
        Self {
            source: Source::Operation(operation),
            direction,
        }
    }

    /// Returns what the pair of schemas of number `pair` holds.
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

/// Where a change is in one of the two documents.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Presence {
    /// What changed stands here.
    At(Pointer),
    /// What changed is not in this document; this is what would hold it.
    Missing(Pointer),
}

impl Presence {
    /// Returns the place to show.
    #[must_use]
    pub fn pointer(&self) -> &Pointer {
        match self {
            Self::At(pointer) | Self::Missing(pointer) => pointer,
        }
    }

    /// Returns the place of what changed, if this document has it.
    #[must_use]
    pub fn present(&self) -> Option<&Pointer> {
        match self {
            Self::At(pointer) => Some(pointer),
            Self::Missing(_) => None,
        }
    }
}

/// How many pairs of schemas are compared at most. Two documents have about as many pairs as schemas, unless cycles of
/// references in one run against longer ones in the other.
const MAX_PAIRS: usize = 1_000_000;

/// The state of a comparison.
#[derive(Debug, Default)]
pub(super) struct Comparison<'a> {
    /// The operations of both documents.
    pub operations: Vec<OperationPlaces>,
    /// From where each pair of schemas is used.
    pub uses: Vec<Vec<Reach>>,
    pub findings: Vec<Finding>,
    /// Whether this is a [`trial`](Self::trial).
    pub is_trial: bool,
    /// Whether a body that is compared can be XML.
    pub has_xml: bool,
    /// How many texts differ.
    pub texts: usize,
    /// Components that stand for each other, by the places of their definitions.
    pub counterparts: BTreeSet<(Pointer, Pointer)>,
    /// Written out schemas that stand for components of the other document.
    pub written_out: Vec<WrittenOut>,
    /// Pairs that are not compared yet.
    pub pending: VecDeque<(usize, Site<'a>, Site<'a>)>,
    pairs: HashMap<(Vec<usize>, Vec<usize>), usize>,
    known: HashMap<Key, usize>,
    /// Nodes whose texts are counted.
    counted: HashSet<(usize, usize)>,
}

/// A schema that is a component in one of the documents only.
#[derive(Debug)]
pub(super) struct WrittenOut {
    pub old: Pointer,
    pub new: Pointer,
    /// Whether it is the old one that is a component.
    pub was_component: bool,
    pub reach: Reach,
}

impl WrittenOut {
    /// Returns the place of the component.
    pub fn component(&self) -> &Pointer {
        if self.was_component {
            &self.old
        } else {
            &self.new
        }
    }
}

/// What makes findings the same: one thing that is shared by many is reported once. What many shared and now lack is
/// something else for each of them.
type Key = (&'static str, Option<Pointer>, Presence);

impl<'a> Comparison<'a> {
    /// Returns a comparison only to find out what it means that one schema takes the place of another.
    pub fn trial() -> Self {
        Self {
            is_trial: true,
            ..Self::default()
        }
    }

    /// Returns the number of the operation at `places`.
    pub fn operation(&mut self, places: OperationPlaces) -> usize {
        self.operations.push(places);
        self.operations.len() - 1
    }

    /// Notes a change, unless it is known.
    pub fn report(
        &mut self,
        reach: Reach,
        code: &'static ChangeCode,
        (old, new): (Presence, Presence),
        sentence: impl FnOnce() -> String,
    ) {
        let key = (code.id, old.present().cloned(), new.clone());
        let number = *self.known.entry(key).or_insert(self.findings.len());
        if let Some(finding) = self.findings.get_mut(number) {
            if finding.reaches.last() != Some(&reach) {
                finding.reaches.push(reach);
            }
            return;
        }
        self.findings.push(Finding {
            code,
            old,
            new,
            also: Vec::new(),
            sentence: sentence(),
            reaches: vec![reach],
        });
    }

    /// Returns whether the texts of these two have not been counted yet.
    pub fn has_new_texts(&mut self, old: &Node<'_>, new: &Node<'_>) -> bool {
        self.counted.insert((old.identity(), new.identity()))
    }

    /// Has `old` compared with `new`, to which values come by `reach`.
    pub fn pair(&mut self, reach: Reach, old: Site<'a>, new: Site<'a>) {
        let key = (identity(&old), identity(&new));
        let next = self.uses.len();
        if next >= MAX_PAIRS && !self.pairs.contains_key(&key) {
            let places = (Presence::At(Pointer::root()), Presence::At(Pointer::root()));
            let sentence = || format!("only {MAX_PAIRS} pairs of schemas were compared");
            return self.report(Reach::WHOLE, &COMPARISON_INCOMPLETE, places, sentence);
        }
        let number = *self.pairs.entry(key).or_insert(next);
        if number == next {
            self.uses.push(Vec::new());
            self.pending.push_back((number, old, new));
        }
        if let Some(uses) = self.uses.get_mut(number)
            && reach != Reach::NOTHING
            && uses.last() != Some(&reach)
        {
            uses.push(reach);
        }
    }
}

fn identity(site: &Site<'_>) -> Vec<usize> {
    site.iter().map(Node::identity).collect()
}
