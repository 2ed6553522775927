//! Places as people and editors read them.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::Document;
use crate::diagnostics::{Place, Pointer, Source};

/// A place in a document, or in a file that it refers to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Location {
    /// The name of the text.
    pub file: String,
    /// Counted from 1.
    pub line: usize,
    /// Counted from 1, in characters.
    pub column: usize,
    /// The place as a JSON pointer into that text.
    pub pointer: Pointer,
    /// Whether what changed is there. If not, this is the place of what would hold it.
    pub present: bool,
}

/// Returns the locations of places in `document`, in the same order. Each text is read once for all of them.
pub(super) fn locate(document: &Document, places: &[(Pointer, bool)]) -> Vec<Location> {
    let mut by_source: BTreeMap<Arc<Source>, Vec<(usize, Pointer)>> = BTreeMap::new();
    for (number, (at, _)) in places.iter().enumerate() {
        let (source, at) = document.written(at);
        by_source.entry(source).or_default().push((number, at));
    }
    let mut found: Vec<(usize, Location)> = Vec::with_capacity(places.len());
    for (source, wanted) in by_source {
        let spots: Vec<Place> = wanted.iter().map(|(_, at)| at.clone().into()).collect();
        let positions = source.lines_and_columns(&spots);
        for ((number, pointer), (line, column)) in wanted.into_iter().zip(positions) {
            let location = Location {
                file: source.name().to_owned(),
                line,
                column,
                pointer,
                present: places.get(number).is_some_and(|(_, present)| *present),
            };
            found.push((number, location));
        }
    }
    found.sort_by_key(|(number, _)| *number);
    found.into_iter().map(|(_, location)| location).collect()
}
