//! What was found.

use std::time::Duration;

use clientsmith::diagnostics::{Place, Pointer, Source};
use serde_json::Value;

use super::roundtrip::{Counts, Unsampled};

/// What was found in every document.
#[derive(Debug)]
pub struct Report {
    /// The documents in the order of their names.
    pub documents: Vec<Findings>,
}

impl Report {
    /// Returns how many documents fell short.
    #[must_use]
    pub fn short(&self) -> usize {
        self.documents
            .iter()
            .filter(|found| found.falls_short())
            .count()
    }
}

/// What was found in a document.
#[derive(Debug, Default)]
pub struct Findings {
    /// The name of its file.
    pub name: String,
    /// Generating the client.
    pub generation: Stage,
    /// How many warnings there are about the document.
    pub warnings: usize,
    /// The places that are typed as any JSON value.
    pub free_form: Vec<FreeForm>,
    /// `cargo check` of the client.
    pub check: Option<Stage>,
    /// `cargo clippy` of the client.
    pub clippy: Option<Stage>,
    /// The examples of the document.
    pub roundtrip: Option<RoundTrip>,
    /// The samples of its schemas.
    pub samples: Option<Samples>,
}

/// A stage of the work on a document.
#[derive(Debug, Default)]
pub struct Stage {
    /// How long it took.
    pub took: Duration,
    /// The most memory that one of its processes had, in bytes, where the system tells.
    pub peak_memory: Option<u64>,
    /// What fell short.
    pub problems: Vec<Problem>,
}

/// The examples of a document.
#[derive(Debug, Default)]
pub struct RoundTrip {
    /// Building and running the test program.
    pub stage: Stage,
    /// How many examples came back equal.
    pub equal: usize,
    /// How many examples are no cases.
    pub counts: Counts,
}

/// The samples of the schemas of a document.
#[derive(Debug, Default)]
pub struct Samples {
    /// What is wrong with them.
    pub stage: Stage,
    /// How many samples came back equal.
    pub equal: usize,
    /// How many samples did not.
    pub wrong: usize,
    /// How many schemas were sampled.
    pub schemas: Unsampled,
}

/// Something that fell short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The stable name of its kind.
    pub code: String,
    /// What is wrong.
    pub message: String,
    /// Where in the document.
    pub spot: Option<Location>,
    /// The value that shows it, if it is about one.
    pub value: Option<Value>,
    /// How many values show it.
    pub count: usize,
}

/// A place in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// Its pointer.
    pub at: Pointer,
    /// Its line and column, counted from 1.
    pub line_and_column: (usize, usize),
}

/// A place that is typed as any JSON value.
#[derive(Clone, Debug)]
pub struct FreeForm {
    /// Where.
    pub spot: Location,
    /// Why.
    pub reason: Reason,
}

/// Why a place is typed as any JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The document says nothing else.
    Document,
    /// The document says more than the client's type; the codes of the warnings tell.
    Degraded(Vec<String>),
    /// The document says more, and nothing tells so.
    Silent,
}

impl Findings {
    /// Returns the stages that were run, by their names.
    pub fn stages(&self) -> impl Iterator<Item = (&'static str, &Stage)> {
        let roundtrip = self.roundtrip.as_ref().map(|roundtrip| &roundtrip.stage);
        let others = [
            ("check", self.check.as_ref()),
            ("clippy", self.clippy.as_ref()),
            ("roundtrip", roundtrip),
            (
                "samples",
                self.samples.as_ref().map(|samples| &samples.stage),
            ),
        ];
        let others = others
            .into_iter()
            .filter_map(|(name, stage)| Some((name, stage?)));
        std::iter::once(("generate", &self.generation)).chain(others)
    }

    /// Returns whether anything fell short.
    #[must_use]
    pub fn falls_short(&self) -> bool {
        self.stages().any(|(_, stage)| !stage.problems.is_empty())
            || self
                .free_form
                .iter()
                .any(|place| place.reason == Reason::Silent)
    }

    /// Finds the lines and columns of all places in `source`, reading it once.
    pub fn locate(&mut self, source: &Source) {
        let roundtrip = self
            .roundtrip
            .iter_mut()
            .flat_map(|roundtrip| &mut roundtrip.stage.problems);
        let samples = self
            .samples
            .iter_mut()
            .flat_map(|samples| &mut samples.stage.problems);
        let problems = self.generation.problems.iter_mut().chain(roundtrip);
        let problems = problems.chain(samples);
        let spots = problems.filter_map(|problem| problem.spot.as_mut());
        let mut spots: Vec<&mut Location> = spots
            .chain(self.free_form.iter_mut().map(|place| &mut place.spot))
            .collect();
        let places: Vec<Place> = spots
            .iter()
            .map(|spot| Place::Pointer(spot.at.clone()))
            .collect();
        for (spot, found) in spots.iter_mut().zip(source.lines_and_columns(&places)) {
            spot.line_and_column = found;
        }
    }
}

impl Location {
    /// Returns a place whose line and column are not known yet.
    #[must_use]
    pub fn new(at: Pointer) -> Self {
        Self {
            at,
            line_and_column: (0, 0),
        }
    }
}

impl Problem {
    /// Returns a problem of the whole document or crate.
    #[must_use]
    pub fn whole(code: &str, message: impl Into<String>) -> Self {
        Self {
            code: code.to_owned(),
            message: message.into(),
            spot: None,
            value: None,
            count: 1,
        }
    }

    /// Returns a problem at one place of the document.
    #[must_use]
    pub fn at(at: Pointer, code: &str, message: impl Into<String>) -> Self {
        Self {
            spot: Some(Location::new(at)),
            ..Self::whole(code, message)
        }
    }
}
