//! Places as people and editors read them.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::Document;
use crate::diagnostics::{Place, Pointer, Source};
use crate::load::Nodes;

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

/// Returns `at`, or the place that would hold it where the document has nothing there, as for a parameter that only the
/// path names, and whether something is there.
fn in_document(document: &Nodes<'_>, (at, present): &(Pointer, bool)) -> (Pointer, bool) {
    let mut holder = at.clone();
    while document.value(&holder).is_none()
        && let Some(parent) = holder.parent()
    {
        holder = parent;
    }
    let is_there = holder == *at;
    (holder, *present && is_there)
}

/// Returns the locations of places in `document`, in the same order. Each text is read once for all of them.
pub(super) fn locate(document: &Document, places: &[(Pointer, bool)]) -> Vec<Location> {
    let nodes = Nodes::new(document);
    let places: Vec<_> = places
        .iter()
        .map(|place| in_document(&nodes, place))
        .collect();
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_document_does_not_have_is_located_at_its_holder() {
        let text = "openapi: 3.0.3\ninfo: { title: A, version: '1' }\npaths: { /a: {} }\n";
        let document = Document::read("a.yaml", text.as_bytes()).unwrap();
        let item = Pointer::root().child("paths").child("/a");
        let places = [
            (item.clone(), true),
            (item.child("parameters").child("id"), true),
        ];
        let [there, missing] = locate(&document, &places).try_into().unwrap();
        assert!(there.present && there.pointer == item);
        assert!(!missing.present && missing.pointer == item);
        assert_eq!((missing.line, missing.column), (there.line, there.column));
    }
}
